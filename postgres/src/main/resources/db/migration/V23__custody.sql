-- Custody: facilities, what happened in a person's custody, and a facility that changes hands.

create table facility (
    id          uuid primary key,
    party       uuid not null references party (id),
    name        text not null check (length(name) between 1 and 200),
    place       text not null check (length(place) between 1 and 200),
    sections    text[] not null default '{}' check (cardinality(sections) <= 50),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);
create unique index facility_once on facility (party, lower(name), lower(place));

-- One act for everybody who is held in a facility on a day.
create table facility_handed_over (
    id             uuid primary key,
    facility       uuid not null references facility (id),
    party          uuid not null references party (id),
    authority      uuid references party (id),
    authority_name text not null check (length(authority_name) between 1 and 200),
    happened_on    date not null,
    people         int not null check (people > 0),
    source         text not null check (length(source) between 1 and 500),
    reason         text not null check (length(reason) <= 2000),
    account        uuid not null references account (id),
    recorded_at    timestamptz not null default clock_timestamp(),
    act            uuid not null references journal_entry (id)
);
create index facility_handed_over_facility on facility_handed_over (facility, happened_on);

-- `happened_on` is the first day on which it can have happened, `happened_last` the last.
create table custody_event (
    id             uuid primary key,
    person         uuid not null references person (id),
    party          uuid not null references party (id),
    kind           text not null check (kind in ('REPORTED_HELD', 'ARRESTED', 'ADMITTED', 'AUTHORITY_CHANGED', 'MOVED',
                        'TO_HOSPITAL', 'TO_COURT', 'RETURNED', 'GROUND_STATED', 'BUREAU_TOLD', 'CHANGE_EXAMINED',
                        'RELEASED', 'RELEASED_IN_ERROR', 'ESCAPED', 'RECAPTURED', 'UNACCOUNTED', 'DECEASED', 'DEPARTED',
                        'REPATRIATED', 'TRANSFERRED', 'TAKEN_BACK')),
    happened_on    date not null,
    happened_last  date not null check (happened_last >= happened_on),
    precision      text not null check (precision in ('DAY', 'MONTH', 'YEAR', 'DECADE')),
    calendar       text not null check (calendar in ('GREGORIAN', 'HIJRI', 'PERSIAN')),
    written        text not null check (length(written) between 1 and 100),
    authority      uuid references party (id),
    authority_name text check (length(authority_name) between 1 and 200),
    facility       uuid references facility (id),
    place          text check (length(place) between 1 and 200),
    section        text not null default '' check (length(section) <= 200),
    ground         text check (ground in ('PRE_TRIAL', 'CONVICTED', 'DEATH_SENTENCE', 'SECURITY_INTERNMENT',
                        'PRISONER_OF_WAR', 'IMMIGRATION_HOLD', 'TRANSFER_HOLD', 'PROTECTIVE_STAY_OF_CHILD',
                        'ACCOMPANYING_PARENT', 'NONE_KNOWN', 'DISPUTED')),
    ordered_by     text not null default '' check (length(ordered_by) <= 500),
    source         text not null check (length(source) between 1 and 500),
    reason         text not null default '' check (length(reason) <= 2000),
    takes_back     uuid references custody_event (id),
    handover       uuid references facility_handed_over (id),
    account        uuid not null references account (id),
    recorded_at    timestamptz not null default clock_timestamp(),
    act            uuid not null references journal_entry (id),
    check ((kind = 'TAKEN_BACK') = (takes_back is not null)),
    check (authority is null or authority_name is not null),
    check (facility is null or place is not null),
    check (kind not in ('ADMITTED', 'RECAPTURED', 'AUTHORITY_CHANGED') or authority_name is not null),
    check (kind not in ('ADMITTED', 'RECAPTURED', 'MOVED') or place is not null),
    check (kind not in ('ADMITTED', 'GROUND_STATED') or ground is not null)
);
create index custody_event_person on custody_event (person, happened_on);
create index custody_event_facility on custody_event (facility, person) where facility is not null;
create unique index custody_event_taken_back_once on custody_event (party, takes_back) where takes_back is not null;

-- What the person was told, and what they answered.
create table rights_notice (
    id          uuid primary key,
    person      uuid not null references person (id),
    party       uuid not null references party (id),
    told_right  text not null check (told_right in ('REASONS', 'CONSULAR', 'COUNSEL', 'COURT', 'FAMILY', 'COMPLAINT',
                                                    'INTERPRETER')),
    happened_on date not null,
    language    text not null check (length(language) between 2 and 100),
    interpreter text not null default '' check (length(interpreter) <= 200),
    answer      text not null default '' check (length(answer) <= 2000),
    source      text not null check (length(source) between 1 and 500),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);
create index rights_notice_person on rights_notice (person);

-- The person's own choice whether the consul of a state is told; the latest counts. NOT_ASKED takes back
-- what was recorded by mistake.
create table consular_choice (
    id          uuid primary key,
    person      uuid not null references person (id),
    party       uuid not null references party (id),
    state       text not null check (state ~ '^[A-Z]{3}$'),
    choice      text not null check (choice in ('NOT_ASKED', 'WANTS', 'REFUSES', 'WITHDRAWN')),
    happened_on date not null,
    language    text not null default '' check (length(language) <= 100),
    interpreter text not null default '' check (length(interpreter) <= 200),
    source      text not null check (length(source) between 1 and 500),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check (choice = 'NOT_ASKED' or length(language) >= 2)
);
create index consular_choice_person on consular_choice (person);

-- What somebody said of an item of the minimum file that the house does not hold itself.
create table file_item_said (
    id          uuid primary key,
    person      uuid not null references person (id),
    party       uuid not null references party (id),
    item        text not null check (item ~ '^[A-Z_]{3,40}$'),
    standing    text not null check (standing in ('ASKED_NOT_KNOWN', 'KEPT_ELSEWHERE', 'TAKEN_BACK')),
    words       text not null check (length(words) between 1 and 2000),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);
create index file_item_said_person on file_item_said (person);

-- Where splits in force put what happened in somebody's custody.
create function custody_placed() returns table (what uuid, person uuid)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select distinct on (p.what) p.what, p.person
    from split_placement p
    join split_step k on k.split = p.split and k.kind = 'CARRIED_OUT'
    where p.room = 'custody' and p.person is not null and caller_coordinates()
      and split_state(p.split) in ('CARRIED_OUT', 'UNDO_ASKED')
    order by p.what, k.recorded_at desc
    $$;

-- Acts on one person take turns; an act on everybody of a facility waits for all of them, and they for it.
create function custody_turn(p_person uuid) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    perform pg_advisory_xact_lock_shared(7305801482123);
    perform case_turn(p_person);
end $$;

create function custody_turn_of_all() returns void
    language sql volatile security definer set search_path = nostos, pg_temp
    as $$ select pg_advisory_xact_lock(7305801482123) $$;

-- The moment is the database's, and what takes back names an event of the caller's own party that
-- takes back nothing.
create function custody_event_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    new.recorded_at := clock_timestamp();
    if new.takes_back is not null
       and not exists (select from custody_event e where e.id = new.takes_back and e.party = new.party
                         and e.kind <> 'TAKEN_BACK') then
        raise exception 'there is no such event to take back' using errcode = '23514';
    end if;
    if new.handover is not null
       and not exists (select from facility_handed_over h where h.id = new.handover and h.act = new.act) then
        raise exception 'the facility was not handed over in this act' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger guard before insert on custody_event for each row execute function custody_event_guard();

create function custody_moment() returns trigger
    language plpgsql as $$
begin
    new.recorded_at := clock_timestamp();
    return new;
end $$;
create trigger guard before insert on facility for each row execute function custody_moment();
create trigger guard before insert on facility_handed_over for each row execute function custody_moment();
create trigger guard before insert on rights_notice for each row execute function custody_moment();
create trigger guard before insert on consular_choice for each row execute function custody_moment();
create trigger guard before insert on file_item_said for each row execute function custody_moment();

-- What an erasure takes here: every word that somebody wrote. That something happened stays.
create function erase_more_custody(p_persons uuid[], p_records uuid[]) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    perform erase_payloads(array(
        select e.act from custody_event e where e.person = any (p_persons) and e.handover is null
        union select n.act from rights_notice n where n.person = any (p_persons)
        union select c.act from consular_choice c where c.person = any (p_persons)
        union select i.act from file_item_said i where i.person = any (p_persons)));
    update rights_notice set source = 'erased', answer = '', interpreter = '', language = 'erased'
        where person = any (p_persons);
    update consular_choice set source = 'erased', interpreter = '' where person = any (p_persons);
    update file_item_said set words = 'erased' where person = any (p_persons);
    update custody_event set source = 'erased', reason = '', ordered_by = '', section = '',
                             place = case when facility is null and place is not null then 'erased' else place end
        where person = any (p_persons);
end $$;

-- ---- walls -------------------------------------------------------------------------------------

alter table facility enable row level security;
alter table facility_handed_over enable row level security;
alter table custody_event enable row level security;

create policy facility_read on facility for select to nostos_app
    using ((select caller_handles_cases()) or (select caller_reviews()));
create policy facility_open on facility for insert to nostos_app
    with check ((select caller_handles_cases()) and (select caller_role()) = 'CASE_OFFICER'
                and account = (select caller_account()) and party = (select caller_party()));
create policy facility_handed_over_read on facility_handed_over for select to nostos_app
    using ((select caller_handles_cases()));
create policy facility_hand_over on facility_handed_over for insert to nostos_app
    with check ((select caller_handles_cases()) and (select caller_role()) = 'CASE_OFFICER'
                and account = (select caller_account()) and party = (select caller_party())
                and facility in (select f.id from facility f));
-- Who takes people apart sees what has to be put back.
create policy custody_event_read on custody_event for select to nostos_app
    using ((select caller_handles_cases()) or (select caller_reviews()));
create policy custody_event_add on custody_event for insert to nostos_app
    with check ((select caller_handles_cases())
                and (select caller_role()) = case kind when 'CHANGE_EXAMINED' then 'LEGAL_REVIEWER' else 'CASE_OFFICER' end
                and account = (select caller_account()) and party = (select caller_party())
                and exists (select from person p where p.id = custody_event.person)
                and (facility is null or facility in (select f.id from facility f)));

do $$
declare
    t text;
begin
    foreach t in array array['rights_notice', 'consular_choice', 'file_item_said'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy %I on %I for select to nostos_app
                        using ((select caller_handles_cases()) or (select caller_reviews()))', t || '_read', t);
        execute format('create policy %I on %I for insert to nostos_app
                        with check ((select caller_handles_cases()) and (select caller_role()) = ''CASE_OFFICER''
                                    and account = (select caller_account()) and party = (select caller_party())
                                    and exists (select from person p where p.id = %I.person))', t || '_add', t, t);
        execute format('create trigger act_now after insert on %I referencing new table as added
                        for each statement execute function require_act()', t);
    end loop;
end $$;

create trigger act_now after insert on facility referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on facility_handed_over referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on custody_event referencing new table as added
    for each statement execute function require_act();

grant execute on function custody_placed(), custody_turn(uuid), custody_turn_of_all() to nostos_app;
grant select, insert on facility, facility_handed_over, custody_event, rights_notice, consular_choice, file_item_said
    to nostos_app;

insert into reading_kind values ('custody.facility-read', 'LIST');
