-- Who is whose kin, by two hands; and the care of children. For unity, care and tracing alone.

create table kin_event (
    id           uuid primary key,
    tie          uuid not null,
    party        uuid not null references party (id),
    kind         text not null check (kind in ('PROPOSED', 'CONFIRMED', 'REFUSED', 'PLACE_SAID', 'ENDED', 'TAKING_BACK',
                                               'TAKEN_BACK')),
    person       uuid references person (id),
    relative     uuid references person (id),
    contact      text not null default '' check (length(contact) <= 200),
    contact_born date,
    relation     text check (relation in ('MOTHER', 'FATHER', 'CHILD', 'SPOUSE', 'SIBLING', 'GUARDIAN', 'CAREGIVER')),
    marriage     text check (marriage in ('CIVIL', 'RELIGIOUS_ONLY', 'POLYGAMOUS')),
    grade        text check (grade in ('STATED', 'WITNESSED', 'DOCUMENTED', 'PARENTAGE_RESULT')),
    same_place   boolean,
    happened_on  date not null,
    source       text not null check (length(source) <= 500),
    reason       text not null check (length(reason) <= 2000),
    account      uuid not null references account (id),
    recorded_at  timestamptz not null default clock_timestamp(),
    act          uuid not null references journal_entry (id),
    check ((kind = 'PROPOSED') = (tie = id)),
    check ((kind = 'PROPOSED') = (person is not null and relation is not null and grade is not null)),
    check (kind <> 'PROPOSED' or (relative is null) = (length(contact) > 0)),
    check (kind <> 'PROPOSED' or length(source) > 0),
    check (person <> relative)
);
create index kin_event_tie on kin_event (tie, recorded_at);
create index kin_event_person on kin_event (person);
create index kin_event_relative on kin_event (relative);

-- Who proposes does not confirm; who holds a tie to be wrong does not take it back alone.
create function kin_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    first record;
begin
    if new.kind = 'PROPOSED' then
        return new;
    end if;
    select * into first from kin_event where id = new.tie for update;
    if first is null or first.kind <> 'PROPOSED' then
        raise exception 'there is no such tie' using errcode = '23514';
    end if;
    if new.kind in ('CONFIRMED', 'REFUSED') then
        if first.account = new.account then
            raise exception 'nobody confirms their own' using errcode = '23514';
        end if;
        if exists (select from kin_event e where e.tie = new.tie and e.kind in ('CONFIRMED', 'REFUSED')) then
            raise exception 'this was answered already' using errcode = '23514';
        end if;
    elsif new.kind = 'TAKEN_BACK' and not exists (
            select from kin_event e where e.tie = new.tie and e.kind = 'TAKING_BACK' and e.account <> new.account) then
        raise exception 'nobody takes back alone what two confirmed' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger guard before insert on kin_event for each row execute function kin_guard();

create table care_event (
    id          uuid primary key,
    person      uuid not null references person (id),
    party       uuid not null references party (id),
    kind        text not null check (kind in ('AGE_ASSESSED', 'COMPANY_SAID', 'GUARDIAN_INTERIM', 'GUARDIAN_APPOINTED',
                                              'GUARDIAN_ENDED', 'SCREENED', 'REFERRED', 'DIED', 'CORRECTED')),
    company     text check (company in ('WITH_PARENT', 'SEPARATED', 'UNACCOMPANIED', 'NOT_KNOWN')),
    ground      text check (ground in ('TRAFFICKING', 'SLAVERY', 'RECRUITED_AS_CHILD')),
    outcome     text check (outcome in ('NO_INDICATION', 'INDICATION', 'CANNOT_SAY')),
    whom        text not null default '' check (length(whom) <= 200),
    born_first  date,
    born_last   date,
    happened_on date not null,
    source      text not null check (length(source) <= 500),
    reason      text not null check (length(reason) <= 2000),
    of_event    uuid references care_event (id),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check ((kind = 'CORRECTED') = (of_event is not null)),
    check ((kind = 'COMPANY_SAID') = (company is not null)),
    check ((kind in ('SCREENED', 'REFERRED')) = (ground is not null)),
    check ((kind = 'SCREENED') = (outcome is not null)),
    check ((kind = 'AGE_ASSESSED') = (born_first is not null and born_last is not null)),
    check (born_last >= born_first)
);
create index care_event_person on care_event (person, recorded_at);
create index care_event_alone on care_event (company, person) where kind = 'COMPANY_SAID';
create index care_event_born on care_event (born_last) where kind = 'AGE_ASSESSED';
create index record_birth_last on record (birth_last);

alter table kin_event enable row level security;
alter table care_event enable row level security;

-- The engine sums cases up.
alter policy nationality_event_read on nationality_event
    using ((select caller_handles_cases()) or (select caller_reviews()) or (select caller_is_engine()));
create policy kin_event_read on kin_event for select to nostos_app
    using ((select caller_handles_cases()) or (select caller_reviews()) or (select caller_is_engine()));
create policy kin_event_add on kin_event for insert to nostos_app
    with check (account = (select caller_account()) and party = (select caller_party())
                and (select caller_handles_cases())
                and (kind in ('CONFIRMED', 'REFUSED', 'TAKEN_BACK') or (select caller_role()) = 'CASE_OFFICER'));
-- As a victim of what somebody was screened is for those alone who keep the case.
create policy care_event_read on care_event for select to nostos_app
    using ((select caller_handles_cases()) or (select caller_is_engine())
           or ((select caller_reviews()) and kind not in ('SCREENED', 'REFERRED')));
create policy care_event_add on care_event for insert to nostos_app
    with check (account = (select caller_account()) and party = (select caller_party())
                and (select caller_handles_cases()) and (select caller_role()) = 'CASE_OFFICER');

-- Whoever takes a person apart has to say where each act goes, and learns of those apart that there is one.
create function care_acts(p_persons uuid[])
    returns table (id uuid, person uuid, kind text, by_name text, recorded_at timestamptz)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select c.id, coalesce(placed_person('care', c.id), c.person),
           case when c.kind in ('SCREENED', 'REFERRED') and not caller_handles_cases() then 'APART' else c.kind end,
           a.display_name, c.recorded_at
    from care_event c join account a on a.id = c.account
    where (caller_handles_cases() or caller_reviews()) and c.of_event is null
      and (c.person = any (p_persons) or c.id in (select placed_on('care', p_persons)))
      and coalesce(placed_person('care', c.id), c.person) = any (p_persons)
    order by c.recorded_at, c.id
    $$;
grant execute on function care_acts(uuid[]) to nostos_app;

create trigger act_now after insert on kin_event referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on care_event referencing new table as added
    for each statement execute function require_act();
grant select, insert on kin_event, care_event to nostos_app;

insert into reading_kind values ('registry.children-read', 'LIST');

create function erase_more_kin(p_persons uuid[], p_records uuid[]) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    ties uuid[] := array(select e.tie from kin_event e where e.person = any (p_persons) or e.relative = any (p_persons));
begin
    perform erase_payloads(array(select e.act from kin_event e where e.tie = any (ties)
                                 union select c.act from care_event c where c.person = any (p_persons)));
    update kin_event set source = case when kind = 'PROPOSED' then 'erased' else '' end, reason = '',
           contact = case when contact = '' then '' else 'erased' end, contact_born = null
        where tie = any (ties);
    update care_event set source = '', reason = '', whom = '' where person = any (p_persons);
end $$;
