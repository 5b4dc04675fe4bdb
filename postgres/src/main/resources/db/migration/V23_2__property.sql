-- Property in sealed containers: what is in it, under which seal, and by whose two hands.

create table property_container (
    id          uuid primary key,
    person      uuid not null references person (id),
    party       uuid not null references party (id),
    seal        text not null check (length(seal) between 1 and 100),
    sealed_by   text not null check (length(sealed_by) between 1 and 200),
    happened_on date not null,
    contents    text[] not null check (cardinality(contents) between 1 and 200),
    quantities  int[] not null,
    source      text not null check (length(source) between 1 and 500),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check (cardinality(contents) = cardinality(quantities))
);
create unique index property_container_seal on property_container (party, lower(seal));
create index property_container_person on property_container (person);

create table property_step (
    id          uuid primary key,
    container   uuid not null references property_container (id),
    party       uuid not null references party (id),
    kind        text not null check (kind in ('COUNTERSIGNED', 'OPENED', 'HANDED_OVER')),
    happened_on date not null,
    receiver    text not null default '' check (length(receiver) <= 200),
    reason      text not null default '' check (length(reason) <= 2000),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check (kind <> 'HANDED_OVER' or length(receiver) > 0),
    check (kind <> 'OPENED' or length(reason) > 0)
);
create unique index property_step_once on property_step (party, container, kind);
create unique index property_step_one_end on property_step (party, container) where kind <> 'COUNTERSIGNED';

-- The second hand is another's, and nothing is handed over under one hand alone.
create function property_step_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    new.recorded_at := clock_timestamp();
    if not exists (select from property_container c where c.id = new.container and c.party = new.party) then
        raise exception 'there is no such container' using errcode = '23514';
    end if;
    if new.kind = 'COUNTERSIGNED'
       and exists (select from property_container c where c.id = new.container and c.account = new.account) then
        raise exception 'who sealed it does not countersign' using errcode = '23514';
    end if;
    if new.kind = 'HANDED_OVER'
       and not exists (select from property_step s where s.container = new.container and s.kind = 'COUNTERSIGNED') then
        raise exception 'nobody has countersigned' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger guard before insert on property_step for each row execute function property_step_guard();
create trigger guard before insert on property_container for each row execute function custody_moment();

create function erase_more_property(p_persons uuid[], p_records uuid[]) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    perform erase_payloads(array(
        select c.act from property_container c where c.person = any (p_persons)
        union select s.act from property_step s join property_container c on c.id = s.container
              where c.person = any (p_persons)));
    update property_step s set receiver = case when s.receiver = '' then '' else 'erased' end,
                               reason = case when s.reason = '' then '' else 'erased' end
        from property_container c where c.id = s.container and c.person = any (p_persons);
    update property_container c set sealed_by = 'erased', source = 'erased',
                                    contents = array(select 'erased' from unnest(c.contents))
        where c.person = any (p_persons);
end $$;

alter table property_container enable row level security;
alter table property_step enable row level security;
create policy property_container_read on property_container for select to nostos_app
    using ((select caller_handles_cases()) or (select caller_reviews()) or (select caller_is_engine()));
create policy property_container_seal on property_container for insert to nostos_app
    with check ((select caller_handles_cases()) and (select caller_role()) = 'CASE_OFFICER'
                and account = (select caller_account()) and party = (select caller_party())
                and exists (select from person p where p.id = property_container.person));
create policy property_step_read on property_step for select to nostos_app
    using (container in (select c.id from property_container c));
create policy property_step_take on property_step for insert to nostos_app
    with check ((select caller_handles_cases()) and (select caller_role()) = 'CASE_OFFICER'
                and account = (select caller_account()) and party = (select caller_party())
                and container in (select c.id from property_container c));
create trigger act_now after insert on property_container referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on property_step referencing new table as added
    for each statement execute function require_act();
grant select, insert on property_container, property_step to nostos_app;
