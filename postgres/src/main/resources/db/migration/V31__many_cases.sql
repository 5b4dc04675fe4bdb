-- Many cases at once: where splits have put things is kept ready, the engine writes hundreds of summaries with one
-- statement, and what the boards count is counted when a summary changes and not when a board is looked at.

-- Who reads everything about cases: those who handle them, and the engine that sums them up.
create function caller_reads_cases() returns boolean
    language sql stable parallel restricted
    return coalesce(caller_handles_cases() or caller_is_engine(), false);
grant execute on function caller_reads_cases() to nostos_app;

-- ---- where splits in force have put things ---------------------------------------------------------
-- A projection of placements and steps, so that a fact finds the person it belongs to by a key.

create table placement_now (
    what   uuid not null,
    room   text not null,
    person uuid not null references person (id),
    primary key (what, room)
);
create index placement_now_person on placement_now (person, room);

create function placement_now_write(p_splits uuid[]) returns void
    language sql volatile security definer set search_path = nostos, pg_temp
    as $$
    delete from placement_now n using split_placement p
        where p.split = any (p_splits) and n.what = p.what and n.room = p.room;
    insert into placement_now (what, room, person)
        select what, room, person from (
            select distinct on (p.what, p.room) p.what, p.room, p.person
            from split_placement p
            join split_step k on k.split = p.split and k.kind = 'CARRIED_OUT'
            where split_state(p.split) in ('CARRIED_OUT', 'UNDO_ASKED')
              and (p.what, p.room) in (select a.what, a.room from split_placement a where a.split = any (p_splits))
            order by p.what, p.room, k.recorded_at desc) latest
        where person is not null;
    $$;
revoke execute on function placement_now_write(uuid[]) from public;

create function placement_stepped() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    perform placement_now_write(array(select distinct split from added));
    return null;
end $$;
create trigger placed after insert on split_step referencing new table as added
    for each statement execute function placement_stepped();
select placement_now_write(array(select distinct split from split_step));

alter table placement_now enable row level security;
create policy placement_now_read on placement_now for select to nostos_app using ((select caller_coordinates()));
grant select on placement_now to nostos_app;

create or replace function placed_person(p_room text, p_what uuid) returns uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select n.person from placement_now n where n.what = p_what and n.room = p_room and caller_coordinates() $$;

create or replace function placed_on(p_room text, p_persons uuid[]) returns setof uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select n.what from placement_now n where n.person = any (p_persons) and n.room = p_room and caller_coordinates() $$;

create or replace function custody_placed() returns table (what uuid, person uuid)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select n.what, n.person from placement_now n where n.room = 'custody' and caller_coordinates() $$;

-- ---- summaries -------------------------------------------------------------------------------------

alter table case_summary
    add column person_number text not null default '',
    add column ordinal bigint not null default 0,
    add column first_due date;
update case_summary s set person_number = p.number, ordinal = p.ordinal,
       first_due = (select min(f.due) from case_flag f where f.person = s.person)
    from person p where p.id = s.person;
create index case_summary_ordinal on case_summary (ordinal);
create index case_summary_alarms on case_summary (alarms desc, number);
create index case_summary_due on case_summary (first_due, number);
drop index case_summary_day;
create index case_summary_day on case_summary (for_day, person);

-- Of a person's flags under one rule, one leads: that which is due first. Cases are counted by it.
alter table case_flag add column leads boolean not null default false;
update case_flag f set leads = true
    where not exists (select from case_flag o where o.person = f.person and o.rule = f.rule
                        and (coalesce(o.due, 'infinity'), o.arguments) < (coalesce(f.due, 'infinity'), f.arguments));
drop index case_flag_rule;
create index case_flag_rule on case_flag (rule, due, since, person);
create index case_flag_since on case_flag (rule, since);
create index case_flag_settler on case_flag (settler, due, person) where due is not null;
drop index case_flag_due;
drop index case_lacks_state;
create index case_lacks_state on case_lacks (state, lacks, person);

-- ---- what the boards count -------------------------------------------------------------------------

create table case_word_tally (
    word  text primary key,
    cases bigint not null
);
create table case_rule_tally (
    rule    text not null,
    effect  text not null,
    settler text not null,
    due     date,
    cases   bigint not null,
    unique nulls not distinct (rule, effect, settler, due)
);
create table case_lacks_tally (
    state  text not null,
    lacks  text[] not null,
    people bigint not null,
    primary key (state, lacks)
);

create function case_words_counted() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    if tg_op <> 'DELETE' then
        insert into case_word_tally select w, count(*) from added, unnest(words) w group by 1 order by 1
            on conflict (word) do update set cases = case_word_tally.cases + excluded.cases;
    end if;
    if tg_op <> 'INSERT' then
        insert into case_word_tally select w, -count(*) from gone, unnest(words) w group by 1 order by 1
            on conflict (word) do update set cases = case_word_tally.cases + excluded.cases;
    end if;
    return null;
end $$;

create function case_rules_counted() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    if tg_op <> 'DELETE' then
        insert into case_rule_tally
            select rule, effect, settler, due, count(*) from added where leads group by 1, 2, 3, 4 order by 1, 2, 3, 4
            on conflict (rule, effect, settler, due) do update set cases = case_rule_tally.cases + excluded.cases;
    end if;
    if tg_op <> 'INSERT' then
        insert into case_rule_tally
            select rule, effect, settler, due, -count(*) from gone where leads group by 1, 2, 3, 4 order by 1, 2, 3, 4
            on conflict (rule, effect, settler, due) do update set cases = case_rule_tally.cases + excluded.cases;
        delete from case_rule_tally where cases = 0;
    end if;
    return null;
end $$;

create function case_lacks_counted() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    if tg_op <> 'DELETE' then
        insert into case_lacks_tally select state, lacks, count(*) from added group by 1, 2 order by 1, 2
            on conflict (state, lacks) do update set people = case_lacks_tally.people + excluded.people;
    end if;
    if tg_op <> 'INSERT' then
        insert into case_lacks_tally select state, lacks, -count(*) from gone group by 1, 2 order by 1, 2
            on conflict (state, lacks) do update set people = case_lacks_tally.people + excluded.people;
        delete from case_lacks_tally where people = 0;
    end if;
    return null;
end $$;

do $$
declare
    t text[];
begin
    foreach t slice 1 in array array[['case_summary', 'case_words_counted'], ['case_flag', 'case_rules_counted'],
                                     ['case_lacks', 'case_lacks_counted']] loop
        execute format('create trigger counted_in after insert on nostos.%I referencing new table as added
                        for each statement execute function nostos.%I()', t[1], t[2]);
        execute format('create trigger counted_again after update on nostos.%I referencing new table as added old table as gone
                        for each statement execute function nostos.%I()', t[1], t[2]);
        execute format('create trigger counted_out after delete on nostos.%I referencing old table as gone
                        for each statement execute function nostos.%I()', t[1], t[2]);
    end loop;
end $$;
insert into case_word_tally select w, count(*) from case_summary, unnest(words) w group by 1;
insert into case_rule_tally select rule, effect, settler, due, count(*) from case_flag where leads group by 1, 2, 3, 4;
insert into case_lacks_tally select state, lacks, count(*) from case_lacks group by 1, 2;

alter table case_word_tally enable row level security;
alter table case_rule_tally enable row level security;
alter table case_lacks_tally enable row level security;
create policy case_word_tally_read on case_word_tally for select to nostos_app using ((select caller_reads_cases()));
create policy case_rule_tally_read on case_rule_tally for select to nostos_app using ((select caller_reads_cases()));
create policy case_lacks_tally_read on case_lacks_tally for select to nostos_app using ((select caller_reads_cases()));
grant select on case_word_tally, case_rule_tally, case_lacks_tally to nostos_app;

-- ---- many summaries at once ------------------------------------------------------------------------

drop function case_summarise(uuid, bigint, uuid, uuid[], text[], jsonb, jsonb, date);

-- Puts each summary in the place of those of its persons. Whoever is touched by an act under way stays touched: its row
-- is locked, and what the act does was not read.
create function case_summarise_each(p_touched uuid[], p_asked bigint[], p_summaries jsonb, p_day date) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    leaders uuid[];
begin
    if not caller_is_engine() then
        raise exception 'the engine alone sums cases up' using errcode = '42501';
    end if;
    delete from case_touched t where t.person in (
        select w.person from case_touched w join unnest(p_touched, p_asked) as d (person, asked)
            on w.person = d.person and w.asked = d.asked
        for update of w skip locked);
    with said as (
        select (s ->> 'leader')::uuid as leader, p::uuid as person
        from jsonb_array_elements(p_summaries) s, jsonb_array_elements_text(s -> 'persons') p
    ), numbered as (
        select said.leader, min(o.number) as number from said left join case_opened o on o.person = said.person group by 1
    ), gone as (
        delete from case_summary c using said join numbered using (leader)
        where c.person = said.person and (numbered.number is null or said.person <> said.leader)
    )
    select array_agg(leader) into leaders from numbered where number is not null;
    insert into case_summary (person, number, person_number, ordinal, words, alarms, first_due, for_day)
        select p.id, (select min(o.number) from case_opened o
                      where o.person in (select x::uuid from jsonb_array_elements_text(s -> 'persons') x)),
               p.number, p.ordinal, array(select jsonb_array_elements_text(s -> 'words')),
               (select count(*) from jsonb_array_elements(s -> 'flags') f where f ->> 'effect' = 'ALARMS'),
               (select min((f ->> 'due')::date) from jsonb_array_elements(s -> 'flags') f), p_day
        from jsonb_array_elements(p_summaries) s join person p on p.id = (s ->> 'leader')::uuid
        where p.id = any (leaders)
        on conflict (person) do update set number = excluded.number, person_number = excluded.person_number,
            ordinal = excluded.ordinal, words = excluded.words, alarms = excluded.alarms, first_due = excluded.first_due,
            for_day = excluded.for_day;
    with said as materialized (
        select distinct on (1, 2, 5)
               (s ->> 'leader')::uuid as person, f ->> 'rule' as rule, f ->> 'effect' as effect, f ->> 'settler' as settler,
               array(select jsonb_array_elements_text(f -> 'arguments')) as arguments, (f ->> 'due')::date as due
        from jsonb_array_elements(p_summaries) s, jsonb_array_elements(s -> 'flags') f
        where (s ->> 'leader')::uuid = any (leaders)
        order by 1, 2, 5, 6
    ), gone as (
        delete from case_flag c where c.person = any (leaders)
          and not exists (select from said where said.person = c.person and said.rule = c.rule and said.arguments = c.arguments)
    )
    insert into case_flag as c (person, rule, effect, settler, arguments, due, leads)
        select person, rule, effect, settler, arguments, due,
               row_number() over (partition by person, rule order by due nulls last, arguments) = 1
        from said
        on conflict (person, rule, arguments) do update set effect = excluded.effect, settler = excluded.settler,
            due = excluded.due, leads = excluded.leads
        where (c.effect, c.settler, c.leads) <> (excluded.effect, excluded.settler, excluded.leads)
           or c.due is distinct from excluded.due;
    with said as materialized (
        select (s ->> 'leader')::uuid as person, l.key as state, array(select jsonb_array_elements_text(l.value)) as lacks
        from jsonb_array_elements(p_summaries) s, jsonb_each(s -> 'lacks') l
        where (s ->> 'leader')::uuid = any (leaders)
    ), gone as (
        delete from case_lacks c where c.person = any (leaders)
          and not exists (select from said where said.person = c.person and said.state = c.state)
    )
    insert into case_lacks as c (person, state, lacks) select person, state, lacks from said
        on conflict (person, state) do update set lacks = excluded.lacks where c.lacks <> excluded.lacks;
end $$;
grant execute on function case_summarise_each(uuid[], bigint[], jsonb, date) to nostos_app;

-- What an answer or a step of a note changes while a summary is worked out asks once more, as every act does.
create or replace function requests_touch_cases() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    if tg_table_name = 'answer_event' then
        insert into case_touched (person)
            select distinct lp.person from note_line_person lp where lp.line in (select line from added) order by 1
        on conflict (person) do update set asked = case_touched.asked + 1;
    else
        insert into case_touched (person)
            select distinct lp.person from note_line_person lp join note_line l on l.id = lp.line
            where l.note in (select note from added) order by 1
        on conflict (person) do update set asked = case_touched.asked + 1;
    end if;
    return null;
end $$;

-- Whoever was erased is summed up anew at once, not on the next day.
create function erase_more_cases(p_persons uuid[], p_records uuid[]) returns void
    language sql volatile security definer set search_path = nostos, pg_temp
    as $$
    insert into case_touched (person) select p.id from person p where p.id = any (p_persons) order by 1
    on conflict (person) do update set asked = case_touched.asked + 1
    $$;

-- ---- lists of many notes ---------------------------------------------------------------------------

create index note_verbale_recorded on note_verbale (recorded_at desc, id);
create index care_event_of on care_event (of_event) where of_event is not null;

-- ---- what guards look up for each row ----------------------------------------------------------------

create index if not exists nationality_event_of on nationality_event (of_event) where of_event is not null;
create index if not exists law_review_event_review on law_review_event (review, recorded_at);
create index if not exists law_bid_event_bid on law_bid_event (bid, recorded_at);
create index if not exists law_proceeding_event_proceeding on law_proceeding_event (proceeding, recorded_at);
create index if not exists law_order_event_order on law_order_event (court_order);
create index if not exists note_line_person_disclosure on note_line_person (disclosure);

-- As before, by keys: an array is looked up in the index, a set would be compared with every row.
create or replace function law_bar(p_persons uuid[], p_destination text, p_ground text) returns law_bar_fold
    language plpgsql stable security definer set search_path = nostos, pg_temp
    as $$
declare
    f law_bar_fold := ('NOT_ASSESSED', false, null, null, null, null, null)::law_bar_fold;
    n law_bar_fold;
    e law_bar_event;
begin
    for e in select b.* from law_bar_event b
             where (b.person = any (p_persons) or b.id = any (array(select placed_on('legal', p_persons))))
               and coalesce(placed_person('legal', b.id), b.person) = any (p_persons)
               and b.destination = p_destination and b.ground = p_ground
             order by b.recorded_at, b.id
    loop
        n := law_bar_after(f, e);
        if n.state is not null then f := n; end if;
    end loop;
    return f;
end $$;

create or replace function law_reviewed(p_persons uuid[]) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select coalesce((select (law_review(r.review)).state = 'FINAL' from law_review_event r
                     where r.kind = 'OPENED' and coalesce(placed_person('legal', r.id), r.person) = any (p_persons)
                       and (r.person = any (p_persons) or r.id = any (array(select placed_on('legal', p_persons))))
                     order by r.recorded_at desc, r.id desc limit 1), false)
    $$;

-- ---- how many a note asks about, and on how many of them an answer stands -----------------------------

create table note_tally (
    note     uuid primary key references note_verbale (id),
    persons  int not null,
    answered int not null
);

create function note_tally_write(p_notes uuid[]) returns void
    language sql volatile security definer set search_path = nostos, pg_temp
    as $$
    insert into note_tally as t (note, persons, answered)
        select l.note, count(*), count(*) filter (where answer_standing(l.id) is not null)
        from note_line l
        where l.note = any (p_notes) and not exists (select from note_line_removed r where r.line = l.id)
        group by l.note order by 1
    on conflict (note) do update set persons = excluded.persons, answered = excluded.answered;
    delete from note_tally t where t.note = any (p_notes)
      and not exists (select from note_line l where l.note = t.note
                        and not exists (select from note_line_removed r where r.line = l.id));
    $$;
revoke execute on function note_tally_write(uuid[]) from public;

create function note_tallied() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    perform note_tally_write(case tg_table_name
        when 'note_line' then array(select distinct (to_jsonb(a) ->> 'note')::uuid from added a)
        else array(select distinct l.note from note_line l
                   where l.id in (select (to_jsonb(a) ->> 'line')::uuid from added a)) end);
    return null;
end $$;
create trigger tallied after insert on note_line referencing new table as added
    for each statement execute function note_tallied();
create trigger tallied after insert on note_line_removed referencing new table as added
    for each statement execute function note_tallied();
create trigger tallied after insert on answer_event referencing new table as added
    for each statement execute function note_tallied();
select note_tally_write(array(select id from note_verbale));

alter table note_tally enable row level security;
create policy note_tally_read on note_tally for select to nostos_app
    using ((select caller_reads_requests()) or note in (select notes_for_mission()));
grant select on note_tally to nostos_app;
