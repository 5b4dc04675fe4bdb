-- Checkpoints of the journal that went into other hands: who took which, for which party. What they
-- hold, nobody here can take back; this table only remembers that they hold it.

create table checkpoint_taken (
    id          uuid primary key,
    account     uuid not null references account (id),
    party       uuid not null references party (id),
    size        bigint not null check (size > 0),
    text        text not null check (length(text) <= 1000),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);
create index checkpoint_taken_newest on checkpoint_taken (recorded_at desc);

alter table checkpoint_taken enable row level security;

create policy checkpoint_taken_read on checkpoint_taken for select to nostos_app
    using (party = (select caller_party())
           or (select caller_party_kind()) = 'COORDINATING_COMMITTEE'
           or (select caller_role()) in ('MONITOR', 'ADMINISTRATOR'));
create policy checkpoint_taken_take on checkpoint_taken for insert to nostos_app
    with check (party = (select caller_party()) and account = (select caller_account()));

create trigger act_now after insert on checkpoint_taken referencing new table as added
    for each statement execute function require_act();

grant select, insert on checkpoint_taken to nostos_app;
