-- What a transfer says, custody says too, in the same transaction: who left is on the way, who was handed over is held by
-- the receiver, and who turned back, died or escaped is on the way no more. And nothing happens before what it follows.

create function transfer_custody_agrees() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    today date := (clock_timestamp() at time zone 'UTC')::date;
    way   text[] := case new.kind when 'DEPARTED' then '{IN_TRANSIT}'::text[]
                                  when 'HANDED_OVER' then '{REPATRIATED,TRANSFERRED}'::text[] end;
    one   record;
    held  text;
begin
    for one in select l.id from transfer_line l
               where l.transfer = new.transfer and transfer_line_end(l.id) is null
                 and transfer_stage(l.transfer) = new.kind loop
        held := custody_status(transfer_line_persons(one.id), today);
        if (case when way is null then held = 'IN_TRANSIT' else held <> all (way) end) then
            raise exception 'custody says otherwise' using errcode = '23514';
        end if;
    end loop;
    return null;
end $$;
create constraint trigger custody_agrees after insert on transfer_event deferrable initially deferred for each row
    when (new.kind in ('DEPARTED', 'HANDED_OVER', 'TURNED_BACK')) execute function transfer_custody_agrees();

create function transfer_line_custody_agrees() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    if custody_status(transfer_line_persons(new.line), (clock_timestamp() at time zone 'UTC')::date) = 'IN_TRANSIT' then
        raise exception 'custody says otherwise' using errcode = '23514';
    end if;
    return null;
end $$;
create constraint trigger custody_agrees after insert on transfer_line_event deferrable initially deferred for each row
    when (new.kind in ('TURNED_BACK', 'DIED', 'ESCAPED')) execute function transfer_line_custody_agrees();

-- The last day on which this line was told of in one of these ways, by the whole transfer or alone.
create function transfer_last_day(p_line uuid, p_kinds text[]) returns date
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select greatest(
        (select max(e.happened_on) from transfer_event e join transfer_line l on l.transfer = e.transfer
         where l.id = p_line and e.kind = any (p_kinds)),
        (select max(e.happened_on) from transfer_line_event e where e.line = p_line and e.kind = any (p_kinds)))
    $$;
revoke execute on function transfer_last_day(uuid, text[]) from public;

create function transfer_line_day_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    if new.kind = 'TURNED_BACK'
       and transfer_stage((select l.transfer from transfer_line l where l.id = new.line)) <> 'DEPARTED' then
        raise exception 'the transfer does not allow this step' using errcode = '23514';
    end if;
    if new.happened_on < coalesce(
            transfer_last_day(new.line, case new.kind when 'FOLLOWED_UP' then '{RECEIVED}'::text[]
                                                      when 'RECEIVED' then '{HANDED_OVER}'::text[]
                                                      else '{DEPARTED}'::text[] end),
            new.happened_on) then
        raise exception 'this happened before what it follows' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger guard_2 before insert on transfer_line_event for each row
    when (new.kind in ('TURNED_BACK', 'DIED', 'ESCAPED', 'RECEIVED', 'FOLLOWED_UP')) execute function transfer_line_day_guard();

create function transfer_day_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    if exists (select from transfer_event e where e.transfer = new.transfer and e.kind = 'DEPARTED'
                 and (e.happened_on > new.happened_on or e.happened_at > new.happened_at)) then
        raise exception 'this happened before what it follows' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger guard_4 before insert on transfer_event for each row
    when (new.kind in ('HANDED_OVER', 'TURNED_BACK')) execute function transfer_day_guard();
