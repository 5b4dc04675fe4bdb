-- The people who carry a case: their parties, their roles, and what the walls of every room of the case ask.

alter table party drop constraint party_kind_check;
alter table party add constraint party_kind_check
    check (kind in ('HOLDING_AUTHORITY', 'COORDINATING_COMMITTEE', 'STATE', 'REVIEW_BODY', 'LEGAL_AID', 'MONITOR'));
alter table account drop constraint account_role_check;
alter table account add constraint account_role_check
    check (role in ('INTAKE_OFFICER', 'IDENTITY_REVIEWER', 'SECOND_REVIEWER', 'CASE_OFFICER', 'LEGAL_REVIEWER',
                    'INDEPENDENT_REVIEWER', 'CONSULAR_OFFICER', 'COUNSEL', 'MONITOR', 'ADMINISTRATOR', 'ENGINE'));

-- Whether the caller keeps the committee's cases.
create function caller_handles_cases() returns boolean
    language sql stable parallel restricted
    return coalesce((claims())[3] = 'COORDINATING_COMMITTEE'
                    and (claims())[4] in ('CASE_OFFICER', 'LEGAL_REVIEWER'), false);

-- Whether the caller decides for the committee what the law asks.
create function caller_decides_law() returns boolean
    language sql stable parallel restricted
    return coalesce((claims())[3] = 'COORDINATING_COMMITTEE' and (claims())[4] = 'LEGAL_REVIEWER', false);

-- Whether the caller has the independent hand.
create function caller_is_independent() returns boolean
    language sql stable parallel restricted
    return coalesce((claims())[3] = 'REVIEW_BODY' and (claims())[4] = 'INDEPENDENT_REVIEWER', false);

-- The state for which the caller answers.
create function caller_mission() returns uuid
    language sql stable parallel restricted
    return case when caller_role() = 'CONSULAR_OFFICER' then caller_party() end;

-- The account, if it represents persons held.
create function caller_counsel() returns uuid
    language sql stable parallel restricted
    return case when caller_role() = 'COUNSEL' then caller_account() end;

-- Who keeps a case sees who is joined: it is the person's case and not the record's.
alter policy person_cluster_read on person_cluster
    using ((select caller_reviews()) or (select caller_is_engine()) or (select caller_handles_cases()));

-- One act on a case at a time: whoever comes second waits, and then sees what the first did.
create function case_turn(p_person uuid) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(coalesce(
        (select c.leader from person p join person_cluster c on c.record = p.record where p.id = p_person),
        p_person)::text, 7305801482117));
end $$;

-- What splits in force placed on these persons, of one room's facts.
create function placed_on(p_room text, p_persons uuid[]) returns setof uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select p.what from split_placement p
    where p.room = p_room and p.person = any (p_persons) and caller_coordinates()
      and split_state(p.split) in ('CARRIED_OUT', 'UNDO_ASKED')
    $$;

grant execute on function caller_handles_cases(), caller_decides_law(), caller_is_independent(), caller_mission(),
    caller_counsel(), case_turn(uuid), placed_on(text, uuid[]) to nostos_app;
create index split_placement_person on split_placement (person);
