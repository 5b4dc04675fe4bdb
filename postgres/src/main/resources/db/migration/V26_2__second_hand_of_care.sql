-- What loosens the protection of a child or of a family counts once a second account has confirmed it: an assessed age,
-- a death, the end of a tie.

alter table care_event drop constraint care_event_kind_check;
alter table care_event add constraint care_event_kind_check
    check (kind in ('AGE_ASSESSED', 'COMPANY_SAID', 'GUARDIAN_INTERIM', 'GUARDIAN_APPOINTED', 'GUARDIAN_ENDED', 'SCREENED',
                    'REFERRED', 'DIED', 'CORRECTED', 'CONFIRMED'));
alter table care_event drop constraint care_event_check;
alter table care_event add constraint care_event_about
    check ((kind in ('CORRECTED', 'CONFIRMED')) = (of_event is not null));

alter table kin_event drop constraint kin_event_kind_check;
alter table kin_event add constraint kin_event_kind_check
    check (kind in ('PROPOSED', 'CONFIRMED', 'REFUSED', 'PLACE_SAID', 'ENDED', 'END_CONFIRMED', 'TAKING_BACK',
                    'TAKEN_BACK'));

create function care_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    of record;
begin
    if new.of_event is null then
        return new;
    end if;
    select * into of from care_event where id = new.of_event;
    new.person := of.person;
    if of.of_event is not null then
        raise exception 'a confirmation or a correction is not answered' using errcode = '23514';
    end if;
    if new.kind = 'CONFIRMED' and (of.account = new.account or of.kind not in ('AGE_ASSESSED', 'DIED')) then
        raise exception 'nobody confirms their own, or what needs no second hand' using errcode = '23514';
    end if;
    if exists (select from care_event e where e.of_event = new.of_event and e.kind = new.kind) then
        raise exception 'this was done already' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger guard before insert on care_event for each row execute function care_guard();

create function kin_end_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    if not exists (select from kin_event e where e.tie = new.tie and e.kind = 'ENDED' and e.account <> new.account) then
        raise exception 'nobody ends alone what two confirmed' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger guard_end before insert on kin_event for each row when (new.kind = 'END_CONFIRMED')
    execute function kin_end_guard();

alter policy care_event_add on care_event
    with check (account = (select caller_account()) and party = (select caller_party())
                and (select caller_handles_cases())
                and (kind = 'CONFIRMED' or (select caller_role()) = 'CASE_OFFICER'));
alter policy kin_event_add on kin_event
    with check (account = (select caller_account()) and party = (select caller_party())
                and (select caller_handles_cases())
                and (kind in ('CONFIRMED', 'REFUSED', 'TAKEN_BACK', 'END_CONFIRMED')
                     or (select caller_role()) = 'CASE_OFFICER'));
