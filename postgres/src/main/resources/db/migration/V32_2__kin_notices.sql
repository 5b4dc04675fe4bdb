-- Whether the next of kin were told of what happened to a person held: whom, how, when, or why not.

create table kin_notice (
    id          uuid primary key,
    person      uuid not null references person (id),
    party       uuid not null references party (id),
    happened_on date not null check (happened_on <= (clock_timestamp() at time zone 'UTC')::date),
    occasion    text not null check (occasion in ('ADMISSION', 'TRANSFER', 'ILLNESS', 'DEATH', 'BIRTH', 'RELEASE')),
    whom        text not null check (length(whom) <= 200),
    means       text check (means in ('IN_PERSON', 'CALL', 'LETTER', 'TRACING_SERVICE', 'AUTHORITY')),
    why         text check (why in ('PERSON_ASKED_NOT', 'NOBODY_KNOWN', 'NOT_REACHED', 'WOULD_HARM')),
    words       text not null check (length(words) <= 2000),
    source      text not null check (length(source) between 1 and 500),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check ((means is null) <> (why is null)),
    check (whom <> '' or why = 'NOBODY_KNOWN'),
    -- The wish of a person that nobody is told ends with their death (Nelson Mandela Rules, rule 69).
    check (occasion <> 'DEATH' or why is distinct from 'PERSON_ASKED_NOT')
);
create index kin_notice_person on kin_notice (person);

create trigger act_now after insert on kin_notice referencing new table as added
    for each statement execute function require_act();

create function erase_more_kin_notices(p_persons uuid[], p_records uuid[]) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    perform erase_payloads(array(select act from kin_notice where person = any (p_persons)));
    update kin_notice set whom = 'erased', words = 'erased', source = 'erased' where person = any (p_persons);
end $$;

alter table kin_notice enable row level security;
create policy kin_notice_read on kin_notice for select to nostos_app
    using ((select caller_handles_cases()) or (select caller_is_engine()));
create policy kin_notice_add on kin_notice for insert to nostos_app
    with check ((select caller_handles_cases()) and account = (select caller_account())
                and party = (select caller_party()));
grant select, insert on kin_notice to nostos_app;
