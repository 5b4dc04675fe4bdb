-- How many cases there are is known before anybody asks, and the page in the middle of them is found in an index alone.

create table case_tally (
    one   boolean primary key default true check (one),
    cases bigint not null
);

create function cases_counted() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    n bigint;
begin
    if tg_op = 'INSERT' then
        select count(*) into n from added;
    else
        select -count(*) into n from gone;
    end if;
    if n <> 0 then
        insert into case_tally (cases) values (n) on conflict (one) do update set cases = case_tally.cases + excluded.cases;
    end if;
    return null;
end $$;
create trigger tallied_in after insert on case_summary referencing new table as added
    for each statement execute function cases_counted();
create trigger tallied_out after delete on case_summary referencing old table as gone
    for each statement execute function cases_counted();
insert into case_tally (cases) select count(*) from case_summary;

alter table case_tally enable row level security;
create policy case_tally_read on case_tally for select to nostos_app using ((select caller_reads_cases()));
grant select on case_tally to nostos_app;

drop index case_summary_number, case_summary_ordinal, case_summary_alarms, case_summary_due;
create index case_summary_number on case_summary (number) include (person);
create index case_summary_ordinal on case_summary (ordinal) include (person);
create index case_summary_alarms on case_summary (alarms desc, number) include (person);
create index case_summary_due on case_summary (first_due, number) include (person);
