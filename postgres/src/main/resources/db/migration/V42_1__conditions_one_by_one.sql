-- A state may accept somebody under conditions, a line for each: whether one is met, and by whose word, or whether the
-- state waived it. While one is open, nobody travels on that acceptance.

create table answer_condition_said (
    id          uuid primary key,
    answer      uuid not null references answer_event (id),
    place       int not null check (place > 0),
    kind        text not null check (kind in ('MET', 'NOT_MET', 'WAIVED')),
    happened_on date not null,
    whom        text not null check (length(whom) between 1 and 200),
    source      text not null check (length(source) between 1 and 500),
    party       uuid not null references party (id),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);
create index answer_condition_said_answer on answer_condition_said (answer, recorded_at);

-- How many conditions an answer lays down.
create function answer_conditions(p_answer uuid) returns int
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select count(*)::int from answer_event a, string_to_table(replace(a.conditions, e'\r', e'\n'), e'\n') one
    where a.id = p_answer and a.kind = 'ACCEPTED_CONDITIONAL' and btrim(one, e' \t') <> ''
    $$;
revoke execute on function answer_conditions(uuid) from public;

-- Whether one of them is open: nobody has said that it is met or waived, or somebody has said since that it is not.
create function answer_conditions_open(p_answer uuid) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select answer_conditions(p_answer) = 0 or exists (
        select from generate_series(1, answer_conditions(p_answer)) at (place)
        where coalesce((select s.kind from answer_condition_said s
                        where s.answer = p_answer and s.place = at.place
                        order by s.happened_on desc, s.recorded_at desc, s.id desc limit 1), 'NOT_MET') = 'NOT_MET')
    $$;
revoke execute on function answer_conditions_open(uuid) from public;

create function answer_condition_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    if new.place > answer_conditions(new.answer) then
        raise exception 'the answer lays down no such condition' using errcode = '23514';
    end if;
    return null;
end $$;
create trigger guard after insert on answer_condition_said for each row execute function answer_condition_guard();

alter table answer_condition_said enable row level security;
create policy answer_condition_said_read on answer_condition_said for select to nostos_app
    using ((select caller_reads_requests()));
create policy answer_condition_said_add on answer_condition_said for insert to nostos_app
    with check ((select caller_handles_cases()) and account = (select caller_account())
                and party = (select caller_party()));
create trigger act_now after insert on answer_condition_said referencing new table as added
    for each statement execute function require_act();
grant select, insert on answer_condition_said to nostos_app;

-- A question about relocation speaks only where nothing else was asked; a condition that is open is no acceptance.
create or replace function transfer_accepted(p_persons uuid[], p_state text, p_on date) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    with asked as (
        select l.id as line, n.asked
        from note_line_person lp
        join note_line l on l.id = lp.line
        join note_verbale n on n.id = l.note
        where (lp.person = any (p_persons) or lp.line = any (transfer_placed_on('requests', p_persons)))
          and transfer_placed('requests', lp.line, lp.person) = any (p_persons)
          and n.state = p_state and n.asked <> 'PROSECUTION'
          and exists (select from note_event s where s.note = n.id and s.kind = 'SENT'))
    select coalesce((
        select a.kind in ('ACCEPTED', 'DEEMED_ACCEPTED') or (a.kind = 'ACCEPTED_CHILD_ONLY' and law_may_be_child(p_persons, p_on))
            or (a.kind = 'ACCEPTED_CONDITIONAL' and not answer_conditions_open(a.id))
        from answer_event a join asked on asked.line = a.line
        where (asked.asked <> 'RELOCATION' or not exists (select from asked o where o.asked <> 'RELOCATION'))
          and a.kind in ('ACCEPTED', 'ACCEPTED_CHILD_ONLY', 'ACCEPTED_CONDITIONAL', 'REFUSED', 'NOT_OUR_NATIONAL',
                         'MORE_INFORMATION_NEEDED', 'DEEMED_ACCEPTED', 'ANSWER_WITHDRAWN')
        order by a.happened_on desc, a.recorded_at desc, a.id limit 1), false)
    $$;

create function erase_more_conditions(p_persons uuid[], p_records uuid[]) returns void
    language sql volatile security definer set search_path = nostos, pg_temp
    as $$
    update answer_condition_said set whom = 'erased', source = 'erased'
    where answer in (select a.id from answer_event a join note_line_person lp on lp.line = a.line
                     where lp.person = any (p_persons))
    $$;
