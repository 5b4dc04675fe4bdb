-- Versions of a list, what differs between two of them, and the tasks about whoever vanished.
--
-- Differences are worked out from the records each time they are asked for. What stands here is what
-- somebody said or did: which list a version is of, which rows are the same, that a comparison was
-- made, and what was found of a person who is on the list no more.

-- ---- lists ---------------------------------------------------------------------------------------

-- Somebody said, before it was accepted, that a version is one of this list. The latest counts.
create table list_version_of (
    id          uuid primary key default gen_random_uuid(),
    version     uuid not null,
    list        uuid not null,
    party       uuid not null,
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    foreign key (version, party) references list_version (id, party),
    foreign key (list, party) references list (id, party)
);
create index list_version_of_latest on list_version_of (version, recorded_at desc);

-- The list that each version is one of, as last said.
create view version_list with (security_invoker = true) as
    select v.id as version, v.party, coalesce(o.list, v.list) as list
    from list_version v
    left join (select distinct on (version) version, list from list_version_of
               order by version, recorded_at desc) o on o.version = v.id;

-- An accepted version after which a later one was accepted. It stays readable.
create table version_superseded (
    version     uuid primary key,
    by_version  uuid not null,
    party       uuid not null,
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check (version <> by_version),
    foreign key (version, party) references list_version (id, party),
    foreign key (by_version, party) references list_version (id, party)
);

-- That two versions were compared when the newer came, and what it came to then.
create table version_compared (
    older       uuid not null,
    newer       uuid not null,
    party       uuid not null,
    same        bigint not null,
    changed     bigint not null,
    appeared    bigint not null,
    vanished    bigint not null,
    perhaps     bigint not null,
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    primary key (older, newer),
    foreign key (older, party) references list_version (id, party),
    foreign key (newer, party) references list_version (id, party)
);

-- Somebody said that two rows of one party's lists are the same row, or not, or took it back (null).
-- The latest counts. It joins nobody: who is who is judged elsewhere.
create table row_said (
    id          uuid primary key default gen_random_uuid(),
    older       uuid not null references record (id),
    newer       uuid not null references record (id),
    party       uuid not null references party (id),
    same        boolean,
    reason      text not null check (length(reason) <= 2000),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check (older <> newer)
);
create index row_said_older on row_said (older);
create index row_said_newer on row_said (newer);

-- ---- tasks ---------------------------------------------------------------------------------------

-- A person stood on the older version and is not on the newer: where are they?
create table task (
    id          uuid primary key default gen_random_uuid(),
    party       uuid not null references party (id),
    record      uuid not null references record (id),
    person      uuid not null references person (id),
    older       uuid not null,
    newer       uuid not null,
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    unique (party, record, newer),
    unique (id, party),
    foreign key (older, party) references list_version (id, party),
    foreign key (newer, party) references list_version (id, party)
);
create index task_person on task (person);

-- Whose it is; no assignee: nobody's again. The latest counts.
create table task_assigned (
    id          uuid primary key default gen_random_uuid(),
    task        uuid not null,
    party       uuid not null,
    assignee    uuid references account (id),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    foreign key (task, party) references task (id, party)
);
create index task_assigned_latest on task_assigned (task, recorded_at desc);

create table task_closed (
    id          uuid primary key default gen_random_uuid(),
    task        uuid not null,
    party       uuid not null,
    finding     text not null check (finding in ('RELEASED', 'TRANSFERRED', 'ESCAPED', 'DECEASED', 'UNACCOUNTED',
                                                 'LISTED_ELSEWHERE', 'CLERICAL')),
    source      text not null check (length(source) between 1 and 500),
    note        text not null check (length(note) <= 2000),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    unique (id, party),
    foreign key (task, party) references task (id, party)
);
create index task_closed_task on task_closed (task, recorded_at desc);

create table task_reopened (
    closing     uuid primary key,
    party       uuid not null,
    reason      text not null check (length(reason) between 1 and 2000),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    foreign key (closing, party) references task_closed (id, party)
);

-- Whether nothing closes the task at the moment. Two people may not close it at once.
create function task_is_open(p_task uuid) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select not exists (select from task_closed c where c.task = p_task
                         and not exists (select from task_reopened r where r.closing = c.id))
    $$;

create function task_closing_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    perform from task where id = new.task for update;
    if not task_is_open(new.task) then
        raise exception 'this task is closed' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger guard before insert on task_closed for each row execute function task_closing_guard();

grant execute on function task_is_open(uuid) to nostos_app;

-- ---- walls -----------------------------------------------------------------------------------

-- The party for whose lists and tasks a named person of a caseworker's role may act.
create function caller_works_for(p_party uuid) returns boolean
    language sql stable parallel restricted
    return coalesce(not caller_is_engine() and (p_party = caller_lists() or caller_coordinates()), false);
grant execute on function caller_works_for(uuid) to nostos_app;

alter table list_version_of enable row level security;
alter table version_superseded enable row level security;
alter table version_compared enable row level security;
alter table row_said enable row level security;
alter table task enable row level security;
alter table task_assigned enable row level security;
alter table task_closed enable row level security;
alter table task_reopened enable row level security;

create policy list_version_of_read on list_version_of for select to nostos_app
    using (party = (select caller_lists())
           or ((select caller_coordinates())
               and version in (select e.version from list_event e where e.kind in ('ACCEPTED', 'PARTLY_ACCEPTED')))
           or (select caller_is_engine()));
create policy list_version_of_add on list_version_of for insert to nostos_app
    with check (party = (select caller_intake()) and account = (select caller_account()));

-- A list is known to the committee when a version that is one of it was accepted.
alter policy list_read on list
    using (party = (select caller_lists())
           or ((select caller_coordinates())
               and id in (select vl.list from version_list vl union all select v.list from list_version v))
           or (select caller_is_engine()));

create policy version_superseded_read on version_superseded for select to nostos_app
    using (party = (select caller_lists()) or (select caller_coordinates()));
create policy version_superseded_add on version_superseded for insert to nostos_app
    with check (party = (select caller_intake()) and account = (select caller_account()));

create policy version_compared_read on version_compared for select to nostos_app
    using (party = (select caller_lists()) or (select caller_coordinates()));
create policy version_compared_add on version_compared for insert to nostos_app
    with check ((select caller_is_engine()));

create policy row_said_read on row_said for select to nostos_app
    using (party = (select caller_lists()) or (select caller_coordinates()));
create policy row_said_add on row_said for insert to nostos_app
    with check (account = (select caller_account()) and caller_works_for(party)
                and party in (select r.party from record r where r.id = row_said.older)
                and party in (select r.party from record r where r.id = row_said.newer));

create policy task_read on task for select to nostos_app
    using (party = (select caller_lists()) or (select caller_coordinates()));
create policy task_open on task for insert to nostos_app
    with check (((select caller_is_engine()) or caller_works_for(party))
                and party in (select r.party from record r where r.id = task.record));
create policy task_assigned_read on task_assigned for select to nostos_app
    using (party = (select caller_lists()) or (select caller_coordinates()));
create policy task_assign on task_assigned for insert to nostos_app
    with check (account = (select caller_account()) and caller_works_for(party)
                and (assignee is null
                     or assignee in (select a.id from account a
                                     where a.party in (task_assigned.party, caller_party())
                                       and a.role in ('INTAKE_OFFICER', 'IDENTITY_REVIEWER', 'SECOND_REVIEWER'))));
create policy task_closed_read on task_closed for select to nostos_app
    using (party = (select caller_lists()) or (select caller_coordinates()));
create policy task_close on task_closed for insert to nostos_app
    with check (account = (select caller_account()) and caller_works_for(party));
create policy task_reopened_read on task_reopened for select to nostos_app
    using (party = (select caller_lists()) or (select caller_coordinates()));
create policy task_reopen on task_reopened for insert to nostos_app
    with check (account = (select caller_account()) and caller_works_for(party));

create trigger act_now after insert on list_version_of referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on version_superseded referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on version_compared referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on row_said referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on task referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on task_assigned referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on task_closed referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on task_reopened referencing new table as added
    for each statement execute function require_act();

grant select, insert on list_version_of, version_superseded, version_compared, row_said, task, task_assigned,
    task_closed, task_reopened to nostos_app;
grant select on version_list to nostos_app;
