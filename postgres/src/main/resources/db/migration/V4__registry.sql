-- The registry: a person for every record, under a number of their own that they never lose.

create sequence person_ordinal;

create table person (
    id          uuid primary key default gen_random_uuid(),
    ordinal     bigint not null unique,
    number      text not null unique check (number ~ '^N-[0-9]{4}-[0-9]{6,}$'),
    record      uuid not null unique references record (id),
    party       uuid not null references party (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);

-- Which of several values letters should carry, chosen by a human. `record` is the one that says it;
-- null takes the choice back. The latest row of a person and role wins.
create table preferred_value (
    id          uuid primary key default gen_random_uuid(),
    person      uuid not null references person (id),
    role        text not null check (role ~ '^[A-Z_]{3,40}$'),
    record      uuid references record (id),
    reason      text not null check (length(reason) between 1 and 2000),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);
create index preferred_value_latest on preferred_value (person, role, recorded_at desc);

-- Whether the caller is a reviewer of the committee: they alone see pairs across parties.
create function caller_reviews() returns boolean
    language sql stable parallel restricted
    return coalesce((claims())[3] = 'COORDINATING_COMMITTEE'
                    and (claims())[4] in ('IDENTITY_REVIEWER', 'SECOND_REVIEWER'), false);

grant execute on function caller_reviews() to nostos_app;

-- ---- walls -----------------------------------------------------------------------------------

alter table person enable row level security;
alter table preferred_value enable row level security;

create policy person_read on person for select to nostos_app
    using ((party = (select caller_party())
            and (select caller_role()) not in ('ADMINISTRATOR', 'MONITOR'))
           or (select caller_coordinates()));
create policy person_register on person for insert to nostos_app
    with check (party = (select caller_party()) and (select caller_role()) = 'INTAKE_OFFICER');

create policy preferred_value_read on preferred_value for select to nostos_app
    using ((select caller_coordinates()));
create policy preferred_value_choose on preferred_value for insert to nostos_app
    with check ((select caller_reviews()) and account = (select caller_account()));

create trigger act_now after insert on person referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on preferred_value referencing new table as added
    for each statement execute function require_act();

grant usage on sequence person_ordinal to nostos_app;
grant select, insert on person, preferred_value to nostos_app;
