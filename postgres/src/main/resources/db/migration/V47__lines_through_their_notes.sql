-- A state's desk reads a line through its note: which notes were sent to the state is asked once for a statement, and whether
-- a line had been taken off, of the lines of those notes alone. Each line asked both anew, and who the caller is as well.

create function note_line_taken_off(p_line uuid) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select exists (select from note_line_removed r where r.line = p_line) $$;
grant execute on function note_line_taken_off(uuid) to nostos_app;

alter policy note_line_read on note_line
    using ((select caller_reads_requests())
           or (note in (select notes_for_mission()) and not note_line_taken_off(id)));
alter policy answer_event_read on answer_event
    using ((select caller_reads_requests())
           or line in (select l.id from note_line l where l.id = answer_event.line));
