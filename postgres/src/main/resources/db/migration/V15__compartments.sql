-- What stands apart from a person's file, the glass before it, and who read a person.

-- ---- keepers -----------------------------------------------------------------------------------
-- An account keeps a compartment once two people have said so: an administrator with a reason, and
-- another administrator or a second reviewer, who is neither of the two it is about.

create table compartment_keeper (
    id          uuid primary key,
    kept_by     uuid not null references account (id),
    party       uuid not null references party (id),
    kind        text not null check (kind in ('ASYLUM', 'MEDICAL')),
    reason      text not null check (length(reason) between 1 and 2000),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);

create table compartment_keeper_confirmed (
    keeper      uuid primary key references compartment_keeper (id),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);

create table compartment_keeper_ended (
    keeper      uuid primary key references compartment_keeper (id),
    account     uuid not null references account (id),
    reason      text not null check (length(reason) between 1 and 2000),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);

-- ---- notes -------------------------------------------------------------------------------------

create table compartment_note (
    id          uuid primary key,
    person      uuid not null references person (id),
    party       uuid not null references party (id),
    kind        text not null check (kind in ('ASYLUM', 'MEDICAL')),
    words       text not null check (length(words) between 1 and 8000),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);
create index compartment_note_person on compartment_note (person, kind, recorded_at desc);

-- ---- the glass ---------------------------------------------------------------------------------
-- How long a glass may stay open at most, in minutes: the latest row; without one, three hours.

create table glass_limit (
    id          uuid primary key,
    minutes     int not null check (minutes between 5 and 1440),
    reason      text not null check (length(reason) between 1 and 2000),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);

-- An opening is its own notice: there is nothing beside it that could be left out or turned off.
create table glass_opening (
    id          uuid primary key,
    person      uuid not null references person (id),
    kind        text not null check (kind in ('ASYLUM', 'MEDICAL')),
    category    text not null check (category in ('LIFE_OR_HEALTH', 'PROTECTION', 'DEADLINE', 'NO_KEEPER')),
    reason      text not null check (length(reason) between 10 and 2000),
    account     uuid not null references account (id),
    party       uuid not null references party (id),
    minutes     int not null check (minutes between 1 and 1440),
    until       timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check (until = recorded_at + make_interval(mins => minutes))
);
create index glass_opening_account on glass_opening (account, until desc);

-- Each look through an open glass.
create table glass_read (
    id          uuid primary key,
    opening     uuid not null references glass_opening (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);
create index glass_read_opening on glass_read (opening, recorded_at desc);

create table glass_closed (
    opening     uuid primary key references glass_opening (id),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);

create table glass_acknowledged (
    opening     uuid primary key references glass_opening (id),
    account     uuid not null references account (id),
    remark      text not null check (length(remark) between 1 and 2000),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);

-- ---- what the walls ask ------------------------------------------------------------------------

create function caller_keeps() returns setof text
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select distinct k.kind from compartment_keeper k
    join compartment_keeper_confirmed c on c.keeper = k.id
    where k.kept_by = caller_account()
      and not exists (select from compartment_keeper_ended e where e.keeper = k.id)
    $$;

create function caller_may_confirm_keeper(p_keeper uuid) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select caller_party_kind() = 'COORDINATING_COMMITTEE'
       and caller_role() in ('ADMINISTRATOR', 'SECOND_REVIEWER')
       and exists (select from compartment_keeper k where k.id = p_keeper
                     and k.account <> caller_account() and k.kept_by <> caller_account()
                     and not exists (select from compartment_keeper_ended e where e.keeper = k.id))
    $$;

create function caller_may_end_keeper(p_keeper uuid) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select exists (select from compartment_keeper k where k.id = p_keeper
                     and (caller_role() = 'ADMINISTRATOR' or k.kept_by = caller_account()))
    $$;

create function glass_longest() returns int
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select coalesce((select minutes from glass_limit order by recorded_at desc, id limit 1), 180) $$;

create function glass_opened_by(p_opening uuid) returns uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select account from glass_opening where id = p_opening $$;

-- By the database's own clock.
create function glass_is_open(p_opening uuid) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select exists (select from glass_opening o where o.id = p_opening and o.until > clock_timestamp()
                     and not exists (select from glass_closed c where c.opening = o.id))
    $$;

-- Whether anybody else could be told. An opening that nobody hears of is none.
create function glass_supervised() returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select exists (select from account a where a.role = 'SECOND_REVIEWER' and a.id <> caller_account()
                     and not exists (select from account_closed c where c.account = a.id))
    $$;

-- The compartments that the caller looks into now: the glass is open, and the look itself was written
-- down in this very transaction. Who is one person with the one it was opened for, is meant too.
create function caller_looks_into() returns table (person uuid, kind text)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    with looked as (
        select o.person, o.kind from glass_opening o
        where o.account = caller_account() and glass_is_open(o.id)
          and exists (select from glass_read r join journal_entry e on e.id = r.act
                      where r.opening = o.id and e.actor = o.account
                        and e.recorded_at >= transaction_timestamp())
    )
    select l.person, l.kind from looked l
    union
    select other.id, l.kind
    from looked l
    join person asked on asked.id = l.person
    join person_cluster mine on mine.record = asked.record
    join person_cluster theirs on theirs.leader = mine.leader
    join person other on other.record = theirs.record
    $$;

create function compartment_keeper_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    if not exists (select from account a where a.id = new.kept_by and a.party = new.party
                     and a.role in ('INTAKE_OFFICER', 'IDENTITY_REVIEWER', 'SECOND_REVIEWER')
                     and not exists (select from account_closed c where c.account = a.id)) then
        raise exception 'nobody in such a role keeps a compartment' using errcode = '23514';
    end if;
    return new;
end $$;

create function glass_opening_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    new.recorded_at := clock_timestamp();
    new.until := new.recorded_at + make_interval(mins => new.minutes);
    if new.minutes > glass_longest() then
        raise exception 'a glass does not stay open so long' using errcode = '23514';
    end if;
    if not glass_supervised() then
        raise exception 'there is nobody who could be told' using errcode = '23514';
    end if;
    if not exists (select from journal_entry e where e.id = new.act and e.kind = 'registry.glass-opened') then
        raise exception 'the journal does not say that a glass was opened' using errcode = '23514';
    end if;
    return new;
end $$;

create function glass_read_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    new.recorded_at := clock_timestamp();
    if not exists (select from journal_entry e where e.id = new.act and e.kind = 'registry.glass-read') then
        raise exception 'the journal does not say that somebody looked' using errcode = '23514';
    end if;
    return new;
end $$;

create trigger guard before insert on compartment_keeper for each row execute function compartment_keeper_guard();
create trigger guard before insert on glass_opening for each row execute function glass_opening_guard();
create trigger guard before insert on glass_read for each row execute function glass_read_guard();

-- ---- who read a person -------------------------------------------------------------------------
-- A projection of the journal: which acts of reading showed which persons. It is written with the act,
-- rebuilt by person_reads_rebuild(), and holds no account: who it was, the journal's walls decide.

create table reading_kind (
    kind text primary key,
    how  text not null check (how in ('FILE', 'SEARCH', 'QUEUE', 'PAIR', 'NOTES', 'GLASS', 'LIST', 'OTHER'))
);
insert into reading_kind values
    ('registry.read', 'FILE'),
    ('registry.searched', 'SEARCH'),
    ('identity.queue-read', 'QUEUE'),
    ('identity.proposal-read', 'PAIR'),
    ('registry.notes-read', 'NOTES'),
    ('registry.glass-read', 'GLASS');

create table person_read (
    entry   uuid not null references journal_entry (id),
    person  uuid not null references person (id),
    party   uuid not null references party (id),
    how     text not null,
    purpose text not null,
    at      timestamptz not null,
    primary key (entry, person)
);
create index person_read_person on person_read (person, at desc);

-- The persons that a payload names, by themselves, by a record or by a proposal.
create function persons_of_payload(p_payload bytea) returns setof uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    with said as (select replace(convert_from(p_payload, 'UTF8'), '\u0000', '\ufffd')::jsonb as p),
    persons as (
        select (p ->> 'person')::uuid as id from said where p ? 'person'
        union select e::uuid from said, jsonb_array_elements_text(coalesce(p -> 'persons', '[]')) e
    ), pairs as (
        select e::uuid as id from said, jsonb_array_elements_text(coalesce(p -> 'proposals', '[]')) e
    ), records as (
        select (p ->> 'record')::uuid as id from said where p ? 'record'
        union select e::uuid from said, jsonb_array_elements_text(coalesce(p -> 'records', '[]')) e
        union select r.record_l from proposal r join pairs on pairs.id = r.id
        union select r.record_r from proposal r join pairs on pairs.id = r.id
    )
    select q.id from person q join persons on persons.id = q.id
    union select q.id from person q join records on records.id = q.record
    $$;

create or replace function journal_append(p_kind text, p_purpose text, p_document bytea, p_payload bytea) returns uuid
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    me    text[] := claims();
    entry uuid   := gen_random_uuid();
    salt  bytea  := gen_random_bytes(32);
    shows text;
begin
    if me is null then
        raise exception 'no session has entered this transaction' using errcode = '28000';
    end if;
    insert into journal_entry (id, recorded_at, actor, role, party, kind, purpose, document, commitment)
        values (entry, clock_timestamp(), me[1]::uuid, me[4], me[2]::uuid,
                p_kind, p_purpose, p_document, sha256(salt || p_payload));
    insert into journal_payload values (entry, salt, p_payload);
    insert into journal_pending values (entry);
    select k.how into shows from reading_kind k where k.kind = p_kind;
    if shows is not null then
        insert into person_read (entry, person, party, how, purpose, at)
            select entry, p, me[2]::uuid, shows, p_purpose, e.recorded_at
            from persons_of_payload(p_payload) p, journal_entry e where e.id = entry;
    end if;
    return entry;
end $$;

create function person_reads_rebuild() returns bigint
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    written bigint;
begin
    if not caller_is_engine() then
        raise exception 'only the engine rebuilds' using errcode = '42501';
    end if;
    -- Of an entry whose payload was erased, what is kept here is all that is known.
    delete from person_read r where exists (select from journal_payload j where j.entry = r.entry);
    insert into person_read (entry, person, party, how, purpose, at)
        select e.id, p, e.party, k.how, e.purpose, e.recorded_at
        from journal_entry e join reading_kind k on k.kind = e.kind
        join journal_payload j on j.entry = e.id, persons_of_payload(j.payload) p;
    get diagnostics written = row_count;
    return written;
end $$;

-- ---- walls -------------------------------------------------------------------------------------

alter table compartment_keeper enable row level security;
alter table compartment_keeper_confirmed enable row level security;
alter table compartment_keeper_ended enable row level security;
alter table compartment_note enable row level security;
alter table glass_limit enable row level security;
alter table glass_opening enable row level security;
alter table glass_read enable row level security;
alter table glass_closed enable row level security;
alter table glass_acknowledged enable row level security;
alter table person_read enable row level security;

-- Who keeps a compartment is known to those who might ask them, and to those who watch the accounts.
create policy compartment_keeper_read on compartment_keeper for select to nostos_app
    using (kept_by = (select caller_account()) or (select caller_coordinates())
           or (select caller_role()) = 'ADMINISTRATOR');
create policy compartment_keeper_propose on compartment_keeper for insert to nostos_app
    with check ((select caller_role()) = 'ADMINISTRATOR' and account = (select caller_account())
                and kept_by <> account);
create policy compartment_keeper_confirmed_read on compartment_keeper_confirmed for select to nostos_app
    using (keeper in (select id from compartment_keeper));
create policy compartment_keeper_confirm on compartment_keeper_confirmed for insert to nostos_app
    with check (account = (select caller_account()) and caller_may_confirm_keeper(keeper));
create policy compartment_keeper_ended_read on compartment_keeper_ended for select to nostos_app
    using (keeper in (select id from compartment_keeper));
create policy compartment_keeper_end on compartment_keeper_ended for insert to nostos_app
    with check (account = (select caller_account()) and caller_may_end_keeper(keeper));

-- A party's notes stay with the party. To all others there are none, and no count of them.
create policy compartment_note_read on compartment_note for select to nostos_app
    using (party = (select caller_party())
           and (kind in (select caller_keeps())
                or (person, kind) in (select l.person, l.kind from caller_looks_into() l)));
create policy compartment_note_write on compartment_note for insert to nostos_app
    with check (party = (select caller_party()) and account = (select caller_account())
                and kind in (select caller_keeps())
                and exists (select from person p where p.id = compartment_note.person));

create policy glass_limit_read on glass_limit for select to nostos_app
    using ((select caller_party_kind()) = 'COORDINATING_COMMITTEE');
create policy glass_limit_set on glass_limit for insert to nostos_app
    with check ((select caller_role()) = 'ADMINISTRATOR' and account = (select caller_account()));

-- Openings are known to who opened and to those who are told: the committee's second reviewers.
create policy glass_opening_read on glass_opening for select to nostos_app
    using (account = (select caller_account())
           or ((select caller_role()) = 'SECOND_REVIEWER' and party = (select caller_party())));
create policy glass_opening_open on glass_opening for insert to nostos_app
    with check ((select caller_reviews()) and account = (select caller_account())
                and party = (select caller_party())
                and exists (select from person p where p.id = glass_opening.person));
create policy glass_read_read on glass_read for select to nostos_app
    using (opening in (select id from glass_opening));
create policy glass_read_look on glass_read for insert to nostos_app
    with check (glass_opened_by(opening) = (select caller_account()) and glass_is_open(opening));
create policy glass_closed_read on glass_closed for select to nostos_app
    using (opening in (select id from glass_opening));
create policy glass_close on glass_closed for insert to nostos_app
    with check (account = (select caller_account())
                and (glass_opened_by(opening) = account or (select caller_role()) = 'SECOND_REVIEWER'));
create policy glass_acknowledged_read on glass_acknowledged for select to nostos_app
    using (opening in (select id from glass_opening));
create policy glass_acknowledge on glass_acknowledged for insert to nostos_app
    with check (account = (select caller_account()) and (select caller_role()) = 'SECOND_REVIEWER'
                and glass_opened_by(opening) <> account);

-- Who may see a person sees that they were read.
create policy person_read_read on person_read for select to nostos_app
    using (exists (select from person p where p.id = person_read.person)
           and (how not in ('NOTES', 'GLASS') or exists (select from journal_entry e where e.id = entry)));

-- That a note was written or read says that there is one. Such acts are known to whoever did them and
-- to those who see no person; a look through the glass also to those who are told of it.
create policy journal_entry_apart on journal_entry as restrictive for select to nostos_app
    using (kind not in ('registry.note-written', 'registry.notes-read', 'registry.glass-opened',
                        'registry.glass-read', 'registry.glass-closed', 'registry.glass-acknowledged')
           or actor = (select caller_account())
           or (select caller_role()) in ('MONITOR', 'ADMINISTRATOR')
           or (kind like 'registry.glass-%' and (select caller_role()) = 'SECOND_REVIEWER'));
create policy journal_payload_apart on journal_payload as restrictive for select to nostos_app
    using (exists (select from journal_entry e where e.id = entry));

create trigger act_now after insert on compartment_keeper referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on compartment_keeper_confirmed referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on compartment_keeper_ended referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on compartment_note referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on glass_limit referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on glass_opening referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on glass_read referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on glass_closed referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on glass_acknowledged referencing new table as added
    for each statement execute function require_act();

grant execute on function caller_keeps(), caller_may_confirm_keeper(uuid), caller_may_end_keeper(uuid),
    glass_longest(), glass_opened_by(uuid), glass_is_open(uuid), glass_supervised(), caller_looks_into(),
    person_reads_rebuild() to nostos_app;
grant select, insert on compartment_keeper, compartment_keeper_confirmed, compartment_keeper_ended, compartment_note,
    glass_limit, glass_opening, glass_read, glass_closed, glass_acknowledged to nostos_app;
grant select on person_read, reading_kind to nostos_app;
