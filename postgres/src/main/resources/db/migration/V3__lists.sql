-- Lists: files as received, what their columns mean, rows staged and rows accepted.
--
-- A party sees its own; the committee sees what was accepted, which is thereby disclosed to it. The
-- engine stages files of any party in the background: it alone reads what is not accepted yet beyond
-- its own party, and no person can call as the engine.

-- The party whose lists the caller works on: none for an administrator or a monitor.
create function caller_lists() returns uuid
    language sql stable parallel restricted
    return case when caller_role() not in ('ADMINISTRATOR', 'MONITOR', 'ENGINE') then caller_party() end;

-- The party for which the caller hands lists in.
create function caller_intake() returns uuid
    language sql stable parallel restricted
    return case when caller_role() = 'INTAKE_OFFICER' then caller_party() end;

create function caller_is_engine() returns boolean
    language sql stable parallel restricted
    return coalesce(caller_role() = 'ENGINE', false);

grant execute on function caller_lists(), caller_intake(), caller_is_engine() to nostos_app;

-- ---- files -----------------------------------------------------------------------------------

create table received_file (
    id          uuid primary key,
    party       uuid not null references party (id),
    sha256      bytea not null check (octet_length(sha256) = 32),
    size        bigint not null check (size > 0),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    unique (party, sha256),
    unique (id, party)
);

create table received_part (
    file  uuid not null,
    part  int not null check (part >= 0),
    party uuid not null,
    bytes bytea not null,
    primary key (file, part),
    foreign key (file, party) references received_file (id, party)
);
alter table received_part alter column bytes set storage external;

-- ---- lists and what happened to them -----------------------------------------------------------

create table list (
    id          uuid primary key,
    party       uuid not null references party (id),
    title       text not null check (length(title) between 1 and 200),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    unique (id, party)
);

-- A list as it stood on a day, in the file that came.
create table list_version (
    id          uuid primary key,
    list        uuid not null,
    party       uuid not null,
    file        uuid not null unique,
    as_of       date not null,
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    unique (id, party),
    foreign key (list, party) references list (id, party),
    foreign key (file, party) references received_file (id, party)
);
create index list_version_list on list_version (list);

-- The status of a version is computed from these. `detail` holds what was found or chosen.
create table list_event (
    id          uuid primary key,
    version     uuid not null,
    party       uuid not null,
    kind        text not null check (kind in ('RECEIVED', 'CHECKED', 'MAPPED', 'STAGED',
                                              'ACCEPTED', 'PARTLY_ACCEPTED', 'REJECTED')),
    detail      jsonb not null default '{}',
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    unique (id, party),
    foreign key (version, party) references list_version (id, party)
);
create index list_event_version on list_event (version, recorded_at);
create unique index list_event_checked_once on list_event (version) where kind = 'CHECKED';
create unique index list_event_closed_once on list_event (version)
    where kind in ('ACCEPTED', 'PARTLY_ACCEPTED', 'REJECTED');
create unique index list_event_staged_once on list_event ((detail ->> 'mapping')) where kind = 'STAGED';

-- ---- staging ---------------------------------------------------------------------------------
-- Rows are staged in chunks under the mapping (a MAPPED event) that reads them. A chunk and its rows
-- commit together, and there is one chunk of a number: whoever starts again goes on behind the last.

create table staged_chunk (
    mapping     uuid not null,
    number      int not null check (number >= 0),
    party       uuid not null,
    first_line  bigint not null,
    last_line   bigint not null,
    rows        int not null check (rows > 0),
    good        int not null check (good between 0 and rows),
    problems    int not null,
    root        bytea not null check (octet_length(root) = 32),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    primary key (mapping, number),
    foreign key (mapping, party) references list_event (id, party)
);

create table staged_row (
    mapping         uuid not null,
    line            bigint not null check (line > 0),
    party           uuid not null,
    number          text,
    fields          jsonb not null,
    sex             text not null check (sex in ('F', 'M', 'U')),
    birth_first     date,
    birth_last      date,
    birth_precision text,
    birth_calendar  text,
    birth_text      text,
    good            boolean not null,
    primary key (mapping, line),
    check (birth_last >= birth_first)
);

create table row_problem (
    mapping   uuid not null,
    line      bigint not null,
    col       int not null check (col >= 0),
    party     uuid not null,
    received  text not null,
    fault     text not null,
    arguments text[] not null default '{}',
    fate      text not null check (fate in ('ROW_LEFT_OUT', 'VALUE_LEFT_OUT', 'ROW_KEPT')),
    primary key (mapping, line, col, fault)
);

-- ---- records ---------------------------------------------------------------------------------
-- A row as it was received and accepted. Never changed.

create table record (
    id              uuid primary key default gen_random_uuid(),
    version         uuid not null,
    party           uuid not null,
    line            bigint not null check (line > 0),
    number          text,
    fields          jsonb not null,
    sex             text not null check (sex in ('F', 'M', 'U')),
    birth_first     date,
    birth_last      date,
    birth_precision text check (birth_precision in ('DAY', 'MONTH', 'YEAR', 'DECADE')),
    birth_calendar  text check (birth_calendar in ('GREGORIAN', 'HIJRI', 'PERSIAN')),
    birth_text      text,
    recorded_at     timestamptz not null default clock_timestamp(),
    act             uuid not null references journal_entry (id),
    unique (version, line),
    foreign key (version, party) references list_version (id, party)
);

-- ---- walls -----------------------------------------------------------------------------------

alter table received_file enable row level security;
alter table received_part enable row level security;
alter table list enable row level security;
alter table list_version enable row level security;
alter table list_event enable row level security;
alter table staged_chunk enable row level security;
alter table staged_row enable row level security;
alter table row_problem enable row level security;
alter table record enable row level security;

create policy received_file_read on received_file for select to nostos_app
    using (party = (select caller_lists()) or (select caller_is_engine()));
create policy received_file_add on received_file for insert to nostos_app
    with check (party = (select caller_intake()));
create policy received_part_read on received_part for select to nostos_app
    using (party = (select caller_lists()) or (select caller_is_engine()));
create policy received_part_add on received_part for insert to nostos_app
    with check (party = (select caller_intake()));

create policy list_event_read on list_event for select to nostos_app
    using (party = (select caller_lists())
           or ((select caller_coordinates()) and kind in ('ACCEPTED', 'PARTLY_ACCEPTED'))
           or (select caller_is_engine()));
create policy list_event_add on list_event for insert to nostos_app
    with check (account = (select caller_account())
                and (party = (select caller_intake())
                     or ((select caller_is_engine()) and kind = 'STAGED')));

create policy list_version_read on list_version for select to nostos_app
    using (party = (select caller_lists())
           or ((select caller_coordinates())
               and id in (select e.version from list_event e where e.kind in ('ACCEPTED', 'PARTLY_ACCEPTED')))
           or (select caller_is_engine()));
create policy list_version_add on list_version for insert to nostos_app
    with check (party = (select caller_intake()));
create policy list_read on list for select to nostos_app
    using (party = (select caller_lists())
           or ((select caller_coordinates()) and id in (select v.list from list_version v))
           or (select caller_is_engine()));
create policy list_add on list for insert to nostos_app
    with check (party = (select caller_intake()));

create policy staged_chunk_read on staged_chunk for select to nostos_app
    using (party = (select caller_lists()) or (select caller_is_engine()));
create policy staged_chunk_add on staged_chunk for insert to nostos_app
    with check ((select caller_is_engine()));
create policy staged_row_read on staged_row for select to nostos_app
    using (party = (select caller_lists()) or (select caller_is_engine()));
create policy staged_row_add on staged_row for insert to nostos_app
    with check ((select caller_is_engine()));
create policy row_problem_read on row_problem for select to nostos_app
    using (party = (select caller_lists()) or (select caller_is_engine()));
create policy row_problem_add on row_problem for insert to nostos_app
    with check ((select caller_is_engine()));

create policy record_read on record for select to nostos_app
    using (party = (select caller_lists()) or (select caller_coordinates()));
create policy record_add on record for insert to nostos_app
    with check (party = (select caller_intake()));

create trigger act_now after insert on received_file referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on list referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on list_version referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on list_event referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on staged_chunk referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on record referencing new table as added
    for each statement execute function require_act();

grant select, insert on received_file, received_part, list, list_version, list_event, staged_chunk, staged_row,
    row_problem, record to nostos_app;
