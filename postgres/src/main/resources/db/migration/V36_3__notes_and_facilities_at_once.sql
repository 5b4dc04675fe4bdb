-- As before, of all lines of the note at once: who is one person with whom is asked once for the note and not once for
-- each pair of its lines.
create or replace function note_asked_twice(p_note uuid) returns setof uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    with mine as materialized (
        select l.id, l.place, lp.person, coalesce(c.leader, lp.person) as one
        from note_line l join note_line_person lp on lp.line = l.id join person p on p.id = lp.person
        left join person_cluster c on c.record = p.record
        where l.note = p_note and caller_handles_cases()
          and not exists (select from note_line_removed r where r.line = l.id)
    ), known as materialized (
        select one, person from mine
        union
        select m.one, o.id from mine m join person_cluster c on c.leader = m.one join person o on o.record = c.record
    ), owed as materialized (
        select distinct k.one
        from known k join note_line_person lp on lp.person = k.person join note_line l on l.id = lp.line
        join note_verbale n on n.id = l.note
        where n.id <> p_note and n.state = (select v.state from note_verbale v where v.id = p_note)
          and not exists (select from note_line_removed r where r.line = l.id)
          and note_is_sent(n.id) and answer_standing(l.id) is null
    )
    select id from (select m.id, m.one, row_number() over (partition by m.one order by m.place) as nth from mine m) m
    where m.nth > 1 or m.one in (select one from owed)
    $$;

-- Who is held in a facility, and how many how, is read from the index alone.
drop index custody_now_facility;
create index custody_now_facility on custody_now (facility, ordinal) include (person, status, holder, ground)
    where facility is not null;
