-- What a state answered is counted when it answers, note by note, and not when somebody looks at the state.

alter table note_tally
    add column accepted       int not null default 0,
    add column child_only     int not null default 0,
    add column conditional    int not null default 0,
    add column refused        int not null default 0,
    add column with_reasons   int not null default 0,
    add column with_review    int not null default 0,
    add column quashed        int not null default 0,
    add column not_ours       int not null default 0,
    add column more_needed    int not null default 0,
    add column taken_back     int not null default 0,
    add column will_prosecute int not null default 0;

-- On how many lines of a note the answer that stands was given on which day.
create table note_answer_day (
    note        uuid not null references note_verbale (id),
    happened_on date not null,
    lines       int not null,
    primary key (note, happened_on)
);
alter table note_answer_day enable row level security;
create policy note_answer_day_read on note_answer_day for select to nostos_app
    using ((select caller_reads_requests()) or note in (select notes_for_mission()));
grant select on note_answer_day to nostos_app;

-- One at a time for each note: whoever comes second counts what the first has written.
create or replace function note_tally_write(p_notes uuid[]) returns void
    language sql volatile security definer set search_path = nostos, pg_temp
    as $$
    select from note_verbale n where n.id = any (p_notes) order by n.id for no key update;
    with line as materialized (
        select l.note, nullif(a.kind, 'ANSWER_WITHDRAWN') as kind, a.happened_on, a.reasons_given, a.review_body,
               (select r.kind from answer_event r where r.line = l.id
                  and r.kind in ('REVIEW_UPHELD', 'REVIEW_QUASHED') and r.happened_on >= a.happened_on
                order by r.happened_on desc, r.recorded_at desc limit 1) as review,
               exists (select from answer_event t where t.line = l.id and t.kind = 'TAKEN_BACK') as back,
               (select w.kind from answer_event w where w.line = l.id and w.kind in ('WILL_PROSECUTE', 'WILL_NOT_PROSECUTE')
                order by w.happened_on desc, w.recorded_at desc limit 1) as prosecutes
        from note_line l
        left join lateral (
            select e.kind, e.happened_on, e.reasons_given, e.review_body from answer_event e
            where e.line = l.id
              and e.kind in ('ACCEPTED', 'ACCEPTED_CHILD_ONLY', 'ACCEPTED_CONDITIONAL', 'REFUSED', 'NOT_OUR_NATIONAL',
                             'MORE_INFORMATION_NEEDED', 'DEEMED_ACCEPTED', 'ANSWER_WITHDRAWN')
            order by e.happened_on desc, e.recorded_at desc, e.id limit 1) a on true
        where l.note = any (p_notes) and not exists (select from note_line_removed r where r.line = l.id)
    ), tallied as (
        insert into note_tally as t
            select note, count(*), count(kind),
                   count(*) filter (where kind in ('ACCEPTED', 'DEEMED_ACCEPTED')),
                   count(*) filter (where kind = 'ACCEPTED_CHILD_ONLY'),
                   count(*) filter (where kind = 'ACCEPTED_CONDITIONAL'),
                   count(*) filter (where kind = 'REFUSED'),
                   count(*) filter (where kind = 'REFUSED' and reasons_given),
                   count(*) filter (where kind = 'REFUSED' and review_body <> ''),
                   count(*) filter (where kind = 'REFUSED' and review = 'REVIEW_QUASHED'),
                   count(*) filter (where kind = 'NOT_OUR_NATIONAL'),
                   count(*) filter (where kind = 'MORE_INFORMATION_NEEDED'),
                   count(*) filter (where back),
                   count(*) filter (where prosecutes = 'WILL_PROSECUTE')
            from line group by note order by 1
        on conflict (note) do update set persons = excluded.persons, answered = excluded.answered,
            accepted = excluded.accepted, child_only = excluded.child_only, conditional = excluded.conditional,
            refused = excluded.refused, with_reasons = excluded.with_reasons, with_review = excluded.with_review,
            quashed = excluded.quashed, not_ours = excluded.not_ours, more_needed = excluded.more_needed,
            taken_back = excluded.taken_back, will_prosecute = excluded.will_prosecute
    ), gone as (
        delete from note_answer_day d where d.note = any (p_notes)
          and not exists (select from line where line.note = d.note and line.kind is not null
                            and line.happened_on = d.happened_on)
    )
    insert into note_answer_day as d
        select note, happened_on, count(*) from line where kind is not null group by 1, 2 order by 1, 2
    on conflict (note, happened_on) do update set lines = excluded.lines where d.lines <> excluded.lines;
    delete from note_tally t where t.note = any (p_notes)
      and not exists (select from note_line l where l.note = t.note
                        and not exists (select from note_line_removed r where r.line = l.id));
    $$;

-- Erasing takes words out of answers.
create trigger tallied_again after update on answer_event referencing new table as added
    for each statement execute function note_tallied();
select note_tally_write(array(select id from note_verbale));

-- ---- what one reader of one note asks -------------------------------------------------------------

-- Whoever reads requests reads every disclosure: the list of all of them is made for no one else.
alter policy disclosure_event_read on disclosure_event
    using ((select caller_reads_requests()) or disclosure in (select d.id from disclosure d));
create index disclosure_state on disclosure (state, asked, recorded_at desc, id);

-- A line is asked for by its note or by its id; the list of all lines of a mission grows with the years.
create function line_for_mission(p_line uuid) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select exists (
        select from note_line l join note_verbale n on n.id = l.note
        where l.id = p_line and n.state = caller_state()
          and (select e.kind from note_event e where e.note = n.id and e.kind in ('SENT', 'WITHDRAWN', 'RETURNED')
               order by e.recorded_at desc, e.id limit 1) = 'SENT'
          and not exists (select from note_line_removed r where r.line = l.id))
    $$;
grant execute on function line_for_mission(uuid) to nostos_app;
alter policy note_line_read on note_line using ((select caller_reads_requests()) or line_for_mission(id));
alter policy answer_event_read on answer_event using ((select caller_reads_requests()) or line_for_mission(line));
