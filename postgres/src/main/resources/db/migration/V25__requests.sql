-- States are asked about persons held, and answer or stay silent.
--
-- What a state may read stands in tables of its own: a note, its lines as they were disclosed, what
-- happened to the note, the answers. Who a line is about stands beside it, for the committee alone.

-- The code of the state for which the caller answers.
create function caller_state() returns text
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select p.state_code from party p where p.id = caller_mission() and p.kind = 'STATE' $$;

-- ---- the directory of states ----------------------------------------------------------------------

create table state_entry (
    code        text primary key check (code ~ '^[A-Z]{3}$'),
    name        text not null check (length(name) between 1 and 200),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);

-- Ministries, missions, focal points: what they are written to about, and how.
create table state_contact (
    id          uuid primary key,
    state       text not null references state_entry (code),
    kind        text not null check (kind in ('MINISTRY', 'MISSION', 'FOCAL_POINT', 'OTHER')),
    name        text not null check (length(name) between 1 and 300),
    serves      text not null check (serves in ('ANYTHING', 'NATIONALITY', 'TRAVEL_DOCUMENT', 'CHILDREN', 'ESCALATION')),
    channel     text not null check (channel in ('NOTE_BY_HAND', 'DESK', 'POST', 'EMAIL', 'PROTECTING_POWER', 'ICRC',
                                                 'LIAISON')),
    address     text not null check (length(address) <= 500),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);
create index state_contact_state on state_contact (state);

create table state_contact_ended (
    contact     uuid primary key references state_contact (id),
    reason      text not null check (length(reason) between 1 and 2000),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);

-- What a state agreed to: how many days it has to answer, and what its silence comes to.
create table state_agreement (
    id            uuid primary key,
    state         text not null references state_entry (code),
    title         text not null check (length(title) between 1 and 300),
    article       text not null check (length(article) between 1 and 200),
    asked         text check (asked in ('NATIONALITY', 'ACCEPTANCE', 'TRAVEL_DOCUMENT', 'PROSECUTION')), -- null: any
    days          int not null check (days between 1 and 365),
    silence       text not null check (silence in ('NOTHING', 'ACCEPTED')),
    in_force_from date not null,
    in_force_till date,
    source        text not null check (length(source) between 1 and 500),
    account       uuid not null references account (id),
    recorded_at   timestamptz not null default clock_timestamp(),
    act           uuid not null references journal_entry (id),
    check (in_force_till >= in_force_from)
);
create index state_agreement_state on state_agreement (state);

-- What a state said in public, and meetings with it. It answers for nobody.
create table state_said (
    id          uuid primary key,
    state       text not null references state_entry (code),
    kind        text not null check (kind in ('POSITION', 'STATEMENT', 'MEETING')),
    said_on     date not null,
    by_whom     text not null check (length(by_whom) between 1 and 300),
    words       text not null check (length(words) between 1 and 4000),
    source      text not null check (length(source) between 1 and 500),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);
create index state_said_state on state_said (state, said_on desc);

-- ---- what may leave the house ---------------------------------------------------------------------

-- Drafted: these fields of a person, to this state, for this, until then, with the test of harm.
create table disclosure (
    id               uuid primary key,
    person           uuid not null references person (id),
    state            text not null references state_entry (code),
    asked            text not null check (asked in ('NATIONALITY', 'ACCEPTANCE', 'TRAVEL_DOCUMENT', 'PROSECUTION')),
    fields           text[] not null check (cardinality(fields) between 1 and 20),
    until            date not null,
    harm_found       boolean not null,
    harm             text not null check (length(harm) between 10 and 2000),
    exception        text check (exception in ('TREATY', 'GUARDIAN')),
    exception_ground text check (length(exception_ground) between 5 and 500),
    account          uuid not null references account (id),
    recorded_at      timestamptz not null default clock_timestamp(),
    act              uuid not null references journal_entry (id),
    check ((exception is null) = (exception_ground is null))
);
create index disclosure_person on disclosure (person);

create table disclosure_event (
    id          uuid primary key,
    disclosure  uuid not null references disclosure (id),
    kind        text not null check (kind in ('CLEARED', 'REFUSED', 'WITHDRAWN')),
    happened_on date not null,
    reason      text not null check (length(reason) <= 2000),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);
create index disclosure_event_disclosure on disclosure_event (disclosure, recorded_at);

-- The word of who keeps the asylum compartment: whether this state may be told of the person. It is asked
-- for everybody alike, so that asking tells nobody for whom there is a note.
create table asylum_word (
    id          uuid primary key,
    person      uuid not null references person (id),
    state       text not null references state_entry (code),
    may         boolean not null,
    party       uuid not null references party (id),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);
create index asylum_word_person on asylum_word (person, state, recorded_at desc);

-- ---- notes ----------------------------------------------------------------------------------------

create table note_verbale (
    id          uuid primary key,
    state       text not null references state_entry (code),
    asked       text not null check (asked in ('NATIONALITY', 'ACCEPTANCE', 'TRAVEL_DOCUMENT', 'PROSECUTION')),
    words_en    text not null check (length(words_en) <= 4000),
    words_ar    text not null check (length(words_ar) <= 4000),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);
create index note_verbale_state on note_verbale (state, recorded_at desc);

-- Numbers are given to notes that are signed, one after the other in a year, and none is left out.
create table note_number (
    note        uuid primary key references note_verbale (id),
    year        int not null,
    number      int not null,
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    unique (year, number)
);

-- A line of the annex: what is said of one person, as it was when it was written. It names no person of
-- the registry.
create table note_line (
    id          uuid primary key,
    note        uuid not null references note_verbale (id),
    place       int not null check (place > 0),
    fields      text[] not null check (cardinality(fields) > 0),
    said        text[] not null,
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    unique (note, place),
    check (cardinality(fields) = cardinality(said))
);

-- Who the line is about, and what allowed it: for the committee alone.
create table note_line_person (
    line        uuid primary key references note_line (id),
    person      uuid not null references person (id),
    disclosure  uuid not null references disclosure (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);
create index note_line_person_person on note_line_person (person);

create table note_line_removed (
    line        uuid primary key references note_line (id),
    reason      text not null check (length(reason) between 1 and 2000),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);

create table note_event (
    id          uuid primary key,
    note        uuid not null references note_verbale (id),
    kind        text not null check (kind in ('CLEARED', 'REDRAFTED', 'SIGNED', 'SENT', 'DELIVERED', 'ACKNOWLEDGED',
                                              'REMINDED', 'ESCALATED', 'RETURNED', 'WITHDRAWN', 'CLOSED')),
    happened_on date not null,
    reason      text not null check (length(reason) <= 2000),
    source      text not null check (length(source) <= 500),
    document    bytea check (octet_length(document) = 32),
    party       uuid not null references party (id),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);
create index note_event_note on note_event (note, recorded_at);

-- ---- answers --------------------------------------------------------------------------------------

create table answer_event (
    id            uuid primary key,
    line          uuid not null references note_line (id),
    kind          text not null check (kind in ('ACCEPTED', 'ACCEPTED_CHILD_ONLY', 'ACCEPTED_CONDITIONAL', 'REFUSED',
                                                'NOT_OUR_NATIONAL', 'MORE_INFORMATION_NEEDED', 'DEEMED_ACCEPTED',
                                                'ANSWER_WITHDRAWN', 'REVIEW_UPHELD', 'REVIEW_QUASHED',
                                                'WILL_PROSECUTE', 'WILL_NOT_PROSECUTE', 'TAKEN_BACK')),
    happened_on   date not null,
    conditions    text not null default '' check (length(conditions) <= 2000),
    reasons_given boolean,
    ground        text not null default '' check (length(ground) <= 2000),
    review_body   text not null default '' check (length(review_body) <= 300),
    source        text not null default '' check (length(source) <= 500),
    document      bytea check (octet_length(document) = 32),
    agreement     uuid references state_agreement (id),
    party         uuid not null references party (id),
    account       uuid not null references account (id),
    recorded_at   timestamptz not null default clock_timestamp(),
    act           uuid not null references journal_entry (id),
    check (kind <> 'ACCEPTED_CONDITIONAL' or conditions <> ''),
    check ((kind = 'REFUSED') = (reasons_given is not null)),
    check (reasons_given is not true or ground <> ''),
    check ((kind = 'DEEMED_ACCEPTED') = (agreement is not null))
);
create index answer_event_line on answer_event (line, recorded_at);

-- ---- what the walls and guards ask ----------------------------------------------------------------

-- The notes that were sent to the caller's state and stand as sent.
create function notes_for_mission() returns setof uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select n.id from note_verbale n
    where n.state = caller_state()
      and (select e.kind from note_event e where e.note = n.id and e.kind in ('SENT', 'WITHDRAWN', 'RETURNED')
           order by e.recorded_at desc, e.id limit 1) = 'SENT'
    $$;

create function lines_for_mission() returns setof uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select l.id from note_line l
    where l.note in (select notes_for_mission())
      and not exists (select from note_line_removed r where r.line = l.id)
    $$;

create function caller_keeps_asylum() returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select caller_mission() is null and 'ASYLUM' in (select caller_keeps()) $$;

-- Whether those who keep the compartment let this state be told: the committee's keeper spoke, and since its
-- last note every party that has one; a word holds for thirty days.
create function asylum_word_stands(p_person uuid, p_state text) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    with mine as (select o from one_with(p_person) o),
    words as (select w.* from asylum_word w
              where w.person in (select o from mine) and w.state = p_state
                and w.recorded_at > clock_timestamp() - interval '30 days'),
    latest as (select distinct on (party) party, may, recorded_at from words order by party, recorded_at desc, id)
    select caller_handles_cases()
       and coalesce((select l.may from latest l join party p on p.id = l.party
                     where p.kind = 'COORDINATING_COMMITTEE'), false)
       and not exists (select from latest l where not l.may)
       and not exists (select from compartment_note n
                       where n.kind = 'ASYLUM' and n.person in (select o from mine)
                         and not exists (select from latest l where l.party = n.party and l.may
                                           and l.recorded_at > n.recorded_at))
    $$;

-- Whether the caller has still to say its word.
create function asylum_word_waits(p_person uuid, p_state text) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select caller_keeps_asylum() and not exists (
        select from asylum_word w
        where w.party = caller_party() and w.state = p_state and w.person in (select one_with(p_person))
          and w.recorded_at > clock_timestamp() - interval '30 days'
          and not exists (select from compartment_note n
                          where n.kind = 'ASYLUM' and n.party = w.party and n.recorded_at > w.recorded_at
                            and n.person in (select one_with(p_person))))
    $$;

-- Whether the clearance lets anything leave today.
create function disclosure_in_force(p_disclosure uuid) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select exists (select from disclosure d where d.id = p_disclosure and d.until >= current_date
                     and (select e.kind from disclosure_event e where e.disclosure = d.id
                          order by e.recorded_at desc, e.id limit 1) = 'CLEARED'
                     and asylum_word_stands(d.person, d.state))
    $$;

create function note_latest(p_note uuid, p_kinds text[]) returns text
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select e.kind from note_event e where e.note = p_note and e.kind = any (p_kinds)
          order by e.recorded_at desc, e.id limit 1 $$;

create function note_is_sent(p_note uuid) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select coalesce(note_latest(p_note, '{SENT,WITHDRAWN,RETURNED,CLOSED}') = 'SENT', false) $$;

-- The answer that stands on a line, if one does.
create function answer_standing(p_line uuid) returns text
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select nullif((select a.kind from answer_event a where a.line = p_line
                     and a.kind in ('ACCEPTED', 'ACCEPTED_CHILD_ONLY', 'ACCEPTED_CONDITIONAL', 'REFUSED',
                                    'NOT_OUR_NATIONAL', 'MORE_INFORMATION_NEEDED', 'DEEMED_ACCEPTED',
                                    'ANSWER_WITHDRAWN')
                   order by a.happened_on desc, a.recorded_at desc, a.id limit 1), 'ANSWER_WITHDRAWN')
    $$;

-- Whether this state was asked about the person on another note, and the question is open.
create function asked_already(p_person uuid, p_state text, p_but_note uuid) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select caller_handles_cases() and exists (
        select from note_line_person lp join note_line l on l.id = lp.line join note_verbale n on n.id = l.note
        where lp.person in (select one_with(p_person)) and n.state = p_state and n.id is distinct from p_but_note
          and not exists (select from note_line_removed r where r.line = l.id)
          and note_is_sent(n.id) and answer_standing(l.id) is null)
    $$;

-- Who wrote the draft: whoever began it, and whoever put a line into it.
create function note_drafters(p_note uuid) returns setof uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select n.account from note_verbale n where n.id = p_note
          union select l.account from note_line l where l.note = p_note $$;

-- Who has cleared the draft as it stands.
create function note_clearers(p_note uuid) returns setof uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select distinct e.account from note_event e where e.note = p_note and e.kind = 'CLEARED'
            and e.recorded_at > coalesce((select max(r.recorded_at) from note_event r
                                          where r.note = p_note and r.kind = 'REDRAFTED'), '-infinity') $$;

-- One act on a note at a time.
create function note_turn(p_note uuid) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    if caller_handles_cases() then
        perform pg_advisory_xact_lock(hashtextextended(p_note::text, 7305801482118));
    end if;
end $$;

-- ---- guards: after the walls have spoken, so that a refusal tells a stranger nothing ----------------

create function disclosure_event_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    d disclosure;
begin
    select * into d from disclosure where id = new.disclosure;
    if exists (select from disclosure_event e where e.disclosure = d.id and e.id <> new.id
                 and e.kind in ('REFUSED', 'WITHDRAWN')) then
        raise exception 'this disclosure is decided' using errcode = '23514';
    end if;
    if new.kind = 'CLEARED' then
        if d.account = new.account or not caller_decides_law() then
            raise exception 'another hand clears a disclosure' using errcode = '23514';
        end if;
        if d.harm_found or d.until < current_date then
            raise exception 'this disclosure cannot be cleared' using errcode = '23514';
        end if;
        if not asylum_word_stands(d.person, d.state) then
            raise exception 'the keeper has not let this state be told' using errcode = '23514';
        end if;
    end if;
    return null;
end $$;
create trigger guard after insert on disclosure_event for each row execute function disclosure_event_guard();

create function note_number_give() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    if not caller_handles_cases() then
        raise exception 'only the committee numbers its notes' using errcode = '42501';
    end if;
    perform pg_advisory_xact_lock(7305801482119);
    new.year := extract(year from current_date);
    new.number := 1 + coalesce((select max(n.number) from note_number n where n.year = new.year), 0);
    return new;
end $$;
create trigger numbered before insert on note_number for each row execute function note_number_give();

create function note_number_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    if note_latest(new.note, '{SIGNED}') is null then
        raise exception 'a note is numbered when it is signed' using errcode = '23514';
    end if;
    return null;
end $$;
create trigger guard after insert on note_number for each row execute function note_number_guard();

create function note_is_draft(p_note uuid) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select note_latest(p_note, '{SIGNED,WITHDRAWN}') is null
             and not exists (select note_clearers(p_note)) $$;

create function note_line_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    if not note_is_draft((select l.note from note_line l where l.id = new.line)) then
        raise exception 'this note is a draft no more' using errcode = '23514';
    end if;
    return null;
end $$;
create trigger draft_only after insert on note_line_person for each row execute function note_line_guard();
create trigger draft_only after insert on note_line_removed for each row execute function note_line_guard();

create function note_line_person_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    d disclosure;
    l note_line;
    n note_verbale;
begin
    select * into d from disclosure where id = new.disclosure;
    select * into l from note_line where id = new.line;
    select * into n from note_verbale where id = l.note;
    if not disclosure_in_force(d.id) or d.state <> n.state or d.asked <> n.asked or not l.fields <@ d.fields
       or new.person not in (select one_with(d.person)) then
        raise exception 'the line is not cleared for this note' using errcode = '23514';
    end if;
    return null;
end $$;
create trigger cleared_only after insert on note_line_person for each row execute function note_line_person_guard();

-- Lines of a note that may not leave the house today.
create function note_uncleared(p_note uuid) returns setof uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select l.id from note_line l left join note_line_person lp on lp.line = l.id
    where l.note = p_note and caller_handles_cases()
      and not exists (select from note_line_removed r where r.line = l.id)
      and (lp.line is null or not disclosure_in_force(lp.disclosure))
    $$;

-- Lines of a note whose person the same state was asked about elsewhere, and has not answered.
create function note_asked_twice(p_note uuid) returns setof uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select l.id from note_line l join note_line_person lp on lp.line = l.id join note_verbale n on n.id = l.note
    where l.note = p_note and caller_handles_cases()
      and not exists (select from note_line_removed r where r.line = l.id)
      and (asked_already(lp.person, n.state, n.id)
           or exists (select from note_line_person o join note_line ol on ol.id = o.line
                      where ol.note = p_note and ol.place < l.place and o.person in (select one_with(lp.person))
                        and not exists (select from note_line_removed r where r.line = ol.id)))
    $$;

create function note_event_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    signed boolean := exists (select from note_event e where e.note = new.note and e.kind = 'SIGNED' and e.id <> new.id);
    sent   boolean := exists (select from note_event e where e.note = new.note and e.kind = 'SENT' and e.id <> new.id);
    ended  boolean := exists (select from note_event e where e.note = new.note and e.id <> new.id
                                and e.kind in ('WITHDRAWN', 'CLOSED'));
begin
    if ended then
        raise exception 'this note has ended' using errcode = '23514';
    end if;
    if new.kind in ('CLEARED', 'SIGNED') and new.account in (select note_drafters(new.note)) then
        raise exception 'another hand clears and signs a note' using errcode = '23514';
    end if;
    if new.kind in ('CLEARED', 'REDRAFTED', 'SIGNED') and signed then
        raise exception 'this note is signed' using errcode = '23514';
    end if;
    if new.kind = 'CLEARED' and (select count(*) from note_event e where e.note = new.note and e.kind = 'CLEARED'
            and e.account = new.account
            and e.recorded_at > coalesce((select max(r.recorded_at) from note_event r
                                          where r.note = new.note and r.kind = 'REDRAFTED'), '-infinity')) > 1 then
        raise exception 'this hand has cleared the note' using errcode = '23514';
    end if;
    if new.kind = 'SIGNED' and (not caller_decides_law() or (select count(*) from note_clearers(new.note)) < 2) then
        raise exception 'two hands clear a note, and a legal reviewer signs it' using errcode = '23514';
    end if;
    if new.kind in ('SIGNED', 'SENT') and (exists (select note_uncleared(new.note))
            or not exists (select from note_line l where l.note = new.note
                             and not exists (select from note_line_removed r where r.line = l.id))) then
        raise exception 'a line of this note is not cleared' using errcode = '23514';
    end if;
    if new.kind = 'SENT' then
        if not signed or (select e.kind from note_event e where e.note = new.note and e.id <> new.id
                            and e.kind in ('SENT', 'RETURNED') order by e.recorded_at desc, e.id limit 1) = 'SENT' then
            raise exception 'a note is signed, and sent once' using errcode = '23514';
        end if;
        perform pg_advisory_xact_lock(7305801482120);
        if exists (select note_asked_twice(new.note)) then
            raise exception 'this state was asked already' using errcode = '23514';
        end if;
    end if;
    if new.kind in ('DELIVERED', 'ACKNOWLEDGED', 'REMINDED', 'ESCALATED', 'RETURNED', 'CLOSED') and not sent then
        raise exception 'this note was not sent' using errcode = '23514';
    end if;
    return null;
end $$;
create trigger guard after insert on note_event for each row execute function note_event_guard();

create function answer_event_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    of_note uuid := (select l.note from note_line l where l.id = new.line);
    before  text;
begin
    if not note_is_sent(of_note) and note_latest(of_note, '{SENT,WITHDRAWN,RETURNED,CLOSED}') is distinct from 'CLOSED' then
        raise exception 'only a note that was sent is answered' using errcode = '23514';
    end if;
    select nullif(a.kind, 'ANSWER_WITHDRAWN') into before from answer_event a
        where a.line = new.line and a.id <> new.id
          and a.kind in ('ACCEPTED', 'ACCEPTED_CHILD_ONLY', 'ACCEPTED_CONDITIONAL', 'REFUSED', 'NOT_OUR_NATIONAL',
                         'MORE_INFORMATION_NEEDED', 'DEEMED_ACCEPTED', 'ANSWER_WITHDRAWN')
        order by a.happened_on desc, a.recorded_at desc, a.id limit 1;
    if new.kind = 'ANSWER_WITHDRAWN' and before is null then
        raise exception 'no answer stands that could be withdrawn' using errcode = '23514';
    end if;
    if new.kind in ('REVIEW_UPHELD', 'REVIEW_QUASHED') and before is distinct from 'REFUSED' then
        raise exception 'no refusal stands that could be reviewed' using errcode = '23514';
    end if;
    if new.kind = 'DEEMED_ACCEPTED' and (before is not null or not caller_decides_law() or not exists (
            select from state_agreement g join note_verbale n on n.id = of_note and n.state = g.state
            where g.id = new.agreement and g.silence = 'ACCEPTED' and (g.asked is null or g.asked = n.asked)
              and g.in_force_from <= current_date and coalesce(g.in_force_till, 'infinity') >= current_date
              and (select min(e.happened_on) from note_event e where e.note = of_note
                     and e.kind in ('DELIVERED', 'ACKNOWLEDGED')) + g.days < current_date)) then
        raise exception 'no agreement says what this silence comes to' using errcode = '23514';
    end if;
    return null;
end $$;
create trigger guard after insert on answer_event for each row execute function answer_event_guard();

grant execute on function caller_state(), notes_for_mission(), lines_for_mission(), caller_keeps_asylum(),
    note_turn(uuid), asylum_word_stands(uuid, text), asylum_word_waits(uuid, text), note_uncleared(uuid), note_asked_twice(uuid),
    asked_already(uuid, text, uuid) to nostos_app;

-- ---- walls ----------------------------------------------------------------------------------------

alter table state_entry enable row level security;
alter table state_contact enable row level security;
alter table state_contact_ended enable row level security;
alter table state_agreement enable row level security;
alter table state_said enable row level security;
alter table disclosure enable row level security;
alter table disclosure_event enable row level security;
alter table asylum_word enable row level security;
alter table note_verbale enable row level security;
alter table note_number enable row level security;
alter table note_line enable row level security;
alter table note_line_person enable row level security;
alter table note_line_removed enable row level security;
alter table note_event enable row level security;
alter table answer_event enable row level security;

create policy state_entry_read on state_entry for select to nostos_app
    using ((select caller_coordinates()) or (select caller_keeps_asylum()) or code = (select caller_state()));
create policy state_entry_add on state_entry for insert to nostos_app
    with check ((select caller_handles_cases()) and account = (select caller_account()));
create policy state_contact_read on state_contact for select to nostos_app using ((select caller_handles_cases()));
create policy state_contact_add on state_contact for insert to nostos_app
    with check ((select caller_handles_cases()) and account = (select caller_account()));
create policy state_contact_ended_read on state_contact_ended for select to nostos_app
    using ((select caller_handles_cases()));
create policy state_contact_end on state_contact_ended for insert to nostos_app
    with check ((select caller_handles_cases()) and account = (select caller_account()));
create policy state_agreement_read on state_agreement for select to nostos_app
    using ((select caller_handles_cases()) or state = (select caller_state()));
create policy state_agreement_add on state_agreement for insert to nostos_app
    with check ((select caller_decides_law()) and account = (select caller_account()));
create policy state_said_read on state_said for select to nostos_app using ((select caller_handles_cases()));
create policy state_said_add on state_said for insert to nostos_app
    with check ((select caller_handles_cases()) and account = (select caller_account()));

create policy disclosure_read on disclosure for select to nostos_app
    using ((select caller_handles_cases())
           or ((select caller_keeps_asylum()) and exists (select from person p where p.id = disclosure.person)));
create policy disclosure_draft on disclosure for insert to nostos_app
    with check ((select caller_handles_cases()) and account = (select caller_account()));
create policy disclosure_event_read on disclosure_event for select to nostos_app
    using (disclosure in (select d.id from disclosure d));
create policy disclosure_event_add on disclosure_event for insert to nostos_app
    with check ((select caller_handles_cases()) and account = (select caller_account()));

-- The words stay with those who keep the compartment; to others there is but whether all has been said.
create policy asylum_word_read on asylum_word for select to nostos_app
    using (party = (select caller_party()) and (select caller_keeps_asylum()));
create policy asylum_word_say on asylum_word for insert to nostos_app
    with check (party = (select caller_party()) and account = (select caller_account())
                and (select caller_keeps_asylum())
                and exists (select from person p where p.id = asylum_word.person));

create policy note_verbale_read on note_verbale for select to nostos_app
    using ((select caller_handles_cases()) or id in (select notes_for_mission()));
create policy note_verbale_draft on note_verbale for insert to nostos_app
    with check ((select caller_handles_cases()) and account = (select caller_account()));
create policy note_number_read on note_number for select to nostos_app
    using ((select caller_handles_cases()) or note in (select notes_for_mission()));
create policy note_number_add on note_number for insert to nostos_app with check ((select caller_decides_law()));
create policy note_line_read on note_line for select to nostos_app
    using ((select caller_handles_cases()) or id in (select lines_for_mission()));
create policy note_line_add on note_line for insert to nostos_app
    with check ((select caller_handles_cases()) and account = (select caller_account()));
create policy note_line_person_read on note_line_person for select to nostos_app
    using ((select caller_handles_cases()));
create policy note_line_person_add on note_line_person for insert to nostos_app
    with check ((select caller_handles_cases()));
create policy note_line_removed_read on note_line_removed for select to nostos_app
    using ((select caller_handles_cases()));
create policy note_line_remove on note_line_removed for insert to nostos_app
    with check ((select caller_handles_cases()) and account = (select caller_account()));

create policy note_event_read on note_event for select to nostos_app
    using ((select caller_handles_cases())
           or (kind in ('SENT', 'DELIVERED', 'ACKNOWLEDGED', 'REMINDED', 'CLOSED')
               and note in (select notes_for_mission())));
create policy note_event_add on note_event for insert to nostos_app
    with check (account = (select caller_account()) and party = (select caller_party())
                and ((select caller_handles_cases())
                     or (kind = 'ACKNOWLEDGED' and note in (select notes_for_mission()))));

create policy answer_event_read on answer_event for select to nostos_app
    using ((select caller_handles_cases()) or line in (select lines_for_mission()));
create policy answer_event_give on answer_event for insert to nostos_app
    with check (account = (select caller_account()) and party = (select caller_party())
                and ((select caller_handles_cases())
                     or (kind not in ('DEEMED_ACCEPTED', 'TAKEN_BACK') and agreement is null
                         and line in (select lines_for_mission()))));

create trigger act_now after insert on state_entry referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on state_contact referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on state_contact_ended referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on state_agreement referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on state_said referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on disclosure referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on disclosure_event referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on asylum_word referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on note_verbale referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on note_number referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on note_line referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on note_line_person referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on note_line_removed referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on note_event referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on answer_event referencing new table as added
    for each statement execute function require_act();

grant select, insert on state_entry, state_contact, state_contact_ended, state_agreement, state_said, disclosure,
    disclosure_event, asylum_word, note_verbale, note_line, note_line_person, note_line_removed, note_event,
    answer_event to nostos_app;
grant select, insert (note, act) on note_number to nostos_app;

-- Words about a person go with the person; that a state was asked stays.
create function erase_more_requests(p_persons uuid[], p_records uuid[]) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    lines uuid[] := array(select line from note_line_person where person = any (p_persons));
begin
    update disclosure_event e set reason = '' from disclosure d
        where d.id = e.disclosure and d.person = any (p_persons);
    update disclosure set harm = 'erased under the retention schedule', exception_ground =
            case when exception is null then null else 'erased' end where person = any (p_persons);
    update note_line set said = array_fill(''::text, array[cardinality(fields)]) where id = any (lines);
    update note_line_removed set reason = 'erased' where line = any (lines);
    update answer_event set ground = case when reasons_given then 'erased' else '' end, source = '', review_body = '',
            conditions = case when kind = 'ACCEPTED_CONDITIONAL' then 'erased' else '' end where line = any (lines);
    delete from asylum_word where person = any (p_persons);
end $$;

insert into reading_kind values ('requests.read', 'OTHER'), ('requests.page-read', 'OTHER');
