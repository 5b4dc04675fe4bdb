-- What the services ask before a departure, a forged statement is asked as well: a family that leaves whole or by
-- decision, leave to exit and to pass, company for a child and for the ill, seats, a receiving side, a holder that lets
-- them go. And what happens on the way happens on the transfer: nobody is held and on the way at once.

-- ---- care and kin -----------------------------------------------------------------------------------------

-- What counts of somebody's care on a day: not corrected, and confirmed by another hand where that is needed.
create function care_counting(p_persons uuid[], p_on date) returns setof care_event
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    with mine as (
        select c.* from care_event c
        left join placement_now l on l.what = coalesce(c.of_event, c.id) and l.room = 'care'
        where coalesce(l.person, c.person) = any (p_persons) and c.happened_on <= p_on
          and (c.person = any (p_persons) or l.person is not null))
    select m.* from mine m
    where m.of_event is null
      and not exists (select from mine x where x.kind = 'CORRECTED' and x.of_event = m.id)
      and (m.kind not in ('AGE_ASSESSED', 'DIED')
           or exists (select from mine x where x.kind = 'CONFIRMED' and x.of_event = m.id and x.account <> m.account))
    $$;

-- Whether somebody is, or may be, a child, and lives.
create function care_may_be_child(p_persons uuid[], p_on date) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select not exists (select from care_counting(p_persons, p_on) where kind = 'DIED')
       and coalesce(coalesce((select c.born_last from care_counting(p_persons, p_on) c where c.kind = 'AGE_ASSESSED'
                              order by c.happened_on desc, c.recorded_at desc limit 1),
                             (select max(r.birth_last) from person p join record r on r.id = p.record
                              where p.id = any (p_persons))) > p_on - interval '18 years', false)
    $$;

-- The ties of somebody that two hands confirmed and that hold, read from their end.
create function kin_holding(p_persons uuid[], p_on date)
    returns table (relation text, other uuid, born_here boolean)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    with tied as (
        select k.*, coalesce(l.person, k.person) as this_end, coalesce(r.person, k.relative) as that_end
        from kin_event k
        left join placement_now l on l.what = k.id and l.room = 'kin'
        left join placement_now r on r.what = k.id and r.room = 'kin-relative'
        where k.kind = 'PROPOSED' and k.happened_on <= p_on
          and (k.person = any (p_persons) or k.relative = any (p_persons)
               or l.person = any (p_persons) or r.person = any (p_persons))),
    happened as (select e.* from kin_event e join tied t on t.id = e.tie where e.happened_on <= p_on)
    select case when t.this_end = any (p_persons) then t.relation
                else case t.relation when 'MOTHER' then 'CHILD' when 'FATHER' then 'CHILD' when 'CHILD' then 'PARENT'
                                     when 'GUARDIAN' then 'WARD' when 'CAREGIVER' then 'CARED_FOR' else t.relation end end,
           case when t.this_end = any (p_persons) then t.that_end else t.this_end end,
           t.contact_born is not null
    from tied t
    where (t.this_end = any (p_persons) or t.that_end = any (p_persons))
      and exists (select from happened c where c.tie = t.id and c.kind = 'CONFIRMED' and c.account <> t.account)
      and not exists (
          select from happened b where b.tie = t.id and b.kind = 'TAKEN_BACK'
            and b.account <> (select f.account from happened f where f.tie = t.id and f.kind = 'TAKING_BACK'
                              order by f.recorded_at, f.id limit 1))
      and not exists (
          select from happened b where b.tie = t.id and b.kind = 'END_CONFIRMED'
            and b.account <> (select f.account from happened f where f.tie = t.id and f.kind = 'ENDED'
                              order by f.recorded_at desc, f.id desc limit 1))
    $$;

-- Everybody of a family who lives, the one who was asked about among them; those alone whom no transfer may part, unless
-- the whole family is asked for. Of a child who was born in custody and stands on no list, the row of the parent tells.
create function kin_family(p_person uuid, p_whole boolean, p_on date)
    returns table (known uuid[], unregistered boolean)
    language plpgsql stable security definer set search_path = nostos, pg_temp
    as $$
declare
    ahead uuid[] := array[p_person];
    seen  uuid[] := '{}';
    next  uuid;
    child boolean;
    tie   record;
begin
    while cardinality(ahead) > 0 loop
        next := ahead[1];
        ahead := ahead[2:];
        continue when next = any (seen);
        known := law_joined(next);
        seen := seen || known;
        continue when exists (select from care_counting(known, p_on) where kind = 'DIED');
        unregistered := false;
        child := care_may_be_child(known, p_on);
        for tie in select * from kin_holding(known, p_on) loop
            continue when tie.relation in ('SIBLING', 'CAREGIVER', 'CARED_FOR')
                or (not p_whole and not child and tie.relation in ('MOTHER', 'FATHER', 'PARENT', 'GUARDIAN'))
                or (not p_whole and tie.relation in ('CHILD', 'WARD')
                    and not case when tie.other is null then tie.born_here
                                 else care_may_be_child(law_joined(tie.other), p_on) end);
            if tie.other is null then
                unregistered := unregistered or tie.born_here;
            else
                ahead := ahead || tie.other;
            end if;
        end loop;
        return next;
    end loop;
end $$;

-- ---- law ----------------------------------------------------------------------------------------------------

-- Whether a panel decided that this child is separated from its family, and the decision is in date.
create function law_splits(p_persons uuid[], p_on date) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select coalesce((
        select last.kind = 'DECIDED' and p.option in ('GOES_WITHOUT_FAMILY', 'STAYS_WITHOUT_FAMILY') and p.due >= p_on
        from (select * from law_bid_event b
              where (b.person = any (p_persons) or b.id = any (law_placed_on(p_persons)))
                and coalesce(law_placed(b.id), b.person) = any (p_persons)
              order by b.recorded_at desc, b.id desc limit 1) last
        join lateral (select * from law_bid_event b where b.bid = last.bid and b.kind = 'DECISION_PROPOSED'
                      order by b.recorded_at desc, b.id desc limit 1) p on true), false)
    $$;

create function law_excluded(p_persons uuid[]) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select exists (
        select from law_exclusion_event x
        where x.kind = 'RECORDED' and (x.person = any (p_persons) or x.id = any (law_placed_on(p_persons)))
          and coalesce(law_placed(x.id), x.person) = any (p_persons)
          and not exists (select from law_exclusion_event e where e.exclusion = x.id and e.kind = 'ENDED'))
    $$;

-- ---- nationality ----------------------------------------------------------------------------------------------

-- What stands of somebody's nationalities: not taken back, and confirmed by another hand where that is needed.
create function nationality_standing(p_persons uuid[], p_on date) returns setof nationality_event
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    with mine as (
        select n.* from nationality_event n
        left join placement_now l on l.what = n.root and l.room = 'nationality'
        where coalesce(l.person, n.person) = any (p_persons) and n.happened_on <= p_on
          and (n.person = any (p_persons) or l.person is not null)),
    confirmed as (
        select c.of_event as id from mine c join mine o on o.id = c.of_event
        where c.kind = 'CONFIRMED' and c.account <> o.account)
    select m.* from mine m
    where m.of_event is null
      and (m.kind not in ('VERIFIED', 'DENIED', 'DEPRIVED', 'RENOUNCED') or m.id in (select id from confirmed))
      and not exists (
          select from mine x
          where x.kind = 'CORRECTED' and x.of_event = m.id
            and (x.id in (select id from confirmed)
                 or m.kind not in ('VERIFIED', 'DENIED', 'DEPRIVED', 'RENOUNCED')
                 or m.id not in (select id from confirmed)))
    $$;

-- The states that hold somebody to be their national.
create function nationality_verified(p_persons uuid[], p_on date) returns text[]
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select coalesce(array_agg(f.state), '{}')
    from (select distinct on (n.state) n.state, n.kind from nationality_standing(p_persons, p_on) n
          where n.kind in ('VERIFIED', 'DENIED', 'DEPRIVED', 'RENOUNCED', 'NOT_ESTABLISHED', 'DEPRIVATION_CHALLENGED')
          order by n.state, n.happened_on desc, n.recorded_at desc) f
    where f.kind = 'VERIFIED'
    $$;

-- Whether it is known who they are: a state says so, a proof was seen, or two parties list them.
create function identity_known(p_persons uuid[], p_on date) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select cardinality(nationality_verified(p_persons, p_on)) > 0
        or exists (select from nationality_standing(p_persons, p_on) where grade = 'PROOF')
        or 2 <= (select count(distinct r.party) from person p join record r on r.id = p.record where p.id = any (p_persons))
    $$;

-- ---- custody --------------------------------------------------------------------------------------------------

-- What a step makes of a status; one that cannot follow changes nothing.
create function custody_after(p_status text, p_kind text) returns text
    language sql immutable
    return case
        when p_kind = any (case
            when p_status = 'NOT_KNOWN' then '{REPORTED_HELD,ADMITTED,UNACCOUNTED,DECEASED}'
            when p_status = 'REPORTED' then '{REPORTED_HELD,ADMITTED,RELEASED,ESCAPED,UNACCOUNTED,DECEASED}'
            when p_status = 'HELD'
                then '{MOVED,TO_HOSPITAL,TO_COURT,DEPARTED,RELEASED,RELEASED_IN_ERROR,ESCAPED,UNACCOUNTED,DECEASED}'
            when p_status in ('IN_HOSPITAL', 'AT_COURT')
                then '{RETURNED,RELEASED,RELEASED_IN_ERROR,ESCAPED,UNACCOUNTED,DECEASED}'
            when p_status = 'IN_TRANSIT' then '{REPATRIATED,TRANSFERRED,RETURNED,ESCAPED,UNACCOUNTED,DECEASED}'
            when p_status in ('RELEASED', 'REPATRIATED', 'TRANSFERRED') then '{REPORTED_HELD,ADMITTED,DECEASED}'
            when p_status = 'RELEASED_IN_ERROR' then '{RECAPTURED,REPORTED_HELD,UNACCOUNTED,DECEASED}'
            when p_status = 'ESCAPED' then '{RECAPTURED,REPORTED_HELD,DECEASED}'
            when p_status = 'UNACCOUNTED' then '{RETURNED,REPORTED_HELD,ADMITTED,RELEASED,ESCAPED,DECEASED}'
            else '{}' end::text[])
        then case p_kind when 'REPORTED_HELD' then 'REPORTED' when 'ADMITTED' then 'HELD' when 'RECAPTURED' then 'HELD'
                         when 'RETURNED' then 'HELD' when 'MOVED' then 'HELD' when 'TO_HOSPITAL' then 'IN_HOSPITAL'
                         when 'TO_COURT' then 'AT_COURT' when 'DEPARTED' then 'IN_TRANSIT' else p_kind end
        else p_status end;

create function custody_status(p_persons uuid[], p_on date) returns text
    language plpgsql stable security definer set search_path = nostos, pg_temp
    as $$
declare
    status text := 'NOT_KNOWN';
    step   text;
begin
    for step in select e.kind from custody_event e
                left join placement_now l on l.what = e.id and l.room = 'custody'
                where coalesce(l.person, e.person) = any (p_persons) and (e.person = any (p_persons) or l.person is not null)
                  and e.happened_on <= p_on and e.kind <> 'TAKEN_BACK'
                  and not exists (select from custody_event b where b.takes_back = e.id)
                order by e.happened_on, e.recorded_at, e.id
    loop
        status := custody_after(status, step);
    end loop;
    return status;
end $$;

-- ---- what keeps a line, and a transfer, from leaving ---------------------------------------------------------

-- Facts that a split gave to another person are that person's here as well.
create function transfer_placed(p_room text, p_what uuid, p_person uuid) returns uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select coalesce((select n.person from placement_now n where n.what = p_what and n.room = p_room), p_person) $$;

create function transfer_placed_on(p_room text, p_persons uuid[]) returns uuid[]
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select array(select n.what from placement_now n where n.person = any (p_persons) and n.room = p_room) $$;

create or replace function transfer_cleared(p_clearance uuid, p_persons uuid[], p_transfer transfer, p_on date)
    returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select exists (
        select from law_clearance_event p
        where p.id = p_clearance and p.kind = 'PROPOSED' and coalesce(law_placed(p.id), p.person) = any (p_persons)
          and p.route = p_transfer.route and p.destination = p_transfer.destination and p.transit @> p_transfer.transit
          and p.until >= p_on
          and exists (select from law_clearance_event i where i.clearance = p.id and i.kind = 'ISSUED')
          and not exists (select from law_clearance_event w where w.clearance = p.id and w.kind = 'WITHDRAWN'))
    $$;

-- A question about relocation speaks only where nothing else was asked.
create or replace function transfer_accepted(p_persons uuid[], p_state text, p_on date) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    with asked as (
        select l.id as line, n.asked
        from note_line_person lp
        join note_line l on l.id = lp.line
        join note_verbale n on n.id = l.note
        where (lp.person = any (p_persons) or lp.line = any (transfer_placed_on('requests', p_persons)))
          and transfer_placed('requests', lp.line, lp.person) = any (p_persons)
          and n.state = p_state and n.asked <> 'PROSECUTION'
          and exists (select from note_event s where s.note = n.id and s.kind = 'SENT'))
    select coalesce((
        select a.kind in ('ACCEPTED', 'DEEMED_ACCEPTED') or (a.kind = 'ACCEPTED_CHILD_ONLY' and law_may_be_child(p_persons, p_on))
        from answer_event a join asked on asked.line = a.line
        where (asked.asked <> 'RELOCATION' or not exists (select from asked o where o.asked <> 'RELOCATION'))
          and a.kind in ('ACCEPTED', 'ACCEPTED_CHILD_ONLY', 'ACCEPTED_CONDITIONAL', 'REFUSED', 'NOT_OUR_NATIONAL',
                         'MORE_INFORMATION_NEEDED', 'DEEMED_ACCEPTED', 'ANSWER_WITHDRAWN')
        order by a.happened_on desc, a.recorded_at desc, a.id limit 1), false)
    $$;

create or replace function transfer_documented(p_persons uuid[], p_on date) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select exists (
        select from travel_document_event i
        where (i.person = any (p_persons) or i.id = any (transfer_placed_on('transfers', p_persons)))
          and transfer_placed('transfers', i.id, i.person) = any (p_persons)
          and i.kind in ('ISSUED', 'REISSUED') and i.valid_until >= p_on
          and not exists (select from travel_document_event x
                          where x.document = i.document and x.recorded_at > i.recorded_at
                            and x.kind in ('REISSUED', 'LOST', 'CANCELLED')))
    $$;

-- What a physician concluded last.
create function transfer_fitness(p_persons uuid[]) returns travel_fitness
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select f from travel_fitness f
    where (f.person = any (p_persons) or f.id = any (transfer_placed_on('transfers', p_persons)))
      and transfer_placed('transfers', f.id, f.person) = any (p_persons)
    order by f.happened_on desc, f.recorded_at desc, f.id limit 1
    $$;

create or replace function transfer_fit(p_persons uuid[], p_on date) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select coalesce((select f.conclusion <> 'UNFIT' and f.until >= p_on and f.happened_on <= p_on
                     from transfer_fitness(p_persons) f), false)
    $$;

create or replace function transfer_reconfirmed(p_persons uuid[], p_destination text, p_on date) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select coalesce((select w.kind = 'RECONFIRMED' and w.happened_on between p_on - 3 and p_on from law_will_event w
                     where (w.person = any (p_persons) or w.id = any (law_placed_on(p_persons)))
                       and coalesce(law_placed(w.id), w.person) = any (p_persons) and w.destination = p_destination
                     order by w.recorded_at desc, w.id desc limit 1), false)
    $$;

-- Everybody who goes, under every id.
create function transfer_travelling(p_transfer uuid) returns uuid[]
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select coalesce(array_agg(w.id), '{}')
    from transfer_line l cross join lateral unnest(transfer_line_persons(l.id)) w (id)
    where l.transfer = p_transfer and transfer_line_end(l.id) is null
    $$;

-- Whether somebody would be parted from those whom no transfer may part, without a panel's decision or a court's order.
create function transfer_parts(p_line uuid, p_persons uuid[], p_travelling uuid[]) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    with today as (select (clock_timestamp() at time zone 'UTC')::date as d),
    family as (select f.* from today, kin_family(p_persons[1], false, today.d) f),
    parted as (select * from family where not (known && p_travelling))
    select not exists (select from transfer_line_event e where e.line = p_line and e.kind = 'SPLIT_ORDERED')
       and (exists (select from family where unregistered)
            or (exists (select from parted)
                and not (select law_splits(p_persons, d) from today)
                and exists (select from parted, today where not law_splits(known, d))))
    $$;

-- Of a repatriation: whether somebody is neither a national of the state nor of the family of one who goes along.
create function transfer_stranger(p_transfer transfer, p_persons uuid[], p_travelling uuid[]) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    with today as (select (clock_timestamp() at time zone 'UTC')::date as d)
    select p_transfer.kind = 'REPATRIATION'
       and not (select p_transfer.destination = any (nationality_verified(p_persons, d)) from today)
       and not exists (select from today, kin_family(p_persons[1], true, today.d) f
                       where not (f.known && p_persons) and f.known && p_travelling
                         and p_transfer.destination = any (nationality_verified(f.known, d)))
    $$;

-- The first thing that keeps this line from leaving on this day, or nothing.
create or replace function transfer_hindrance(p_line uuid, p_on date) returns text
    language plpgsql stable security definer set search_path = nostos, pg_temp
    as $$
declare
    l     transfer_line;
    t     transfer;
    who   uuid[] := transfer_line_persons(p_line);
    going uuid[];
    today date := (clock_timestamp() at time zone 'UTC')::date;
    why   text;
begin
    select * into l from transfer_line where id = p_line;
    select * into t from transfer where id = l.transfer;
    if not transfer_cleared(l.clearance, who, t, p_on) then
        return 'no clearance stands';
    end if;
    why := law_hindrance(who[1], t.route, t.destination, t.transit, p_on);
    if why is not null then
        return why;
    end if;
    going := transfer_travelling(t.id);
    return case
        when t.kind <> 'TO_AUTHORITY' and not transfer_accepted(who, t.destination, p_on) then 'the state has not accepted'
        when t.kind <> 'TO_AUTHORITY' and not transfer_documented(who, p_on) then 'no travel document is good on that day'
        when not transfer_fit(who, p_on) then 'nobody found them fit to travel'
        when t.route in ('REPATRIATION_NO_PROCEEDINGS', 'SENTENCE_TRANSFER', 'THIRD_STATE_RELOCATION')
             and not transfer_reconfirmed(who, t.destination, p_on) then 'they have not said again that they want to go'
        when custody_status(who, today) <> 'HELD' then 'nobody holds them'
        when law_excluded(who) then 'a policy of the holder keeps them back'
        when not identity_known(who, today) then 'it is not known who they are'
        when transfer_stranger(t, who, going) then 'they are no nationals, and of nobody''s family who is'
        when transfer_parts(l.id, who, going) then 'a family would be parted'
    end;
end $$;

-- The steps of one kind that were not taken back.
create function transfer_standing(p_transfer uuid, p_kind text) returns setof transfer_event
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select e.* from transfer_event e
    where e.transfer = p_transfer and e.kind = p_kind
      and not exists (select from transfer_event b where b.of_event = e.id and b.kind in ('LEAVE_WITHDRAWN', 'ESCORT_LEFT'))
    $$;

create function transfer_child_alone(p_line uuid, p_travelling uuid[], p_on date) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select law_may_be_child(w.who, p_on)
       and not exists (select from kin_family(w.who[1], true, p_on) f
                       where not (f.known && w.who) and f.known && p_travelling and not care_may_be_child(f.known, p_on))
    from (select transfer_line_persons(p_line) as who) w
    $$;

-- The first thing that keeps the transfer as a whole from leaving, or nothing.
create function transfer_hindrance_of_all(p_transfer uuid, p_on date) returns text
    language plpgsql stable security definer set search_path = nostos, pg_temp
    as $$
declare
    t       transfer;
    going   uuid[] := transfer_travelling(p_transfer);
    today   date := (clock_timestamp() at time zone 'UTC')::date;
    lines   uuid[];
    escorts text[] := array(select e.code from transfer_standing(p_transfer, 'ESCORT_NAMED') e);
begin
    select * into t from transfer where id = p_transfer;
    lines := array(select l.id from transfer_line l where l.transfer = p_transfer and transfer_line_end(l.id) is null);
    return case
        when cardinality(lines) = 0 then 'nobody is on the manifest'
        when not exists (select from transfer_standing(p_transfer, 'AGREED')) then 'the receiving side has not agreed'
        when t.kind <> 'TO_AUTHORITY'
             and not exists (select from transfer_standing(p_transfer, 'EXIT_CLEARED') e where e.day >= p_on)
            then 'no leave to exit'
        when t.kind <> 'TO_AUTHORITY'
             and exists (select from unnest(t.transit) s (code)
                         where not exists (select from transfer_standing(p_transfer, 'TRANSIT_CLEARED') e
                                           where e.state = s.code and e.day >= p_on)
                           and not exists (select from transfer_standing(p_transfer, 'OVERFLIGHT_CLEARED') e
                                           where e.state = s.code and e.day >= p_on))
            then 'no leave to pass'
        when not 'CHILD' = any (escorts)
             and exists (select from unnest(lines) l (id) where transfer_child_alone(l.id, going, today))
            then 'a child has nobody to go with'
        when not 'MEDICAL' = any (escorts)
             and exists (select from unnest(lines) l (id)
                         where (transfer_fitness(transfer_line_persons(l.id))).conclusion = 'FIT_WITH_MEDICAL_ESCORT')
            then 'nobody goes with the ill'
        when coalesce((select e.amount from transfer_standing(p_transfer, 'SEATS_HELD') e
                       order by e.recorded_at desc, e.id desc limit 1), 0) < cardinality(lines) + cardinality(escorts)
            then 'there are not seats for all'
    end;
end $$;

-- The first thing that keeps a transfer from leaving on a day, of the whole or of anybody on it; or nothing.
create function transfer_departure_hindrance(p_transfer uuid, p_on date) returns text
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select coalesce(
        (select h.why from transfer_line l cross join lateral (select transfer_hindrance(l.id, p_on) as why) h
         where l.transfer = p_transfer and transfer_line_end(l.id) is null and h.why is not null limit 1),
        transfer_hindrance_of_all(p_transfer, p_on))
    where caller_handles_cases()
    $$;
grant execute on function transfer_departure_hindrance(uuid, date) to nostos_app;

revoke execute on function care_counting(uuid[], date), care_may_be_child(uuid[], date), kin_holding(uuid[], date),
    kin_family(uuid, boolean, date), law_splits(uuid[], date), law_excluded(uuid[]), nationality_standing(uuid[], date),
    nationality_verified(uuid[], date), identity_known(uuid[], date), custody_status(uuid[], date),
    transfer_placed(text, uuid, uuid), transfer_placed_on(text, uuid[]), transfer_fitness(uuid[]), transfer_travelling(uuid),
    transfer_parts(uuid, uuid[], uuid[]), transfer_stranger(transfer, uuid[], uuid[]), transfer_standing(uuid, text),
    transfer_child_alone(uuid, uuid[], date), transfer_hindrance_of_all(uuid, date) from public;

-- After the guards that were there before: those look at each line, this one at the whole.
create function transfer_departure_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    why text := transfer_hindrance_of_all(new.transfer, new.happened_on);
begin
    if why is not null then
        raise exception 'no departure: %', why using errcode = '23514';
    end if;
    return new;
end $$;
create trigger guard_3 before insert on transfer_event for each row when (new.kind = 'DEPARTED')
    execute function transfer_departure_guard();

-- ---- one place at a time ---------------------------------------------------------------------------------------

-- Who leaves, and who is received, is said by a transfer; and while somebody is on the way, nothing else is said.
create function custody_of_transfers_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    who uuid[] := law_joined(new.person);
    way record;
begin
    if new.kind = 'TAKEN_BACK' then
        if exists (select from custody_event e where e.id = new.takes_back
                     and e.kind in ('DEPARTED', 'REPATRIATED', 'TRANSFERRED')) then
            raise exception 'what a transfer did stays' using errcode = '23514';
        end if;
        return new;
    end if;
    select transfer_stage(l.transfer) as stage, t.kind into way
        from transfer_line l join transfer t on t.id = l.transfer
        where (l.person = any (who) or l.id = any (transfer_placed_on('transfers', who)))
          and transfer_placed('transfers', l.id, l.person) = any (who)
          and transfer_line_end(l.id) is null and transfer_stage(l.transfer) in ('DEPARTED', 'HANDED_OVER')
        order by l.recorded_at desc limit 1;
    if (new.kind = 'DEPARTED' and way.stage is distinct from 'DEPARTED')
       or (new.kind in ('REPATRIATED', 'TRANSFERRED')
           and (way.stage is distinct from 'HANDED_OVER' or (way.kind = 'REPATRIATION') <> (new.kind = 'REPATRIATED'))) then
        raise exception 'no transfer says so' using errcode = '23514';
    end if;
    if way.stage = 'DEPARTED' and custody_status(who, new.happened_on) = 'IN_TRANSIT'
       and custody_after('IN_TRANSIT', new.kind) <> 'IN_TRANSIT' then
        raise exception 'they are on the way' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger guard_2 before insert on custody_event for each row execute function custody_of_transfers_guard();
