-- The register of evidence: pointers, never the material. What an item is, who keeps it and had it before, who must
-- agree before it goes further, whether it may be relied on, and of whom it speaks.

create table evidence_item (
    id          uuid primary key,
    party       uuid not null references party (id),
    number      bigint generated always as identity,
    what        text not null check (length(what) between 1 and 500),
    origin      text not null check (origin in ('MILITARY', 'OPEN_SOURCE', 'WITNESS', 'OWN_STATEMENT', 'FORENSIC', 'STATE',
                                                'OTHER')),
    originator  text not null check (length(originator) between 1 and 200),
    controlled  boolean not null,
    place       text not null check (length(place) between 1 and 200),
    keeper      text not null check (length(keeper) between 1 and 200),
    sha256      text check (sha256 ~ '^[0-9a-f]{64}$'),
    compartment text not null check (compartment in ('CASE', 'LAW')),
    happened_on date not null,
    source      text not null check (length(source) between 1 and 500),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);
create unique index evidence_item_number on evidence_item (party, number);

create table evidence_event (
    id          uuid primary key,
    item        uuid not null references evidence_item (id),
    party       uuid not null references party (id),
    kind        text not null check (kind in ('HANDED', 'LOST', 'CONSENTED', 'CONSENT_WITHDRAWN', 'ALLEGED', 'ESTABLISHED',
                                              'DISMISSAL_PROPOSED', 'DISMISSED', 'DISCLOSED', 'RELIED_ON',
                                              'NOT_RELIED_ON')),
    recipient   text check (recipient in ('ANYBODY', 'DEFENCE') or recipient ~ '^[A-Z]{3}$'),
    use         text check (use in ('REVIEW', 'REQUEST')),
    giver       text check (length(giver) between 1 and 200),
    receiver    text check (length(receiver) between 1 and 200),
    place       text check (length(place) between 1 and 200),
    seal        text check (length(seal) <= 100),
    happened_on date not null,
    reason      text not null check (length(reason) between 1 and 8000),
    source      text check (length(source) between 1 and 500),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check ((kind in ('CONSENTED', 'CONSENT_WITHDRAWN')) = (recipient is not null)),
    check ((kind in ('RELIED_ON', 'NOT_RELIED_ON')) = (use is not null)),
    check ((kind = 'HANDED') = (giver is not null and receiver is not null and place is not null)),
    check (kind not in ('CONSENTED', 'CONSENT_WITHDRAWN', 'ESTABLISHED') or source is not null)
);
create index evidence_event_item on evidence_event (item, recorded_at);

create table evidence_link (
    id          uuid primary key,
    item        uuid not null references evidence_item (id),
    person      uuid not null references person (id),
    party       uuid not null references party (id),
    kind        text not null check (kind in ('LINKED', 'UNLINKED')),
    happened_on date not null,
    reason      text not null check (length(reason) between 1 and 8000),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);
create index evidence_link_person on evidence_link (person);
create index evidence_link_item on evidence_link (item);

-- One act on an item at a time.
create function evidence_turn(p_item uuid) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(p_item::text, 7305801482133));
end $$;

-- What was said last of whether torture or ill-treatment made it, and by whom.
create function evidence_coercion(p_item uuid) returns evidence_event
    language sql stable set search_path = nostos, pg_temp
    as $$
    select e from evidence_event e
    where e.item = p_item and e.kind in ('ALLEGED', 'ESTABLISHED', 'DISMISSAL_PROPOSED', 'DISMISSED')
    order by e.recorded_at desc, e.id desc limit 1
    $$;

create function evidence_coerced(p_item uuid) returns boolean
    language sql stable set search_path = nostos, pg_temp
    as $$ select coalesce((evidence_coercion(p_item)).kind <> 'DISMISSED', false) $$;

-- What the originator's word leaves open to a recipient.
create function evidence_agreed(p_item uuid, p_recipient text) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select not i.controlled
           or exists (select from unnest(array['ANYBODY', p_recipient]) r
                      where (select e.kind from evidence_event e
                             where e.item = i.id and e.recipient = r
                             order by e.recorded_at desc, e.id desc limit 1) = 'CONSENTED')
    from evidence_item i where i.id = p_item
    $$;

-- Whether the last word on a use is that it is relied on.
create function evidence_relied(p_item uuid, p_use text) returns boolean
    language sql stable set search_path = nostos, pg_temp
    as $$
    select coalesce((select e.kind = 'RELIED_ON' from evidence_event e
                     where e.item = p_item and e.use = p_use
                     order by e.recorded_at desc, e.id desc limit 1), false)
    $$;

-- What was disclosed to the defence of the caller's clients.
create function evidence_of_clients() returns setof uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select last.item
    from (select distinct on (l.item, l.person) l.item, l.kind
          from evidence_link l
          where coalesce((select p.person from split_placement p
                          where p.room = 'evidence' and p.what = l.id
                            and split_state(p.split) in ('CARRIED_OUT', 'UNDO_ASKED') limit 1), l.person)
                in (select caller_clients())
          order by l.item, l.person, l.recorded_at desc, l.id) last
    where last.kind = 'LINKED'
      and exists (select from evidence_event e where e.item = last.item and e.kind = 'DISCLOSED')
    $$;

-- ---- guards ----------------------------------------------------------------------------------------

create function evidence_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    new.recorded_at := clock_timestamp();
    if new.happened_on > (clock_timestamp() at time zone 'UTC')::date then
        raise exception 'nothing has happened on a day to come' using errcode = '23514';
    end if;
    return new;
end $$;

create function evidence_link_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    perform case_turn(new.person);
    return new;
end $$;

create function evidence_event_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    last evidence_event;
begin
    perform evidence_turn(new.item);
    last := evidence_coercion(new.item);
    if new.kind = 'RELIED_ON' and evidence_coerced(new.item) then
        raise exception 'nobody relies on what torture may have made' using errcode = '23514';
    end if;
    if (new.kind = 'DISMISSAL_PROPOSED' and (last.kind is null or last.kind not in ('ALLEGED', 'ESTABLISHED')))
       or (new.kind = 'DISMISSED' and (last.kind is distinct from 'DISMISSAL_PROPOSED' or last.account = new.account)) then
        raise exception 'the item does not allow this step, or not to this hand' using errcode = '23514';
    end if;
    if new.kind = 'DISCLOSED' and not evidence_agreed(new.item, 'DEFENCE') then
        raise exception 'its originator has not agreed' using errcode = '23514';
    end if;
    return new;
end $$;

create trigger guard_1 before insert on evidence_item for each row execute function evidence_guard();
create trigger guard_1 before insert on evidence_event for each row execute function evidence_guard();
create trigger guard_2 before insert on evidence_event for each row execute function evidence_event_guard();
create trigger guard_1 before insert on evidence_link for each row execute function evidence_guard();
create trigger guard_2 before insert on evidence_link for each row execute function evidence_link_guard();

-- ---- erasing -----------------------------------------------------------------------------------------

-- An item that speaks of nobody else loses its words with the person; one that speaks of others keeps them.
create function erase_more_evidence(p_persons uuid[], p_records uuid[]) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    alone uuid[] := array(
        select l.item from evidence_link l where l.person = any (p_persons)
        except select l.item from evidence_link l where not l.person = any (p_persons));
begin
    perform erase_payloads(array(
        select act from evidence_link where person = any (p_persons)
        union select act from evidence_item where id = any (alone)
        union select act from evidence_event where item = any (alone)));
    update evidence_link set reason = 'erased' where person = any (p_persons);
    update evidence_item set what = 'erased', originator = 'erased', place = 'erased', keeper = 'erased', sha256 = null,
                             source = 'erased'
        where id = any (alone);
    update evidence_event set reason = 'erased', source = case when source is null then null else 'erased' end,
                              giver = case when giver is null then null else 'erased' end,
                              receiver = case when receiver is null then null else 'erased' end,
                              place = case when place is null then null else 'erased' end, seal = null
        where item = any (alone);
end $$;

-- ---- walls -------------------------------------------------------------------------------------------

alter table evidence_item enable row level security;
alter table evidence_event enable row level security;
alter table evidence_link enable row level security;

create policy evidence_item_read on evidence_item for select to nostos_app
    using ((select caller_decides_law())
           or (compartment = 'CASE' and ((select caller_handles_cases()) or (select caller_is_engine())))
           or ((select caller_counsel()) is not null and id in (select evidence_of_clients())));
create policy evidence_item_add on evidence_item for insert to nostos_app
    with check (account = (select caller_account()) and party = (select caller_party())
                and ((select caller_decides_law())
                     or (compartment = 'CASE' and (select caller_handles_cases()))));

create policy evidence_event_read on evidence_event for select to nostos_app
    using (item in (select i.id from evidence_item i)
           and ((select caller_counsel()) is null or kind not in ('CONSENTED', 'CONSENT_WITHDRAWN', 'DISMISSAL_PROPOSED')));
create policy evidence_event_add on evidence_event for insert to nostos_app
    with check (account = (select caller_account()) and party = (select caller_party())
                and item in (select i.id from evidence_item i)
                and ((select caller_decides_law())
                     or (kind in ('HANDED', 'LOST', 'CONSENTED', 'CONSENT_WITHDRAWN', 'ALLEGED')
                         and (select caller_handles_cases()))
                     or (kind = 'ALLEGED' and (select caller_counsel()) is not null)));

create policy evidence_link_read on evidence_link for select to nostos_app
    using (item in (select i.id from evidence_item i)
           and ((select caller_counsel()) is null or person in (select caller_clients())));
create policy evidence_link_add on evidence_link for insert to nostos_app
    with check (account = (select caller_account()) and party = (select caller_party())
                and (select caller_handles_cases()) and item in (select i.id from evidence_item i));

create trigger act_now after insert on evidence_item referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on evidence_event referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on evidence_link referencing new table as added
    for each statement execute function require_act();

insert into reading_kind values ('evidence.read', 'OTHER');

grant execute on function evidence_turn(uuid), evidence_coercion(uuid), evidence_coerced(uuid),
    evidence_relied(uuid, text), evidence_of_clients() to nostos_app;
grant select, insert on evidence_item, evidence_event, evidence_link to nostos_app;
