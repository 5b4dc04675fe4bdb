-- Transfers: a plan for one family or person, what they travel with, the manifest that two hands freeze, and
-- the departure. Every table is a track of events. What must hold against a forged statement stands here as
-- well: no departure over an open bar, an order of a court or a clearance that lapsed, none without a frozen
-- manifest, and nothing confirmed by the hand that wrote it.

create sequence transfer_ordinal;

-- Home, to another authority, to a third state: three things, never counted as one.
create table transfer (
    id          uuid primary key,
    party       uuid not null references party (id),
    number      text not null check (number ~ '^T-[0-9]{4}-[0-9]{4,}$'),
    kind        text not null check (kind in ('REPATRIATION', 'TO_AUTHORITY', 'TO_THIRD_STATE')),
    route       text not null check (route in ('REPATRIATION_NO_PROCEEDINGS', 'DEPORTATION', 'EXTRADITION', 'SENTENCE_TRANSFER',
                                               'HANDOVER_BETWEEN_AUTHORITIES', 'THIRD_STATE_RELOCATION')),
    destination text not null check (destination ~ '^[A-Z]{3}$'),
    receiver    text not null check (length(receiver) between 1 and 200),
    transit     text[] not null check (cardinality(transit) <= 10),
    hours       int not null check (hours between 1 and 240),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    unique (party, number),
    check ((kind = 'TO_AUTHORITY') = (route = 'HANDOVER_BETWEEN_AUTHORITIES')),
    check (kind <> 'REPATRIATION' or route <> 'THIRD_STATE_RELOCATION'),
    check (kind <> 'TO_THIRD_STATE' or route in ('THIRD_STATE_RELOCATION', 'EXTRADITION'))
);

-- `day` is the planned day, or the last day of what was given; `state` whose leave it is.
create table transfer_event (
    id          uuid primary key,
    transfer    uuid not null references transfer (id),
    party       uuid not null references party (id),
    kind        text not null check (kind in ('PLANNED', 'AGREED', 'POSTPONED', 'EXIT_CLEARED', 'TRANSIT_CLEARED',
                                              'OVERFLIGHT_CLEARED', 'LEAVE_WITHDRAWN', 'ESCORT_NAMED', 'ESCORT_LEFT', 'SEATS_HELD',
                                              'FREEZE_PROPOSED', 'RETURNED', 'FROZEN', 'DEPARTED', 'RECEIPT_DRAWN',
                                              'HANDED_OVER', 'TURNED_BACK', 'CANCELLED')),
    happened_on date not null,
    happened_at timestamptz,
    day         date,
    state       text check (state ~ '^[A-Z]{3}$'),
    code        text check (length(code) between 1 and 60),
    who         text check (length(who) between 1 and 200),
    office      text check (length(office) between 1 and 200),
    place       text check (length(place) between 1 and 200),
    amount      int check (amount between 1 and 1000),
    of_event    uuid references transfer_event (id),
    reason      text check (length(reason) between 1 and 2000),
    source      text check (length(source) between 1 and 500),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check ((kind in ('PLANNED', 'POSTPONED', 'EXIT_CLEARED', 'TRANSIT_CLEARED', 'OVERFLIGHT_CLEARED')) = (day is not null)),
    check ((kind in ('TRANSIT_CLEARED', 'OVERFLIGHT_CLEARED')) = (state is not null)),
    check ((kind in ('DEPARTED', 'HANDED_OVER')) = (happened_at is not null)),
    check ((kind in ('LEAVE_WITHDRAWN', 'ESCORT_LEFT')) = (of_event is not null)),
    check ((kind = 'SEATS_HELD') = (amount is not null)),
    check (kind <> 'ESCORT_NAMED' or (code in ('MEDICAL', 'CHILD', 'OTHER') and who is not null)),
    check (kind not in ('TURNED_BACK', 'CANCELLED')
           or (code in ('NO_LEAVE_TO_EXIT', 'NO_LEAVE_TO_TRANSIT', 'REFUSED_AT_ARRIVAL', 'STATE_WITHDREW', 'COURT_ORDER',
                        'CLEARANCE_LAPSED', 'SECURITY', 'WEATHER', 'TRANSPORT', 'NOBODY_LEFT_ON_IT', 'OTHER')
               and reason is not null)),
    check (kind <> 'AGREED' or (who is not null and source is not null))
);
create index transfer_event_transfer on transfer_event (transfer, recorded_at);

-- Who is on it, and on which clearance.
create table transfer_line (
    id          uuid primary key,
    transfer    uuid not null references transfer (id),
    person      uuid not null references person (id),
    party       uuid not null references party (id),
    clearance   uuid not null,
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);
create index transfer_line_transfer on transfer_line (transfer);
create index transfer_line_person on transfer_line (person);

create table transfer_line_event (
    id          uuid primary key,
    line        uuid not null references transfer_line (id),
    party       uuid not null references party (id),
    kind        text not null check (kind in ('SPLIT_ORDERED', 'WITHDRAWN', 'TURNED_BACK', 'DIED', 'ESCAPED', 'RECEIVED',
                                              'FOLLOWED_UP')),
    happened_on date not null,
    code        text check (length(code) between 1 and 60),
    who         text check (length(who) between 1 and 200),
    next_on     date,
    reason      text check (length(reason) between 1 and 4000),
    source      text check (length(source) between 1 and 500),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check (kind <> 'SPLIT_ORDERED' or (source is not null and reason is not null)),
    check (kind not in ('WITHDRAWN', 'TURNED_BACK')
           or (code in ('REFUSED_BY_PERSON', 'UNFIT', 'NO_SHOW', 'CLEARANCE_LAPSED', 'COURT_ORDER', 'STATE_WITHDREW',
                        'REFUSED_AT_ARRIVAL', 'DIED', 'ESCAPED', 'LISTED_IN_ERROR', 'OTHER') and reason is not null)),
    check (kind <> 'FOLLOWED_UP'
           or (code in ('IN_CUSTODY', 'ON_TRIAL', 'CONVICTED', 'REHABILITATION', 'CARE_OF_RELATIVES', 'STATE_CARE', 'COMMUNITY',
                        'UNKNOWN') and who is not null and reason is not null))
);
create index transfer_line_event_line on transfer_line_event (line, recorded_at);

-- What the manifest says of each, as it was when it was proposed for freezing. It names no person of the registry.
create table transfer_manifest_line (
    event       uuid not null references transfer_event (id),
    line        uuid not null references transfer_line (id),
    party       uuid not null references party (id),
    place       int not null check (place > 0),
    family      int not null check (family > 0),
    name        text not null check (length(name) <= 400),
    sex         text not null check (length(sex) <= 20),
    birth       text not null check (length(birth) <= 60),
    document    text not null check (length(document) <= 100),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    primary key (party, event, line)
);

-- What was printed and signed: the manifest, and the receipt.
create table transfer_paper (
    event       uuid not null references transfer_event (id),
    transfer    uuid not null references transfer (id),
    party       uuid not null references party (id),
    number      text not null check (length(number) between 1 and 40),
    pdf         bytea not null check (octet_length(pdf) between 1 and 20000000),
    sha256      bytea not null check (octet_length(sha256) = 32),
    content     bytea not null check (octet_length(content) = 32),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    primary key (party, event),
    unique (party, number)
);

-- What somebody travels on: asked for, issued, issued again, come to hand, used, lost, run out, made void.
create table travel_document_event (
    id          uuid primary key,
    document    uuid not null,
    person      uuid not null references person (id),
    party       uuid not null references party (id),
    kind        text not null check (kind in ('REQUESTED', 'ISSUED', 'REISSUED', 'IN_HAND', 'LOST', 'CANCELLED')),
    type        text check (type in ('PASSPORT', 'LAISSEZ_PASSER', 'EMERGENCY', 'COLLECTIVE', 'RED_CROSS')),
    issuer      text check (issuer ~ '^[A-Z]{3}$'),
    number      text check (length(number) between 1 and 60),
    valid_until date,
    happened_on date not null,
    reason      text check (length(reason) between 1 and 2000),
    source      text check (length(source) between 1 and 500),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check (kind <> 'REQUESTED' or (document = id and type is not null and issuer is not null)),
    check ((kind in ('ISSUED', 'REISSUED')) = (number is not null and valid_until is not null)),
    check (kind not in ('LOST', 'CANCELLED') or reason is not null)
);
create index travel_document_event_person on travel_document_event (person);
create index travel_document_event_document on travel_document_event (document);

-- A physician's conclusion, and nothing of what it rests on.
create table travel_fitness (
    id          uuid primary key,
    person      uuid not null references person (id),
    party       uuid not null references party (id),
    conclusion  text not null check (conclusion in ('FIT', 'FIT_WITH_MEDICAL_ESCORT', 'UNFIT')),
    physician   text not null check (length(physician) between 1 and 200),
    office      text not null check (length(office) between 1 and 200),
    until       date not null,
    happened_on date not null,
    source      text not null check (length(source) between 1 and 500),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check (until between happened_on and happened_on + 3)
);
create index travel_fitness_person on travel_fitness (person);

-- ---- what a track comes to ---------------------------------------------------------------------------

-- The step that the transfer took last, of those that change what can follow.
create function transfer_stage(p_transfer uuid) returns text
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select case when e.kind in ('PLANNED', 'RETURNED') then 'DRAFT' else e.kind end
    from transfer_event e
    where e.transfer = p_transfer
      and e.kind in ('PLANNED', 'FREEZE_PROPOSED', 'RETURNED', 'FROZEN', 'DEPARTED', 'HANDED_OVER', 'TURNED_BACK', 'CANCELLED')
    order by e.recorded_at desc, e.id desc limit 1
    $$;

-- Who wrote the plan: whoever began it, and whoever put somebody on it.
create function transfer_drafters(p_transfer uuid) returns setof uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select t.account from transfer t where t.id = p_transfer
          union select l.account from transfer_line l where l.transfer = p_transfer $$;

-- How a line ended, if it did.
create function transfer_line_end(p_line uuid) returns text
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select e.kind from transfer_line_event e
          where e.line = p_line and e.kind in ('WITHDRAWN', 'TURNED_BACK', 'DIED', 'ESCAPED')
          order by e.recorded_at desc, e.id desc limit 1 $$;

create function transfer_line_persons(p_line uuid) returns uuid[]
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select law_joined(coalesce(placed_person('transfers', l.id), l.person)) from transfer_line l where l.id = p_line $$;

create function transfer_turn(p_transfer uuid) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(p_transfer::text, 7305801482121));
end $$;

-- Whether the clearance stands on this day for this road.
create function transfer_cleared(p_clearance uuid, p_persons uuid[], p_transfer transfer, p_on date) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select exists (
        select from law_clearance_event p
        where p.id = p_clearance and p.kind = 'PROPOSED' and p.person = any (p_persons)
          and p.route = p_transfer.route and p.destination = p_transfer.destination and p.transit @> p_transfer.transit
          and p.until >= p_on
          and exists (select from law_clearance_event i where i.clearance = p.id and i.kind = 'ISSUED')
          and not exists (select from law_clearance_event w where w.clearance = p.id and w.kind = 'WITHDRAWN'))
    $$;

-- The answer of a state that stands about somebody.
create function transfer_accepted(p_persons uuid[], p_state text, p_on date) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select coalesce((
        select a.kind in ('ACCEPTED', 'DEEMED_ACCEPTED') or (a.kind = 'ACCEPTED_CHILD_ONLY' and law_may_be_child(p_persons, p_on))
        from answer_event a
        join note_line_person lp on lp.line = a.line
        join note_line l on l.id = a.line
        join note_verbale n on n.id = l.note
        where lp.person = any (p_persons) and n.state = p_state and n.asked <> 'PROSECUTION'
          and a.kind in ('ACCEPTED', 'ACCEPTED_CHILD_ONLY', 'ACCEPTED_CONDITIONAL', 'REFUSED', 'NOT_OUR_NATIONAL',
                         'MORE_INFORMATION_NEEDED', 'DEEMED_ACCEPTED', 'ANSWER_WITHDRAWN')
        order by a.happened_on desc, a.recorded_at desc, a.id limit 1), false)
    $$;

-- Whether somebody has a document that is good on this day.
create function transfer_documented(p_persons uuid[], p_on date) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select exists (
        select from travel_document_event i
        where i.person = any (p_persons) and i.kind in ('ISSUED', 'REISSUED') and i.valid_until >= p_on
          and not exists (select from travel_document_event x
                          where x.document = i.document and x.recorded_at > i.recorded_at
                            and x.kind in ('REISSUED', 'LOST', 'CANCELLED')))
    $$;

create function transfer_fit(p_persons uuid[], p_on date) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select coalesce((select f.conclusion <> 'UNFIT' and f.until >= p_on and f.happened_on <= p_on from travel_fitness f
                     where f.person = any (p_persons) order by f.happened_on desc, f.recorded_at desc, f.id limit 1), false)
    $$;

-- Whether they said again that they want to go, at most three days before.
create function transfer_reconfirmed(p_persons uuid[], p_destination text, p_on date) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select coalesce((select w.kind = 'RECONFIRMED' and w.happened_on between p_on - 3 and p_on from law_will_event w
                     where w.person = any (p_persons) and w.destination = p_destination
                     order by w.recorded_at desc, w.id desc limit 1), false)
    $$;

-- The first thing that keeps this line from leaving on this day, or nothing.
create function transfer_hindrance(p_line uuid, p_on date) returns text
    language plpgsql stable security definer set search_path = nostos, pg_temp
    as $$
declare
    l   transfer_line;
    t   transfer;
    who uuid[] := transfer_line_persons(p_line);
    why text;
begin
    select * into l from transfer_line where id = p_line;
    select * into t from transfer where id = l.transfer;
    if not transfer_cleared(l.clearance, who, t, p_on) then
        return 'no clearance stands';
    end if;
    why := law_hindrance(who[1], t.route, t.destination, t.transit, p_on);
    return case
        when why is not null then why
        when t.kind <> 'TO_AUTHORITY' and not transfer_accepted(who, t.destination, p_on) then 'the state has not accepted'
        when t.kind <> 'TO_AUTHORITY' and not transfer_documented(who, p_on) then 'no travel document is good on that day'
        when not transfer_fit(who, p_on) then 'nobody found them fit to travel'
        when t.route in ('REPATRIATION_NO_PROCEEDINGS', 'SENTENCE_TRANSFER', 'THIRD_STATE_RELOCATION')
             and not transfer_reconfirmed(who, t.destination, p_on) then 'they have not said again that they want to go'
    end;
end $$;

-- ---- guards --------------------------------------------------------------------------------------------

create function transfer_stranger_out() returns void
    language plpgsql stable
    as $$
begin
    if not caller_handles_cases() then
        raise exception 'new row violates row-level security policy' using errcode = '42501';
    end if;
end $$;

-- A number is given, never chosen.
create function transfer_numbered() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    ordinal bigint;
begin
    perform transfer_stranger_out();
    ordinal := nextval('transfer_ordinal');
    new.recorded_at := clock_timestamp();
    new.number := 'T-' || to_char(current_date, 'YYYY') || '-' || lpad(ordinal::text, greatest(4, length(ordinal::text)), '0');
    return new;
end $$;
create trigger guard_1 before insert on transfer for each row execute function transfer_numbered();

create function transfer_event_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    stage text;
    needs text;
    one   record;
    why   text;
begin
    new.recorded_at := clock_timestamp();
    perform transfer_stranger_out();
    perform transfer_turn(new.transfer);
    if new.happened_on > (clock_timestamp() at time zone 'UTC')::date
       or new.happened_at > clock_timestamp() + interval '5 minutes' then
        raise exception 'nothing has happened on a day to come' using errcode = '23514';
    end if;
    stage := transfer_stage(new.transfer);
    if new.kind = 'CANCELLED' then
        if stage is null or stage not in ('DRAFT', 'FREEZE_PROPOSED', 'FROZEN') then
            raise exception 'the transfer does not allow this step' using errcode = '23514';
        end if;
        return new;
    end if;
    needs := case
        when new.kind = 'PLANNED' then null
        when new.kind in ('RETURNED', 'FROZEN') then 'FREEZE_PROPOSED'
        when new.kind = 'DEPARTED' then 'FROZEN'
        when new.kind in ('RECEIPT_DRAWN', 'HANDED_OVER', 'TURNED_BACK') then 'DEPARTED'
        else 'DRAFT' end;
    if stage is distinct from needs then
        raise exception 'the transfer does not allow this step' using errcode = '23514';
    end if;
    if new.kind = 'PLANNED' and not exists (select from transfer t where t.id = new.transfer and t.account = new.account) then
        raise exception 'who begins a plan dates it' using errcode = '23514';
    end if;
    if new.of_event is not null and not exists (
            select from transfer_event e where e.id = new.of_event and e.transfer = new.transfer
              and e.kind = any (case when new.kind = 'ESCORT_LEFT' then '{ESCORT_NAMED}'::text[]
                                     else '{EXIT_CLEARED,TRANSIT_CLEARED,OVERFLIGHT_CLEARED}'::text[] end)) then
        raise exception 'there is no such thing to take back' using errcode = '23514';
    end if;
    if new.kind = 'FREEZE_PROPOSED' and not exists (
            select from transfer_line l where l.transfer = new.transfer and transfer_line_end(l.id) is null) then
        raise exception 'nobody is on the manifest' using errcode = '23514';
    end if;
    if new.kind = 'FROZEN'
       and (new.account in (select transfer_drafters(new.transfer))
            or new.account = (select e.account from transfer_event e
                              where e.transfer = new.transfer and e.kind = 'FREEZE_PROPOSED'
                              order by e.recorded_at desc, e.id desc limit 1)) then
        raise exception 'another hand confirms a manifest' using errcode = '23514';
    end if;
    if new.kind = 'HANDED_OVER'
       and coalesce((select e.account = new.account from transfer_event e
                     where e.transfer = new.transfer and e.kind = 'RECEIPT_DRAWN'
                     order by e.recorded_at desc, e.id desc limit 1), true) then
        raise exception 'another hand confirms a receipt that was drawn up' using errcode = '23514';
    end if;
    if new.kind = 'DEPARTED' then
        if new.happened_on < (clock_timestamp() at time zone 'UTC')::date - 3
           or new.happened_on <> (new.happened_at at time zone 'UTC')::date then
            raise exception 'a departure is recorded within three days' using errcode = '23514';
        end if;
        for one in select l.id, l.person from transfer_line l
                   where l.transfer = new.transfer and transfer_line_end(l.id) is null order by l.person
        loop
            perform case_turn(one.person);
            why := transfer_hindrance(one.id, new.happened_on);
            if why is not null then
                raise exception 'no departure: %', why using errcode = '23514';
            end if;
        end loop;
        if not found then
            raise exception 'nobody is on the manifest' using errcode = '23514';
        end if;
    end if;
    return new;
end $$;
create trigger guard_1 before insert on transfer_event for each row execute function transfer_event_guard();

create function transfer_line_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    t   transfer;
    who uuid[] := law_joined(new.person);
begin
    new.recorded_at := clock_timestamp();
    perform transfer_stranger_out();
    perform transfer_turn(new.transfer);
    perform case_turn(new.person);
    select * into t from transfer where id = new.transfer;
    if transfer_stage(new.transfer) is distinct from 'DRAFT' then
        raise exception 'this manifest is a draft no more' using errcode = '23514';
    end if;
    if not transfer_cleared(new.clearance, who, t, (clock_timestamp() at time zone 'UTC')::date) then
        raise exception 'no clearance for this road' using errcode = '23514';
    end if;
    if exists (select from transfer_line l
               where l.person = any (who) and transfer_line_end(l.id) is null
                 and (l.transfer = new.transfer
                      or transfer_stage(l.transfer) in ('DRAFT', 'FREEZE_PROPOSED', 'FROZEN', 'DEPARTED'))) then
        raise exception 'they are on a plan already' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger guard_1 before insert on transfer_line for each row execute function transfer_line_guard();

create function transfer_line_event_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    l     transfer_line;
    stage text;
begin
    new.recorded_at := clock_timestamp();
    if not caller_handles_cases()
       and not (caller_mission() is not null and new.line in (select transfer_lines_for_mission())) then
        raise exception 'new row violates row-level security policy' using errcode = '42501';
    end if;
    select * into l from transfer_line where id = new.line;
    perform transfer_turn(l.transfer);
    if new.happened_on > (clock_timestamp() at time zone 'UTC')::date then
        raise exception 'nothing has happened on a day to come' using errcode = '23514';
    end if;
    stage := transfer_stage(l.transfer);
    if transfer_line_end(l.id) is not null
       or not (case new.kind
              when 'SPLIT_ORDERED' then stage = 'DRAFT' and caller_decides_law()
              when 'WITHDRAWN' then stage in ('DRAFT', 'FREEZE_PROPOSED', 'FROZEN')
              when 'RECEIVED' then stage = 'HANDED_OVER' and not exists (
                  select from transfer_line_event e where e.line = l.id and e.kind = 'RECEIVED')
              when 'FOLLOWED_UP' then exists (
                  select from transfer_line_event e where e.line = l.id and e.kind = 'RECEIVED')
              else stage in ('DEPARTED', 'HANDED_OVER') and not exists (
                  select from transfer_line_event e where e.line = l.id and e.kind = 'RECEIVED') end) then
        raise exception 'the transfer does not allow this step' using errcode = '23514';
    end if;
    return new;
end $$;

create function travel_fact_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    new.recorded_at := clock_timestamp();
    perform transfer_stranger_out();
    perform case_turn(new.person);
    if new.happened_on > (clock_timestamp() at time zone 'UTC')::date then
        raise exception 'nothing has happened on a day to come' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger guard_1 before insert on travel_document_event for each row execute function travel_fact_guard();
create trigger guard_1 before insert on travel_fitness for each row execute function travel_fact_guard();

create function travel_document_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    last travel_document_event;
begin
    select * into last from travel_document_event e
        where e.document = new.document and e.person = any (law_joined(new.person))
        order by e.recorded_at desc, e.id desc limit 1;
    if new.kind = 'REQUESTED' then
        return new;
    end if;
    if last.id is null
       or not (case new.kind
              when 'ISSUED' then last.kind = 'REQUESTED'
              when 'IN_HAND' then last.kind in ('ISSUED', 'REISSUED')
              when 'CANCELLED' then last.kind <> 'CANCELLED'
              else last.kind <> 'REQUESTED' and (new.kind = 'REISSUED' or last.kind not in ('LOST', 'CANCELLED')) end) then
        raise exception 'the document does not allow this step' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger guard_2 before insert on travel_document_event for each row execute function travel_document_guard();

create function transfer_manifest_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    perform transfer_stranger_out();
    if not exists (select from transfer_event e join transfer_line l on l.transfer = e.transfer
                   where e.id = new.event and e.kind = 'FREEZE_PROPOSED' and l.id = new.line and e.act = new.act)
       or transfer_line_end(new.line) is not null then
        raise exception 'a manifest is written when its freezing is proposed' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger guard_1 before insert on transfer_manifest_line for each row execute function transfer_manifest_guard();

create function transfer_paper_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    perform transfer_stranger_out();
    if new.sha256 <> sha256(new.pdf)
       or not exists (select from transfer_event e where e.id = new.event and e.transfer = new.transfer and e.act = new.act
                        and e.kind in ('FROZEN', 'RECEIPT_DRAWN')) then
        raise exception 'a paper is printed with its step' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger guard_1 before insert on transfer_paper for each row execute function transfer_paper_guard();

-- ---- the receiving state -------------------------------------------------------------------------------

-- The transfers to the caller's state whose manifest is frozen.
create function transfers_for_mission() returns setof uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select t.id from transfer t
    where t.destination = caller_state() and t.kind <> 'TO_AUTHORITY'
      and transfer_stage(t.id) in ('FROZEN', 'DEPARTED', 'HANDED_OVER', 'TURNED_BACK')
    $$;

-- Of these, the people of whom the state was told in a note.
create function transfer_lines_for_mission() returns setof uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select l.id from transfer_line l
    where l.transfer in (select transfers_for_mission())
      and exists (select from note_line_person lp
                  where lp.line in (select lines_for_mission()) and lp.person = any (transfer_line_persons(l.id)))
    $$;

-- The manifest that stands of a transfer.
create function transfer_manifest(p_transfer uuid) returns uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select e.id from transfer_event e
    where e.transfer = p_transfer and e.kind = 'FREEZE_PROPOSED'
      and transfer_stage(p_transfer) in ('FREEZE_PROPOSED', 'FROZEN', 'DEPARTED', 'HANDED_OVER', 'TURNED_BACK')
    order by e.recorded_at desc, e.id desc limit 1
    $$;

create function transfer_manifest_for_mission(p_event uuid, p_line uuid) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select p_line in (select transfer_lines_for_mission())
       and p_event = transfer_manifest((select l.transfer from transfer_line l where l.id = p_line))
    $$;

create trigger guard_1 before insert on transfer_line_event for each row execute function transfer_line_event_guard();

-- Who does not know whose case it is cannot say that it changed: the database says it for them.
create function transfer_touches_cases() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    insert into case_touched (person)
        select distinct l.person from transfer_line l where l.id in (select line from added) order by 1
    on conflict (person) do update set asked = case_touched.asked + 1;
    return null;
end $$;
create trigger touches after insert on transfer_line_event referencing new table as added
    for each statement execute function transfer_touches_cases();

-- ---- counts for who watches ----------------------------------------------------------------------------

create function transfer_counts() returns table (kind text, destination text, stage text, transfers bigint, persons bigint)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select t.kind, t.destination, transfer_stage(t.id), count(*),
           sum((select count(*) from transfer_line l where l.transfer = t.id and transfer_line_end(l.id) is null))::bigint
    from transfer t
    where caller_handles_cases() or caller_role() = 'MONITOR'
    group by 1, 2, 3
    $$;

-- ---- erasing -------------------------------------------------------------------------------------------

-- Words about a person go with the person; that somebody was transferred stays.
create function erase_more_transfers(p_persons uuid[], p_records uuid[]) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    lines uuid[] := array(select id from transfer_line where person = any (p_persons));
begin
    perform erase_payloads(array(
        select act from transfer_line where id = any (lines)
        union select act from transfer_line_event where line = any (lines)
        union select act from travel_document_event where person = any (p_persons)
        union select act from travel_fitness where person = any (p_persons)));
    update transfer_line_event set reason = case when reason is null then null else 'erased' end,
                                   source = case when source is null then null else 'erased' end,
                                   who = case when who is null then null else 'erased' end where line = any (lines);
    update transfer_manifest_line set name = '', sex = '', birth = '', document = '' where line = any (lines);
    delete from transfer_paper p using transfer_line l where l.transfer = p.transfer and l.id = any (lines);
    update travel_document_event set number = case when number is null then null else 'erased' end,
                                     reason = case when reason is null then null else 'erased' end,
                                     source = null where person = any (p_persons);
    update travel_fitness set physician = 'erased', office = 'erased', source = 'erased' where person = any (p_persons);
end $$;

-- ---- walls ---------------------------------------------------------------------------------------------

create function caller_reads_transfers() returns boolean
    language sql stable parallel restricted
    return coalesce(caller_handles_cases() or caller_is_engine(), false);

alter table transfer enable row level security;
alter table transfer_event enable row level security;
alter table transfer_line enable row level security;
alter table transfer_line_event enable row level security;
alter table transfer_manifest_line enable row level security;
alter table transfer_paper enable row level security;
alter table travel_document_event enable row level security;
alter table travel_fitness enable row level security;

create policy transfer_read on transfer for select to nostos_app
    using ((select caller_reads_transfers()) or id in (select transfers_for_mission()));
create policy transfer_add on transfer for insert to nostos_app
    with check (account = (select caller_account()) and party = (select caller_party())
                and (select caller_handles_cases()) and (select caller_role()) = 'CASE_OFFICER');

create policy transfer_event_read on transfer_event for select to nostos_app
    using ((select caller_reads_transfers())
           or (kind in ('FROZEN', 'DEPARTED', 'HANDED_OVER', 'TURNED_BACK') and transfer in (select transfers_for_mission())));
create policy transfer_event_add on transfer_event for insert to nostos_app
    with check (account = (select caller_account()) and party = (select caller_party()) and (select caller_handles_cases())
                and ((select caller_role()) = 'CASE_OFFICER' or kind in ('RETURNED', 'FROZEN', 'CANCELLED')));

create policy transfer_line_read on transfer_line for select to nostos_app using ((select caller_reads_transfers()));
create policy transfer_line_add on transfer_line for insert to nostos_app
    with check (account = (select caller_account()) and party = (select caller_party())
                and (select caller_handles_cases()) and (select caller_role()) = 'CASE_OFFICER');

create policy transfer_line_event_read on transfer_line_event for select to nostos_app
    using ((select caller_reads_transfers())
           or (kind in ('RECEIVED', 'FOLLOWED_UP', 'WITHDRAWN', 'TURNED_BACK') and line in (select transfer_lines_for_mission())));
create policy transfer_line_event_add on transfer_line_event for insert to nostos_app
    with check (account = (select caller_account()) and party = (select caller_party())
                and ((select caller_handles_cases())
                     or (kind in ('RECEIVED', 'FOLLOWED_UP') and line in (select transfer_lines_for_mission()))));

create policy transfer_manifest_line_read on transfer_manifest_line for select to nostos_app
    using ((select caller_reads_transfers())
           or ((select caller_mission()) is not null and transfer_manifest_for_mission(event, line)));
create policy transfer_manifest_line_add on transfer_manifest_line for insert to nostos_app
    with check (party = (select caller_party()) and (select caller_handles_cases()));

create policy transfer_paper_read on transfer_paper for select to nostos_app using ((select caller_handles_cases()));
create policy transfer_paper_add on transfer_paper for insert to nostos_app
    with check (party = (select caller_party()) and (select caller_handles_cases()));

create policy travel_document_event_read on travel_document_event for select to nostos_app
    using ((select caller_reads_transfers()));
create policy travel_document_event_add on travel_document_event for insert to nostos_app
    with check (account = (select caller_account()) and party = (select caller_party())
                and (select caller_handles_cases()) and (select caller_role()) = 'CASE_OFFICER');

create policy travel_fitness_read on travel_fitness for select to nostos_app using ((select caller_reads_transfers()));
create policy travel_fitness_add on travel_fitness for insert to nostos_app
    with check (account = (select caller_account()) and party = (select caller_party())
                and (select caller_handles_cases()) and (select caller_role()) = 'CASE_OFFICER');

create trigger act_now after insert on transfer referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on transfer_event referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on transfer_line referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on transfer_line_event referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on transfer_manifest_line referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on transfer_paper referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on travel_document_event referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on travel_fitness referencing new table as added
    for each statement execute function require_act();

grant execute on function transfer_turn(uuid), transfers_for_mission(), transfer_lines_for_mission(), transfer_manifest(uuid),
    transfer_manifest_for_mission(uuid, uuid), transfer_counts(), caller_reads_transfers(), transfer_stranger_out() to nostos_app;
grant select on transfer to nostos_app;
grant insert (id, party, kind, route, destination, receiver, transit, hours, account, act) on transfer to nostos_app;
grant select, insert on transfer_event, transfer_line, transfer_line_event, transfer_manifest_line, transfer_paper,
    travel_document_event, travel_fitness to nostos_app;

insert into reading_kind values ('transfers.read', 'OTHER'), ('transfers.paper-read', 'OTHER');
