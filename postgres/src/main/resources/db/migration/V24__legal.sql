-- The law of the house: what bars a person's transfer to a state, what assurances and court orders say,
-- and the clearance that stands over a case with nothing open. Every table is a track of events; what a
-- track comes to is worked out from them, here for what must hold against a forged statement as well.

-- Everybody who is one person with this one, as judged.
create function law_joined(p_person uuid) returns uuid[]
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select coalesce(
        (select array_agg(other.id)
         from person p
         join person_cluster mine on mine.record = p.record
         join person_cluster theirs on theirs.leader = mine.leader
         join person other on other.record = theirs.record
         where p.id = p_person),
        array[p_person])
    $$;

-- A state's assurances: asked, given, weighed, in force, watched, broken. They lift nothing by themselves.
create table law_assurance_event (
    id          uuid primary key,
    assurance   uuid not null,
    party       uuid not null references party (id),
    state_code  text not null check (state_code ~ '^[A-Z]{3}$'),
    kind        text not null check (kind in ('REQUESTED', 'OFFERED', 'FOUND_SUFFICIENT', 'FOUND_INSUFFICIENT', 'IN_FORCE',
                                              'MONITORED', 'ENDED', 'BREACHED')),
    happened_on date not null,
    until       date,
    reason      text not null check (length(reason) between 1 and 8000),
    source      text check (length(source) between 1 and 500),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check ((kind = 'IN_FORCE') = (until is not null))
);
create index law_assurance_event_state on law_assurance_event (state_code, recorded_at);

-- What is known of a bar: person, destination and ground.
create table law_bar_event (
    id          uuid primary key,
    person      uuid not null references person (id),
    party       uuid not null references party (id),
    destination text not null check (destination ~ '^[A-Z]{3}$'),
    ground      text not null check (ground in ('TORTURE', 'DEATH_PENALTY', 'DISAPPEARANCE', 'UNFAIR_TRIAL', 'PERSECUTION',
                                                'BEST_INTERESTS', 'FAMILY_UNITY', 'HEALTH', 'PROCEEDINGS',
                                                'NO_ADMISSION', 'CAPACITY')),
    kind        text not null check (kind in ('OPENED', 'CLEARED', 'REVIEWED', 'FOUND', 'ASSURANCE_SOUGHT', 'LIFT_PROPOSED',
                                              'LIFTED', 'UPHELD', 'APPEALED', 'APPEAL_DISMISSED', 'APPEAL_ALLOWED',
                                              'DOUBTED')),
    happened_on date not null,
    until       date,
    reason      text not null check (length(reason) between 1 and 8000),
    source      text check (length(source) between 1 and 500),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check ((kind in ('CLEARED', 'LIFT_PROPOSED')) = (until is not null))
);
create index law_bar_event_person on law_bar_event (person, destination, ground);

-- Orders of courts and treaty bodies. Without a state an order forbids every transfer.
create table law_order_event (
    id          uuid primary key,
    person      uuid not null references person (id),
    party       uuid not null references party (id),
    kind        text not null check (kind in ('ORDERED', 'ENDED')),
    court_order uuid not null,
    destination text check (destination ~ '^[A-Z]{3}$'),
    happened_on date not null,
    reason      text not null check (length(reason) between 1 and 8000),
    source      text not null check (length(source) between 1 and 500),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check ((kind = 'ORDERED') = (court_order = id)),
    check (kind = 'ORDERED' or destination is null)
);
create index law_order_event_person on law_order_event (person);

-- Clearances to transfer: proposed by one, issued by another.
create table law_clearance_event (
    id          uuid primary key,
    clearance   uuid not null,
    person      uuid not null references person (id),
    party       uuid not null references party (id),
    kind        text not null check (kind in ('PROPOSED', 'ISSUED', 'WITHDRAWN')),
    route       text check (route in ('REPATRIATION_NO_PROCEEDINGS', 'DEPORTATION', 'EXTRADITION', 'SENTENCE_TRANSFER',
                                      'HANDOVER_BETWEEN_AUTHORITIES', 'THIRD_STATE_RELOCATION')),
    destination text check (destination ~ '^[A-Z]{3}$'),
    transit     text[],
    until       date,
    happened_on date not null,
    reason      text not null check (length(reason) between 1 and 8000),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check ((kind = 'PROPOSED') = (clearance = id)),
    check ((kind = 'PROPOSED') = (route is not null and destination is not null and transit is not null
                                  and until is not null)),
    check (kind = 'PROPOSED' or (route is null and destination is null and transit is null and until is null))
);
create index law_clearance_event_person on law_clearance_event (person);
create index law_clearance_event_clearance on law_clearance_event (clearance);

-- Which grounds must be assessed on which route, for the destination and for each state on the way. The
-- same table stands in the code; a test finds them equal.
create table law_route_ground (
    route   text not null,
    ground  text not null,
    transit boolean not null,
    primary key (route, ground, transit)
);
insert into law_route_ground (route, ground, transit)
    select r, g, false
    from unnest(array['REPATRIATION_NO_PROCEEDINGS', 'DEPORTATION', 'EXTRADITION', 'SENTENCE_TRANSFER',
                      'HANDOVER_BETWEEN_AUTHORITIES', 'THIRD_STATE_RELOCATION']) r,
         unnest(array['TORTURE', 'DEATH_PENALTY', 'DISAPPEARANCE', 'UNFAIR_TRIAL', 'PERSECUTION', 'BEST_INTERESTS',
                      'FAMILY_UNITY', 'HEALTH', 'PROCEEDINGS']) g
    union all
    select r, 'NO_ADMISSION', false
    from unnest(array['REPATRIATION_NO_PROCEEDINGS', 'DEPORTATION', 'SENTENCE_TRANSFER', 'THIRD_STATE_RELOCATION']) r
    union all
    select r, 'CAPACITY', false
    from unnest(array['REPATRIATION_NO_PROCEEDINGS', 'HANDOVER_BETWEEN_AUTHORITIES', 'THIRD_STATE_RELOCATION']) r
    union all
    select r, g, true
    from unnest(array['REPATRIATION_NO_PROCEEDINGS', 'DEPORTATION', 'EXTRADITION', 'SENTENCE_TRANSFER',
                      'HANDOVER_BETWEEN_AUTHORITIES', 'THIRD_STATE_RELOCATION']) r,
         unnest(array['TORTURE', 'DEATH_PENALTY', 'DISAPPEARANCE', 'PERSECUTION']) g;

-- ---- what a bar comes to -------------------------------------------------------------------------

create type law_bar_fold as (
    state      text,
    found      boolean,
    until      date,
    decided_at timestamptz,
    hand       uuid,
    appellant  uuid,
    before     text
);

-- The bar after one more event, or nothing where the bar does not allow that step. Once a bar was found,
-- only two hands lift it.
create function law_bar_after(f law_bar_fold, e law_bar_event) returns law_bar_fold
    language plpgsql immutable
    as $$
declare
    n law_bar_fold := f;
begin
    case e.kind
    when 'OPENED' then
        if f.found or f.state in ('UNDER_ASSESSMENT', 'APPEALED') then return null; end if;
        n.state := 'UNDER_ASSESSMENT';
    when 'CLEARED' then
        if f.found or f.state <> 'UNDER_ASSESSMENT' then return null; end if;
        n.state := 'CLEARED'; n.until := e.until; n.hand := e.account;
    when 'REVIEWED' then
        if f.state <> 'CLEARED' or f.hand = e.account then return null; end if;
        n.state := 'NO_BAR'; n.decided_at := e.recorded_at;
    when 'FOUND' then
        if f.state in ('BAR_FOUND', 'ASSURANCE_SOUGHT', 'UPHELD') then return null; end if;
        n.state := 'BAR_FOUND'; n.found := true; n.until := null;
    when 'ASSURANCE_SOUGHT' then
        if not f.found or f.state not in ('BAR_FOUND', 'UPHELD', 'LIFTED', 'DOUBTED') then return null; end if;
        n.state := 'ASSURANCE_SOUGHT';
    when 'LIFT_PROPOSED' then
        if not f.found or f.state not in ('BAR_FOUND', 'ASSURANCE_SOUGHT', 'UPHELD', 'LIFTED', 'DOUBTED') then
            return null;
        end if;
        n.state := 'LIFT_PROPOSED'; n.until := e.until; n.hand := e.account;
    when 'LIFTED' then
        if f.state <> 'LIFT_PROPOSED' or f.hand = e.account then return null; end if;
        n.state := 'LIFTED'; n.decided_at := e.recorded_at;
    when 'UPHELD' then
        if f.state <> 'LIFT_PROPOSED' or f.hand = e.account then return null; end if;
        n.state := 'UPHELD'; n.until := null;
    when 'APPEALED' then
        if f.state not in ('CLEARED', 'NO_BAR', 'LIFT_PROPOSED', 'LIFTED') then return null; end if;
        n.before := f.state; n.state := 'APPEALED'; n.appellant := e.account;
    when 'APPEAL_DISMISSED' then
        if f.state <> 'APPEALED' or f.appellant = e.account then return null; end if;
        n.state := f.before;
    when 'APPEAL_ALLOWED' then
        if f.state <> 'APPEALED' then return null; end if;
        n.state := 'BAR_FOUND'; n.found := true; n.until := null;
    else
        if f.state = 'APPEALED' then
            n.before := 'DOUBTED';
        elsif f.state in ('CLEARED', 'NO_BAR', 'LIFT_PROPOSED', 'LIFTED') then
            n.state := 'DOUBTED';
        else
            return null;
        end if;
    end case;
    return n;
end $$;

create function law_bar(p_persons uuid[], p_destination text, p_ground text) returns law_bar_fold
    language plpgsql stable security definer set search_path = nostos, pg_temp
    as $$
declare
    f law_bar_fold := ('NOT_ASSESSED', false, null, null, null, null, null)::law_bar_fold;
    n law_bar_fold;
    e law_bar_event;
begin
    for e in select b.* from law_bar_event b
             where (b.person = any (p_persons) or b.id in (select placed_on('legal', p_persons)))
               and coalesce(placed_person('legal', b.id), b.person) = any (p_persons)
               and b.destination = p_destination and b.ground = p_ground
             order by b.recorded_at, b.id
    loop
        n := law_bar_after(f, e);
        if n.state is not null then f := n; end if;
    end loop;
    return f;
end $$;

-- Whether the bar lets pass on this day: decided so by two people, in date, and no assurance of that state
-- was broken since.
create function law_bar_passes(f law_bar_fold, p_destination text, p_on date) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select f.state in ('NO_BAR', 'LIFTED') and f.until >= p_on
       and not exists (select from law_assurance_event b
                       where b.state_code = p_destination and b.kind = 'BREACHED' and b.recorded_at > f.decided_at)
    $$;

-- Whether one of the person's records leaves it open that they are under eighteen on that day.
create function law_may_be_child(p_persons uuid[], p_on date) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select exists (select from person p join record r on r.id = p.record
                   where p.id = any (p_persons) and r.birth_last > p_on - interval '18 years')
    $$;

-- The first thing that stands in the way of a transfer, or nothing.
create function law_hindrance(p_person uuid, p_route text, p_destination text, p_transit text[], p_on date) returns text
    language plpgsql stable security definer set search_path = nostos, pg_temp
    as $$
declare
    who uuid[] := law_joined(p_person);
    asked record;
begin
    if exists (select from law_order_event o
               where o.person = any (who) and o.kind = 'ORDERED'
                 and (o.destination is null or o.destination = p_destination or o.destination = any (p_transit))
                 and not exists (select from law_order_event x
                                 where x.court_order = o.id and x.kind = 'ENDED')) then
        return 'an order of a court stands';
    end if;
    for asked in select distinct s.state, g.ground
                 from law_route_ground g
                 join (select p_destination as state, false as transit
                       union all select t, true from unnest(p_transit) t) s on s.transit = g.transit
                 where g.route = p_route and (g.ground <> 'BEST_INTERESTS' or law_may_be_child(who, p_on))
    loop
        if not law_bar_passes(law_bar(who, asked.state, asked.ground), asked.state, p_on) then
            return 'a bar is open';
        end if;
    end loop;
    return null;
end $$;

-- ---- the latest of every bar, for boards over a whole population ---------------------------------
-- A projection of law_bar_event, written with it and rebuilt by law_bars_rebuild().

create table law_bar_now (
    person      uuid not null references person (id),
    destination text not null,
    ground      text not null,
    state       text not null,
    until       date,
    decided_at  timestamptz,
    since       timestamptz not null,
    primary key (person, destination, ground)
);
create index law_bar_now_state on law_bar_now (state, since);
create index law_bar_now_until on law_bar_now (until) where state in ('NO_BAR', 'LIFTED');

create function law_bar_now_write(p_person uuid, p_destination text, p_ground text) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    who uuid[] := law_joined(p_person);
    f   law_bar_fold := law_bar(who, p_destination, p_ground);
begin
    delete from law_bar_now n where n.person = any (who) and n.destination = p_destination and n.ground = p_ground;
    insert into law_bar_now
        select p_person, p_destination, p_ground, f.state, f.until, f.decided_at, max(b.recorded_at)
        from law_bar_event b
        where b.person = any (who) and b.destination = p_destination and b.ground = p_ground
        having max(b.recorded_at) is not null;
end $$;

create function law_bars_rebuild() returns bigint
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    one     record;
    written bigint := 0;
begin
    if not (caller_is_engine() or caller_decides_law()) then
        raise exception 'only the engine and who decides the law rebuild' using errcode = '42501';
    end if;
    delete from law_bar_now;
    for one in select (array_agg(b.person order by b.recorded_at desc, b.id desc))[1] as person, b.destination, b.ground
               from law_bar_event b group by (select min(j::text) from unnest(law_joined(b.person)) j), b.destination, b.ground
    loop
        perform law_bar_now_write(one.person, one.destination, one.ground);
        written := written + 1;
    end loop;
    return written;
end $$;

-- The bars that wait for the independent hand, under every person they hang on. `put` is the person under
-- whom the case was put before the body.
create function law_before_body() returns table (put uuid, person uuid, destination text, ground text)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select n.person, other, n.destination, n.ground
    from law_bar_now n, unnest(law_joined(n.person)) other
    where caller_is_independent() and n.state = 'LIFT_PROPOSED'
    $$;

-- ---- guards --------------------------------------------------------------------------------------

-- Whether the caller may have anything to do with the law of a case: to all others a guard says nothing.
create function law_stranger() returns boolean
    language sql stable parallel restricted
    return not caller_handles_cases();

create function law_event_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    new.recorded_at := clock_timestamp();
    if law_stranger() and not (tg_table_name = 'law_bar_event' and caller_is_independent()) then
        raise exception 'new row violates row-level security policy for table "%"', tg_table_name using errcode = '42501';
    end if;
    if new.happened_on > (clock_timestamp() at time zone 'UTC')::date then
        raise exception 'nothing has happened on a day to come' using errcode = '23514';
    end if;
    return new;
end $$;

create function law_bar_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    if caller_is_independent()
       and not exists (select from law_before_body() b where b.person = new.person and b.destination = new.destination
                         and b.ground = new.ground) then
        raise exception 'new row violates row-level security policy for table "law_bar_event"' using errcode = '42501';
    end if;
    perform case_turn(new.person);
    if new.kind in ('LIFT_PROPOSED', 'LIFTED')
       and not coalesce((select b.name is not null from review_body b order by b.recorded_at desc, b.id limit 1), false) then
        raise exception 'without an independent body of review nothing is lifted' using errcode = '23514';
    end if;
    if (law_bar_after(law_bar(law_joined(new.person), new.destination, new.ground), new)).state is null then
        raise exception 'the bar does not allow this step, or not to this hand' using errcode = '23514';
    end if;
    if new.until < new.happened_on or new.until > new.happened_on + interval '1 year' then
        raise exception 'a bar is looked at again within a year' using errcode = '23514';
    end if;
    return new;
end $$;

create function law_bar_written() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    perform law_bar_now_write(new.person, new.destination, new.ground);
    return null;
end $$;

create function law_order_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    perform case_turn(new.person);
    if new.kind = 'ENDED'
       and (not exists (select from law_order_event o where o.id = new.court_order and o.kind = 'ORDERED'
                          and o.person = any (law_joined(new.person)))
            or exists (select from law_order_event o where o.court_order = new.court_order and o.kind = 'ENDED')) then
        raise exception 'no such order stands' using errcode = '23514';
    end if;
    return new;
end $$;

create function law_clearance_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    p     law_clearance_event := new;
    today date := (clock_timestamp() at time zone 'UTC')::date;
    why   text;
begin
    perform case_turn(new.person);
    if new.kind <> 'PROPOSED' then
        select * into p from law_clearance_event c where c.id = new.clearance and c.kind = 'PROPOSED';
        if p.id is null or not p.person = any (law_joined(new.person))
           or exists (select from law_clearance_event c where c.clearance = p.id
                        and (c.kind = 'WITHDRAWN' or c.kind = new.kind)) then
            raise exception 'no such clearance waits' using errcode = '23514';
        end if;
        if new.kind = 'WITHDRAWN' then
            return new;
        end if;
        if p.account = new.account then
            raise exception 'whoever proposed a clearance does not issue it' using errcode = '23514';
        end if;
    end if;
    if p.until < today or p.until > today + 92 then
        raise exception 'a clearance lasts three months at most' using errcode = '23514';
    end if;
    why := law_hindrance(p.person, p.route, p.destination, p.transit, today);
    if why is not null then
        raise exception 'no clearance: %', why using errcode = '23514';
    end if;
    return new;
end $$;

create trigger guard_1 before insert on law_bar_event for each row execute function law_event_guard();
create trigger guard_2 before insert on law_bar_event for each row execute function law_bar_guard();
create trigger written after insert on law_bar_event for each row execute function law_bar_written();
create trigger guard_1 before insert on law_order_event for each row execute function law_event_guard();
create trigger guard_2 before insert on law_order_event for each row execute function law_order_guard();
create trigger guard_1 before insert on law_assurance_event for each row execute function law_event_guard();
create trigger guard_1 before insert on law_clearance_event for each row execute function law_event_guard();
create trigger guard_2 before insert on law_clearance_event for each row execute function law_clearance_guard();

-- ---- erasing -------------------------------------------------------------------------------------

create function erase_more_law(p_persons uuid[], p_records uuid[]) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    perform erase_payloads(array(
        select act from law_bar_event where person = any (p_persons)
        union select act from law_order_event where person = any (p_persons)
        union select act from law_clearance_event where person = any (p_persons)));
    update law_bar_event set reason = 'erased', source = null where person = any (p_persons);
    update law_order_event set reason = 'erased', source = 'erased' where person = any (p_persons);
    update law_clearance_event set reason = 'erased' where person = any (p_persons);
end $$;

-- ---- walls ---------------------------------------------------------------------------------------

alter table law_assurance_event enable row level security;
alter table law_bar_event enable row level security;
alter table law_order_event enable row level security;
alter table law_clearance_event enable row level security;
alter table law_bar_now enable row level security;

create policy law_assurance_event_read on law_assurance_event for select to nostos_app
    using ((select caller_handles_cases()) or (select caller_is_independent()));
create policy law_assurance_event_add on law_assurance_event for insert to nostos_app
    with check (account = (select caller_account()) and party = (select caller_party())
                and ((select caller_decides_law())
                     or (kind in ('REQUESTED', 'OFFERED', 'MONITORED', 'BREACHED') and (select caller_handles_cases()))));

create policy law_bar_event_read on law_bar_event for select to nostos_app
    using ((select caller_handles_cases())
           or ((select caller_is_independent())
               and (person, destination, ground) in (select b.person, b.destination, b.ground from law_before_body() b)));
create policy law_bar_event_add on law_bar_event for insert to nostos_app
    with check (account = (select caller_account()) and party = (select caller_party())
                and ((kind in ('OPENED', 'ASSURANCE_SOUGHT', 'APPEALED', 'DOUBTED') and (select caller_handles_cases()))
                     or (kind in ('CLEARED', 'REVIEWED', 'FOUND', 'LIFT_PROPOSED', 'APPEAL_DISMISSED', 'APPEAL_ALLOWED')
                         and (select caller_decides_law()))
                     or (kind in ('LIFTED', 'UPHELD') and (select caller_is_independent()))));

create policy law_order_event_read on law_order_event for select to nostos_app
    using ((select caller_handles_cases()));
create policy law_order_event_add on law_order_event for insert to nostos_app
    with check (account = (select caller_account()) and party = (select caller_party())
                and ((select caller_decides_law()) or (kind = 'ORDERED' and (select caller_handles_cases()))));

create policy law_clearance_event_read on law_clearance_event for select to nostos_app
    using ((select caller_handles_cases()));
create policy law_clearance_event_add on law_clearance_event for insert to nostos_app
    with check (account = (select caller_account()) and party = (select caller_party())
                and (select caller_decides_law()));

create policy law_bar_now_read on law_bar_now for select to nostos_app
    using ((select caller_handles_cases())
           or ((select caller_is_independent()) and state = 'LIFT_PROPOSED'));

-- The independent body knows the person by number, while a bar of theirs waits for it.
create policy person_before_body on person for select to nostos_app
    using ((select caller_is_independent()) and id in (select b.person from law_before_body() b));

create trigger act_now after insert on law_assurance_event referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on law_bar_event referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on law_order_event referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on law_clearance_event referencing new table as added
    for each statement execute function require_act();

grant execute on function law_before_body(), law_bars_rebuild(), law_stranger() to nostos_app;
grant select, insert on law_assurance_event, law_bar_event, law_order_event, law_clearance_event to nostos_app;
grant select on law_bar_now, law_route_ground to nostos_app;
