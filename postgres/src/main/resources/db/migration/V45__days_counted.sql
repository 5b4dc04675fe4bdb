-- How much is due on which day is kept counted: what is late is most of a long register, and was counted flag by flag for
-- every look at the calendar. And counsel's clients are found in one go: every wall of counsel asks for all of them.

create table case_day_tally (
    due   date not null,
    rule  text not null,
    flags bigint not null,
    primary key (due, rule)
);

create function case_days_counted() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    if tg_op <> 'DELETE' then
        insert into case_day_tally
            select due, rule, count(*) from added where due is not null group by 1, 2 order by 1, 2
            on conflict (due, rule) do update set flags = case_day_tally.flags + excluded.flags;
    end if;
    if tg_op <> 'INSERT' then
        insert into case_day_tally
            select due, rule, -count(*) from gone where due is not null group by 1, 2 order by 1, 2
            on conflict (due, rule) do update set flags = case_day_tally.flags + excluded.flags;
        delete from case_day_tally where flags = 0;
    end if;
    return null;
end $$;
create trigger days_in after insert on case_flag referencing new table as added
    for each statement execute function case_days_counted();
create trigger days_again after update on case_flag referencing new table as added old table as gone
    for each statement execute function case_days_counted();
create trigger days_out after delete on case_flag referencing old table as gone
    for each statement execute function case_days_counted();
insert into case_day_tally select due, rule, count(*) from case_flag where due is not null group by 1, 2;

alter table case_day_tally enable row level security;
create policy case_day_tally_read on case_day_tally for select to nostos_app using ((select caller_reads_cases()));
grant select on case_day_tally to nostos_app;

create or replace function law_clients() returns table (client uuid, person uuid)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select mine.person, coalesce(other.id, mine.person)
    from (select distinct on (e.person) e.person, e.kind from law_counsel_event e
          where e.counsel = caller_counsel()
          order by e.person, e.recorded_at desc, e.id) mine
    left join lateral (select o.id from person p
                       join person_cluster m on m.record = p.record
                       join person_cluster t on t.leader = m.leader
                       join person o on o.record = t.record
                       where p.id = mine.person) other on true
    where mine.kind = 'APPOINTED'
    $$;
