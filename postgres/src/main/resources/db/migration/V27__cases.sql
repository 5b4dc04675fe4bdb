-- Cases: opened under a number of their own, and what the lists over all of them keep of each.

create sequence case_ordinal;

create table case_opened (
    id          uuid primary key default gen_random_uuid(),
    person      uuid not null references person (id),
    party       uuid not null references party (id),
    number      text not null check (number ~ '^C-[0-9]{4}-[0-9]{6,}$'),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    unique (party, person),
    unique (party, number)
);

-- A number is given, never chosen.
create function case_numbered() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    ordinal bigint := nextval('case_ordinal');
begin
    new.number := 'C-' || to_char(current_date, 'YYYY') || '-' || lpad(ordinal::text, greatest(6, length(ordinal::text)), '0');
    return new;
end $$;
create trigger numbered before insert on case_opened for each row execute function case_numbered();

-- ---- the summary: a projection, worked out by the engine, that can be thrown away ------------------

-- Whose summary is to be worked out anew, and how often that was asked: a change that commits while a summary is
-- worked out asks once more, so that what was read without it does not count as done.
create table case_touched (
    person  uuid primary key references person (id),
    since   timestamptz not null default clock_timestamp(),
    asked   bigint not null default 1
);
create index case_touched_since on case_touched (since);

create table case_summary (
    person  uuid primary key references person (id),
    number  text not null,
    words   text[] not null,
    alarms  int not null,
    for_day date not null
);
create index case_summary_number on case_summary (number);
create index case_summary_words on case_summary using gin (words);
create index case_summary_day on case_summary (for_day);

create table case_flag (
    person    uuid not null references case_summary (person) on delete cascade,
    rule      text not null,
    effect    text not null check (effect in ('ALARMS', 'CLOCK')),
    settler   text not null,
    arguments text[] not null,
    due       date,
    since     timestamptz not null default clock_timestamp(),
    primary key (person, rule, arguments)
);
create index case_flag_rule on case_flag (rule, due, since);
create index case_flag_due on case_flag (settler, due) where due is not null;

create table case_lacks (
    person uuid not null references case_summary (person) on delete cascade,
    state  text not null check (state ~ '^[A-Z]{3}$'),
    lacks  text[] not null,
    primary key (person, state)
);
create index case_lacks_state on case_lacks (state, lacks);

-- Anybody who does an act on a case says so; it tells nobody anything.
create function case_touch(p_person uuid) returns void
    language sql volatile security definer set search_path = nostos, pg_temp
    as $$
    insert into case_touched (person) select p.id from person p where p.id = p_person
    on conflict (person) do update set asked = case_touched.asked + 1
    $$;

-- Whoever is joined or taken apart has another case than before.
create function case_cluster_changed() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    insert into case_touched (person)
        select distinct o.person from case_opened o join person p on p.id = o.person
        where p.record in (select record from changed) or p.id in (select leader from changed)
        order by 1
    on conflict (person) do update set asked = case_touched.asked + 1;
    return null;
end $$;
create trigger joined after insert on person_cluster referencing new table as changed
    for each statement execute function case_cluster_changed();
create trigger parted after delete on person_cluster referencing old table as changed
    for each statement execute function case_cluster_changed();

-- Puts one summary in the place of those of its persons.
create function case_summarise(p_person uuid, p_asked bigint, p_leader uuid, p_persons uuid[], p_words text[], p_flags jsonb,
                               p_lacks jsonb, p_day date) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    if not caller_is_engine() then
        raise exception 'the engine alone sums cases up' using errcode = '42501';
    end if;
    delete from case_touched where person = p_person and asked = p_asked;
    delete from case_summary where person = any (p_persons) and person <> p_leader;
    if not exists (select from case_opened where person = any (p_persons)) then
        delete from case_summary where person = p_leader;
        return;
    end if;
    insert into case_summary (person, number, words, alarms, for_day)
        select p_leader, min(number), p_words,
               (select count(*) from jsonb_array_elements(p_flags) f where f ->> 'effect' = 'ALARMS'), p_day
        from case_opened where person = any (p_persons)
        on conflict (person) do update set number = excluded.number, words = excluded.words,
            alarms = excluded.alarms, for_day = excluded.for_day;
    with said as (
        select f ->> 'rule' as rule, f ->> 'effect' as effect, f ->> 'settler' as settler,
               array(select jsonb_array_elements_text(f -> 'arguments')) as arguments, (f ->> 'due')::date as due
        from jsonb_array_elements(p_flags) f
    ), gone as (
        delete from case_flag c where c.person = p_leader
          and not exists (select from said s where s.rule = c.rule and s.arguments = c.arguments)
    )
    insert into case_flag (person, rule, effect, settler, arguments, due)
        select distinct on (rule, arguments) p_leader, rule, effect, settler, arguments, due from said
        order by rule, arguments, due
        on conflict (person, rule, arguments) do update set effect = excluded.effect, settler = excluded.settler,
            due = excluded.due;
    delete from case_lacks where person = p_leader;
    insert into case_lacks (person, state, lacks)
        select p_leader, l.key, array(select jsonb_array_elements_text(l.value)) from jsonb_each(p_lacks) l;
end $$;

grant execute on function case_touch(uuid), case_summarise(uuid, bigint, uuid, uuid[], text[], jsonb, jsonb, date) to nostos_app;

-- ---- walls -----------------------------------------------------------------------------------------

alter table case_opened enable row level security;
alter table case_touched enable row level security;
alter table case_summary enable row level security;
alter table case_flag enable row level security;
alter table case_lacks enable row level security;

create policy case_opened_read on case_opened for select to nostos_app
    using ((select caller_handles_cases()) or (select caller_is_engine()));
create policy case_opened_add on case_opened for insert to nostos_app
    with check ((select caller_handles_cases()) and account = (select caller_account())
                and party = (select caller_party()));
create policy case_touched_read on case_touched for select to nostos_app
    using ((select caller_handles_cases()) or (select caller_is_engine()));
create policy case_summary_read on case_summary for select to nostos_app
    using ((select caller_handles_cases()) or (select caller_is_engine()));
create policy case_flag_read on case_flag for select to nostos_app
    using ((select caller_handles_cases()) or (select caller_is_engine()));
create policy case_lacks_read on case_lacks for select to nostos_app
    using ((select caller_handles_cases()) or (select caller_is_engine()));

create trigger act_now after insert on case_opened referencing new table as added
    for each statement execute function require_act();

grant select on case_opened, case_touched, case_summary, case_flag, case_lacks to nostos_app;
grant insert (person, party, account, act) on case_opened to nostos_app;
