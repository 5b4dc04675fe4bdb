-- The language in which an account reads its pages: the last one chosen. Nobody else reads it.

create table account_language (
    id          uuid primary key,
    account     uuid not null references account (id),
    language    text not null check (language in ('en', 'ar', 'ckb', 'kmr')),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);
create index account_language_latest on account_language (account, recorded_at desc);

alter table account_language enable row level security;
create policy account_language_read on account_language for select to nostos_app
    using (account = (select caller_account()));
create policy account_language_choose on account_language for insert to nostos_app
    with check (account = (select caller_account()));
create trigger act_now after insert on account_language referencing new table as added
    for each statement execute function require_act();

grant select, insert on account_language to nostos_app;
