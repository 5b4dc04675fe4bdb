-- An assurance is put in force by another hand than the one that found it sufficient, against a forged
-- statement as well.

create function law_assurance_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    weighed law_assurance_event;
begin
    select * into weighed from law_assurance_event a
        where a.assurance = new.assurance and a.kind in ('FOUND_SUFFICIENT', 'FOUND_INSUFFICIENT')
        order by a.recorded_at desc, a.id desc limit 1;
    if new.kind = 'IN_FORCE'
       and (weighed.id is null or weighed.kind <> 'FOUND_SUFFICIENT' or weighed.account = new.account) then
        raise exception 'whoever weighed an assurance does not put it in force' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger guard_2 before insert on law_assurance_event for each row execute function law_assurance_guard();
