-- Lists as they really come: a file is kept before it is gone through, the engine goes through it in
-- the background, somebody may say how it is to be read, and the records of an accepted list are made
-- in the background.

alter table list_event drop constraint list_event_kind_check;
alter table list_event add constraint list_event_kind_check
    check (kind in ('RECEIVED', 'LAID_OUT', 'CHECKED', 'UNREADABLE', 'MAPPED', 'STAGED', 'ACCEPTING',
                    'ACCEPTED', 'PARTLY_ACCEPTED', 'REJECTED'));

-- One answer to each asking (a RECEIVED or a LAID_OUT event), one decision for each version.
drop index list_event_checked_once;
create unique index list_event_checked_once on list_event (party, (detail ->> 'asked'))
    where kind in ('CHECKED', 'UNREADABLE');
create unique index list_event_decided_once on list_event (party, version)
    where kind in ('ACCEPTING', 'REJECTED');

-- The bytes of a file are kept while its hash is taken, before the file itself can be named.
alter table received_part alter constraint received_part_file_party_fkey deferrable initially deferred;

-- The engine says what is in a file, and makes the records of what somebody accepted, and of nothing else.
create function version_is_accepted(p_version uuid) returns boolean
    language sql stable
    return exists (select from list_event e where e.version = p_version and e.kind = 'ACCEPTING');
grant execute on function version_is_accepted(uuid) to nostos_app;

drop policy list_event_add on list_event;
create policy list_event_add on list_event for insert to nostos_app
    with check (account = (select caller_account())
                and (party = (select caller_intake())
                     or ((select caller_is_engine())
                         and (kind in ('CHECKED', 'UNREADABLE', 'STAGED')
                              or kind in ('ACCEPTED', 'PARTLY_ACCEPTED') and version_is_accepted(version)))));

drop policy record_add on record;
create policy record_add on record for insert to nostos_app
    with check (party = (select caller_intake())
                or ((select caller_is_engine())
                    and version in (select e.version from list_event e where e.kind = 'ACCEPTING')));

drop policy person_register on person;
create policy person_register on person for insert to nostos_app
    with check ((party = (select caller_party()) and (select caller_role()) = 'INTAKE_OFFICER')
                or (select caller_is_engine()));

-- A version is superseded when the records of the one that follows it are made.
drop policy version_superseded_add on version_superseded;
create policy version_superseded_add on version_superseded for insert to nostos_app
    with check ((party = (select caller_intake()) or (select caller_is_engine()))
                and account = (select caller_account()));
