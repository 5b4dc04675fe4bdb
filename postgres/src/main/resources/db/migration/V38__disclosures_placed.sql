-- A disclosure follows its person through a split: whoever clears it, or puts it into a note, is asked about the person
-- with whom it stands now, and not about the one for whom it was drafted.

create function disclosure_about(p_disclosure uuid) returns uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select coalesce((select n.person from placement_now n where n.what = d.id and n.room = 'requests'), d.person)
    from disclosure d where d.id = p_disclosure
    $$;
revoke execute on function disclosure_about(uuid) from public;

create or replace function disclosure_in_force(p_disclosure uuid) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select exists (select from disclosure d where d.id = p_disclosure and d.until >= current_date
                     and (select e.kind from disclosure_event e where e.disclosure = d.id
                          order by e.recorded_at desc, e.id limit 1) = 'CLEARED'
                     and asylum_word_stands(disclosure_about(d.id), d.state))
    $$;

create or replace function disclosure_event_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    d disclosure;
begin
    select * into d from disclosure where id = new.disclosure;
    if exists (select from disclosure_event e where e.disclosure = d.id and e.id <> new.id
                 and e.kind in ('REFUSED', 'WITHDRAWN')) then
        raise exception 'this disclosure is decided' using errcode = '23514';
    end if;
    if new.kind = 'CLEARED' then
        if d.account = new.account or not caller_decides_law() then
            raise exception 'another hand clears a disclosure' using errcode = '23514';
        end if;
        if d.harm_found or d.until < current_date then
            raise exception 'this disclosure cannot be cleared' using errcode = '23514';
        end if;
        if not asylum_word_stands(disclosure_about(d.id), d.state) then
            raise exception 'the keeper has not let this state be told' using errcode = '23514';
        end if;
    end if;
    return null;
end $$;

create or replace function disclosure_wish_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    d disclosure;
begin
    select * into d from disclosure where id = new.disclosure;
    if new.kind = 'CLEARED' and d.exception is null
       and consular_wish(disclosure_about(d.id), d.state) is distinct from 'WANTS' then
        raise exception 'the person has not wished that this consul knows' using errcode = '23514';
    end if;
    return null;
end $$;

create or replace function note_line_person_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    d disclosure;
    l note_line;
    n note_verbale;
begin
    select * into d from disclosure where id = new.disclosure;
    select * into l from note_line where id = new.line;
    select * into n from note_verbale where id = l.note;
    if not disclosure_in_force(d.id) or d.state <> n.state or d.asked <> n.asked or not l.fields <@ d.fields
       or new.person not in (select one_with(disclosure_about(d.id))) then
        raise exception 'the line is not cleared for this note' using errcode = '23514';
    end if;
    return null;
end $$;

-- A proposed tie that was withdrawn has ended: nobody confirms or refuses it afterwards.
create function kin_withdrawn_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    if exists (select from kin_event e where e.tie = new.tie and e.kind = 'TAKING_BACK') then
        raise exception 'this tie was withdrawn' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger guard_withdrawn before insert on kin_event for each row when (new.kind in ('CONFIRMED', 'REFUSED'))
    execute function kin_withdrawn_guard();
