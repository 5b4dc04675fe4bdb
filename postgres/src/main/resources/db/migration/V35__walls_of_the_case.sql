-- What random acts and two worlds that should look alike have found in the walls of the case.

-- ---- the second time is the database's ----------------------------------------------------------------
-- Whoever forges a statement may say what they like, but not when it was recorded.

create function recorded_now() returns trigger
    language plpgsql as $$
begin
    new.recorded_at := clock_timestamp();
    return new;
end $$;

do $$
declare
    t text;
begin
    for t in select c.relname from pg_class c
             join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'nostos'
             join pg_attribute a on a.attrelid = c.oid and a.attname = 'recorded_at' and not a.attisdropped
             where c.relkind = 'r' and has_column_privilege('nostos_app', c.oid, a.attnum, 'insert')
               and exists (select from pg_attribute b where b.attrelid = c.oid and b.attname = 'act')
    loop
        execute format('create trigger a_moment before insert on nostos.%I for each row
                        when (current_user = ''nostos_app'') execute function nostos.recorded_now()', t);
    end loop;
end $$;

-- ---- guards speak after the wall ------------------------------------------------------------------------
-- A trigger before a row is added runs before the policy: to a stranger each says what the policy says.

create function stranger_learns_nothing() returns trigger
    language plpgsql as $$
begin
    if not nostos.caller_handles_cases() then
        raise exception 'new row violates row-level security policy for table "%"', tg_table_name using errcode = '42501';
    end if;
    return new;
end $$;

do $$
declare
    t text;
begin
    foreach t in array array['kin_event', 'care_event', 'nationality_event', 'custody_event', 'facility_handed_over',
                             'property_step', 'property_container', 'relocation_event', 'disclosure'] loop
        execute format('create trigger a_wall before insert on nostos.%I for each row
                        execute function nostos.stranger_learns_nothing()', t);
    end loop;
end $$;

-- ---- whose a fact of the law is, after somebody was taken apart ---------------------------------------------
-- Guards and walls ask it for whoever acts: a body or a counsel sees no placements, and is bound by them.

do $$
begin
    if to_regclass('nostos.placement_now') is not null then
        create function law_placed(p_what uuid) returns uuid
            language sql stable security definer set search_path = nostos, pg_temp
            as 'select n.person from placement_now n where n.what = p_what and n.room = ''legal''';
        create function law_placed_on(p_persons uuid[]) returns uuid[]
            language sql stable security definer set search_path = nostos, pg_temp
            as 'select array(select n.what from placement_now n where n.person = any (p_persons) and n.room = ''legal'')';
    else
        create function law_placed(p_what uuid) returns uuid
            language sql stable security definer set search_path = nostos, pg_temp
            as 'select p.person from split_placement p
                join split_step k on k.split = p.split and k.kind = ''CARRIED_OUT''
                where p.what = p_what and p.room = ''legal''
                  and not exists (select from split_step u where u.split = p.split and u.kind = ''UNDONE'')
                order by k.recorded_at desc limit 1';
        create function law_placed_on(p_persons uuid[]) returns uuid[]
            language sql stable security definer set search_path = nostos, pg_temp
            as 'select array(select p.what from split_placement p 
                             join split_step k on k.split = p.split and k.kind = ''CARRIED_OUT''
                             where p.person = any (p_persons) and p.room = ''legal''
                               and not exists (select from split_step u where u.split = p.split and u.kind = ''UNDONE''))';
    end if;
end $$;
revoke execute on function law_placed(uuid), law_placed_on(uuid[]) from public;

create or replace function law_bar(p_persons uuid[], p_destination text, p_ground text) returns law_bar_fold
    language plpgsql stable security definer set search_path = nostos, pg_temp
    as $$
declare
    f law_bar_fold := ('NOT_ASSESSED', false, null, null, null, null, null)::law_bar_fold;
    n law_bar_fold;
    e law_bar_event;
    placed uuid[] := law_placed_on(p_persons);
begin
    for e in select b.* from law_bar_event b
             where (b.person = any (p_persons) or b.id = any (placed))
               and coalesce(law_placed(b.id), b.person) = any (p_persons)
               and b.destination = p_destination and b.ground = p_ground
             order by b.recorded_at, b.id
    loop
        n := law_bar_after(f, e);
        if n.state is not null then f := n; end if;
    end loop;
    return f;
end $$;

create function law_ordered(p_persons uuid[], p_destination text, p_transit text[]) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select exists (select from law_order_event o
                   where (o.person = any (p_persons) or o.id = any (law_placed_on(p_persons)))
                     and coalesce(law_placed(o.id), o.person) = any (p_persons) and o.kind = 'ORDERED'
                     and (o.destination is null or o.destination = p_destination or o.destination = any (p_transit))
                     and not exists (select from law_order_event x where x.court_order = o.id and x.kind = 'ENDED'))
    $$;
revoke execute on function law_ordered(uuid[], text, text[]) from public;

create or replace function law_hindrance_of_bars(p_person uuid, p_route text, p_destination text, p_transit text[],
                                                 p_on date) returns text
    language plpgsql stable security definer set search_path = nostos, pg_temp
    as $$
declare
    who uuid[] := law_joined(p_person);
    asked record;
begin
    if law_ordered(who, p_destination, p_transit) then
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

create or replace function law_reviewed(p_persons uuid[]) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select coalesce((select (law_review(r.review)).state = 'FINAL' from law_review_event r
                     where r.kind = 'OPENED' and coalesce(law_placed(r.id), r.person) = any (p_persons)
                       and (r.person = any (p_persons) or r.id = any (law_placed_on(p_persons)))
                     order by r.recorded_at desc, r.id desc limit 1), false)
    $$;

create or replace function law_wants(p_persons uuid[], p_destination text) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select coalesce((select w.kind in ('CONSENTS', 'RECONFIRMED') from law_will_event w
                     where (w.person = any (p_persons) or w.id = any (law_placed_on(p_persons)))
                       and coalesce(law_placed(w.id), w.person) = any (p_persons) and w.destination = p_destination
                     order by w.recorded_at desc, w.id desc limit 1), false)
    $$;

create or replace function law_best(p_persons uuid[], p_destination text, p_on date) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select coalesce((
        select last.kind = 'DECIDED' and p.destination = p_destination and p.due >= p_on
        from (select * from law_bid_event b
              where (b.person = any (p_persons) or b.id = any (law_placed_on(p_persons)))
                and coalesce(law_placed(b.id), b.person) = any (p_persons)
              order by b.recorded_at desc, b.id desc limit 1) last
        join lateral (select * from law_bid_event b where b.bid = last.bid and b.kind = 'DECISION_PROPOSED'
                      order by b.recorded_at desc, b.id desc limit 1) p on true), false)
    $$;

create or replace function law_sentenced(p_persons uuid[]) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select exists (
        select from law_proceeding_event f
        where f.kind = 'FINAL' and (f.person = any (p_persons) or f.id = any (law_placed_on(p_persons)))
          and coalesce(law_placed(f.id), f.person) = any (p_persons)
          and (select s.sentence from law_proceeding_event s
               where s.proceeding = f.proceeding and s.sentence is not null
               order by s.recorded_at desc, s.id desc limit 1) = 'PRISON'
          and not exists (select from law_proceeding_event a
                          where a.proceeding = f.proceeding and a.recorded_at > f.recorded_at
                            and a.kind in ('APPEALED', 'ACQUITTED', 'DISCONTINUED')))
    $$;

-- ---- the board of bars follows who is one with whom ---------------------------------------------------------

create or replace function law_bar_now_write(p_person uuid, p_destination text, p_ground text) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    who    uuid[] := law_joined(p_person);
    placed uuid[] := law_placed_on(who);
    f      law_bar_fold;
    last   record;
begin
    delete from law_bar_now n where n.person = any (who) and n.destination = p_destination and n.ground = p_ground;
    select coalesce(law_placed(b.id), b.person) as person, b.recorded_at into last
        from law_bar_event b
        where (b.person = any (who) or b.id = any (placed)) and coalesce(law_placed(b.id), b.person) = any (who)
          and b.destination = p_destination and b.ground = p_ground
        order by b.recorded_at desc, b.id desc limit 1;
    if last.person is not null then
        f := law_bar(who, p_destination, p_ground);
        insert into law_bar_now values (last.person, p_destination, p_ground, f.state, f.until, f.decided_at, last.recorded_at);
    end if;
end $$;

-- Of each of these persons, every bar that hangs on them or stands on the board.
create function law_bars_of(p_persons uuid[]) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    one record;
begin
    for one in select distinct w.person, b.destination, b.ground
               from unnest(p_persons) w (person)
               join lateral (select e.destination, e.ground from law_bar_event e
                             where e.person = w.person or e.id = any (law_placed_on(array[w.person]))
                             union select n.destination, n.ground from law_bar_now n where n.person = w.person) b on true
               order by 1, 2, 3
    loop
        perform law_bar_now_write(one.person, one.destination, one.ground);
    end loop;
end $$;
revoke execute on function law_bars_of(uuid[]) from public;

create or replace function law_bars_rebuild() returns bigint
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    if not (caller_is_engine() or caller_decides_law()) then
        raise exception 'only the engine and who decides the law rebuild' using errcode = '42501';
    end if;
    delete from law_bar_now;
    perform law_bars_of(array(select distinct coalesce(law_placed(b.id), b.person) from law_bar_event b));
    return (select count(*) from law_bar_now);
end $$;

create function law_cluster_changed() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    perform law_bars_of(array(
        select p.id from person p where p.record in (select record from changed) or p.id in (select leader from changed)));
    return null;
end $$;
create trigger bars_joined after insert on person_cluster referencing new table as changed
    for each statement execute function law_cluster_changed();
create trigger bars_parted after delete on person_cluster referencing old table as changed
    for each statement execute function law_cluster_changed();
create trigger bars_moved after update on person_cluster referencing new table as changed
    for each statement execute function law_cluster_changed();

create function law_split_stepped() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    perform law_bars_of(array(select m.person from split_member m where m.split in (select split from added)));
    return null;
end $$;
-- After `placed`, which says where the facts are now.
create trigger z_bars after insert on split_step referencing new table as added
    for each statement execute function law_split_stepped();

-- ---- counsel after somebody was taken apart ------------------------------------------------------------------
-- A fact that a split gave to another person is no longer the client's; one that it gave to the client is.

create function caller_client_facts() returns setof uuid
    language plpgsql stable security definer set search_path = nostos, pg_temp
    as $$
declare
    clients uuid[] := array(select c from caller_clients() c);
    t       text;
begin
    if cardinality(clients) = 0 then
        return;
    end if;
    for t in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'nostos'
             join pg_attribute a on a.attrelid = c.oid and a.attname = 'person'
             where c.relkind = 'r' and c.relname like 'law\_%\_event' loop
        return query execute format(
            'select e.id from %I e where (e.person = any ($1) or e.id = any ($2)) and coalesce(law_placed(e.id), e.person) = any ($1)',
            t) using clients, law_placed_on(clients);
    end loop;
end $$;
grant execute on function caller_client_facts() to nostos_app;

do $$
declare
    p record;
begin
    for p in select tablename, policyname, qual from pg_policies
             where schemaname = 'nostos' and cmd = 'SELECT' and tablename like 'law\_%\_event'
               and qual ~ '\(person IN \( SELECT (nostos\.)?caller_clients\(\)'
    loop
        execute format('alter policy %I on nostos.%I using (%s)', p.policyname, p.tablename, regexp_replace(p.qual,
            '\(person IN \( SELECT (nostos\.)?caller_clients\(\) AS caller_clients\)\)',
            '(id in (select nostos.caller_client_facts()))'));
    end loop;
end $$;

-- ---- what a number tells ---------------------------------------------------------------------------------------
-- Notes are numbered for each state: a number that runs over all of them would tell each state how many the
-- others were sent. And a line keeps no place that would tell that another stood before it in the draft.

alter table note_number add column state text;
alter table note_number disable trigger user;
update note_number u set state = n.state from note_verbale n where n.id = u.note;
alter table note_number enable trigger user;
alter table note_number alter column state set not null;
alter table note_number drop constraint note_number_year_number_key;
alter table note_number add unique (state, year, number);

create or replace function note_number_give() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    if not caller_handles_cases() then
        raise exception 'only the committee numbers its notes' using errcode = '42501';
    end if;
    perform pg_advisory_xact_lock(7305801482119);
    new.year := extract(year from current_date);
    new.state := (select n.state from note_verbale n where n.id = new.note);
    new.number := 1 + coalesce((select max(n.number) from note_number n where n.year = new.year and n.state = new.state), 0);
    return new;
end $$;

create function note_line_place() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    new.place := coalesce((select max(l.place) from note_line l where l.note = new.note and caller_handles_cases()), 0)
                 + 1 + (random() * 1000)::int;
    return new;
end $$;
create trigger placed before insert on note_line for each row execute function note_line_place();

-- ---- whoever takes a person apart says where the law's acts go as well ----------------------------------------------
-- Reviewers of identity read neither bars nor requests, and yet nothing of them may stay on the wrong person.

create function acts_of_room(p_room text, p_persons uuid[])
    returns table (id uuid, person uuid, what text, words text, by_name text, recorded_at timestamptz)
    language plpgsql stable security definer set search_path = nostos, pg_temp
    as $$
#variable_conflict use_column
declare
    t text;
begin
    if not (caller_handles_cases() or caller_reviews()) then
        return;
    end if;
    if p_room = 'legal' then
        for t in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'nostos'
                 join pg_attribute a on a.attrelid = c.oid and a.attname = 'person'
                 where c.relkind = 'r' and c.relname like 'law\_%\_event' loop
            return query execute format(
                'select e.id, coalesce(law_placed(e.id), e.person), $2, '''', a.display_name, e.recorded_at
                 from %I e join account a on a.id = e.account
                 where (e.person = any ($1) or e.id = any (law_placed_on($1)))
                   and coalesce(law_placed(e.id), e.person) = any ($1)', t)
                using p_persons, case when t = 'law_proceeding_event' then 'court'
                                      else replace(replace(t, 'law_', ''), '_event', '') end;
        end loop;
    elsif p_room = 'requests' then
        return query
            select d.id, coalesce(placed_person('requests', d.id), d.person), 'disclosure-drafted', d.state, a.display_name,
                   d.recorded_at
            from disclosure d join account a on a.id = d.account
            where (d.person = any (p_persons) or d.id = any (array(select placed_on('requests', p_persons))))
              and coalesce(placed_person('requests', d.id), d.person) = any (p_persons)
            union all
            select l.id, coalesce(placed_person('requests', l.id), lp.person), 'asked', n.state, a.display_name, l.recorded_at
            from note_line_person lp join note_line l on l.id = lp.line join note_verbale n on n.id = l.note
            join account a on a.id = l.account
            where not exists (select from note_line_removed r where r.line = l.id)
              and (lp.person = any (p_persons) or l.id = any (array(select placed_on('requests', p_persons))))
              and coalesce(placed_person('requests', l.id), lp.person) = any (p_persons)
            union all
            select e.id, coalesce(placed_person('requests', e.id), e.person), 'third-state', e.state, a.display_name,
                   e.recorded_at
            from relocation_event e join account a on a.id = e.account
            where (e.person = any (p_persons) or e.id = any (array(select placed_on('requests', p_persons))))
              and coalesce(placed_person('requests', e.id), e.person) = any (p_persons);
    end if;
end $$;
grant execute on function acts_of_room(text, uuid[]) to nostos_app;

-- Of a split that is hidden from them everybody is told what is told of none.
create or replace function split_state(p_split uuid) returns text
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select coalesce((select case k.kind when 'UNDO_WITHDRAWN' then 'CARRIED_OUT' else k.kind end
                     from split_step k where k.split = p_split and (caller_coordinates() or caller_is_engine())
                     order by k.recorded_at desc limit 1), 'DRAFTED')
    $$;

create or replace function evidence_of_clients() returns setof uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select last.item
    from (select distinct on (l.item, l.person) l.item, l.kind
          from evidence_link l
          where coalesce((select p.person from split_placement p
                          join split_step k on k.split = p.split and k.kind = 'CARRIED_OUT'
                          where p.room = 'evidence' and p.what = l.id
                            and not exists (select from split_step u where u.split = p.split and u.kind = 'UNDONE')
                          order by k.recorded_at desc limit 1), l.person)
                in (select caller_clients())
          order by l.item, l.person, l.recorded_at desc, l.id) last
    where last.kind = 'LINKED'
      and exists (select from evidence_event e where e.item = last.item and e.kind = 'DISCLOSED')
    $$;

create or replace function relocation_stands(p_person uuid, p_state text) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select coalesce((select e.kind = 'PROPOSED' from relocation_event e
                     where e.person in (select one_with(p_person)) and e.state = p_state and caller_reads_requests()
                     order by e.recorded_at desc, e.id desc limit 1), false)
    $$;
