-- To ask a state whose national somebody is, is to tell it of them: that it was asked is recorded only while a
-- clearance for that state and that request is in force, and the person has not taken their wish back.

create function nationality_asked_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    if not exists (
        select from disclosure d
        where d.state = new.state and d.asked = 'NATIONALITY'
          and (d.person in (select one_with(new.person))
               or d.id in (select placed_on('requests', array(select one_with(new.person)))))
          and disclosure_about(d.id) in (select one_with(new.person))
          and disclosure_in_force(d.id)
          and (d.exception is not null or consular_wish(new.person, new.state) = 'WANTS')) then
        raise exception 'no clearance lets this state be asked about the person' using errcode = '23514';
    end if;
    return null;
end $$;
create trigger guard_asked after insert on nationality_event for each row
    when (new.kind = 'VERIFICATION_REQUESTED') execute function nationality_asked_guard();
