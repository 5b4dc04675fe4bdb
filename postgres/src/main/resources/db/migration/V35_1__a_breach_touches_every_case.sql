-- A breach of assurances makes every bar towards that state stale (V24): what is summed up of those cases is worked out
-- anew at once, not on the next day.
create function law_breach_touches_cases() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    insert into case_touched (person)
        select distinct o.person
        from law_bar_now n
        join case_opened o on o.person = any (law_joined(n.person))
        where n.destination in (select a.state_code from added a where a.kind = 'BREACHED')
        order by 1
    on conflict (person) do update set asked = case_touched.asked + 1;
    return null;
end $$;
create trigger breach_touches after insert on law_assurance_event referencing new table as added
    for each statement execute function law_breach_touches_cases();
