-- What is said of a condition changes a case, and a consular officer may not know whose: the database says it for them,
-- as it does for answers.

create function condition_touches_cases() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    insert into case_touched (person)
        select distinct lp.person from added s join answer_event a on a.id = s.answer
        join note_line_person lp on lp.line = a.line
    on conflict (person) do nothing;
    return null;
end $$;
create trigger touches after insert on answer_condition_said referencing new table as added
    for each statement execute function condition_touches_cases();
