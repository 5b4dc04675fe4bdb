-- A condition of an acceptance is met by two hands: one says that it is, another confirms it, of the committee or of the state
-- at its desk. The state alone waives it, or contests that it is met, until it is met anew. What one hand had said before, or
-- the committee of a waiver, opens no way by itself.

alter table answer_condition_said drop constraint answer_condition_said_kind_check;
alter table answer_condition_said add constraint answer_condition_said_kind_check
    check (kind in ('MET', 'NOT_MET', 'CONFIRMED', 'CONTESTED', 'WAIVED'));

-- Whether the state may read it: what was written before was not written for its eyes.
alter table answer_condition_said add column for_state boolean not null default false;
alter table answer_condition_said alter column for_state set default true;

-- Whether this party is the state that gave the answer.
create function answer_is_of(p_answer uuid, p_party uuid) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select exists (select from answer_event a join note_line l on l.id = a.line join note_verbale n on n.id = l.note
                   join party p on p.kind = 'STATE' and p.state_code = n.state
                   where a.id = p_answer and p.id = p_party)
    $$;
revoke execute on function answer_is_of(uuid, uuid) from public;

-- Where a condition stands, without what is said last of all: `p_but`. A confirmation counts if what comes right before it
-- says that the condition is met, by another hand.
create function answer_condition_stands(p_answer uuid, p_place int, p_but uuid) returns text
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    with said as (
        select s.*, lag(s.kind) over o as kind_before, lag(s.account) over o as account_before
        from answer_condition_said s
        where s.answer = p_answer and s.place = p_place and s.id is distinct from p_but
        window o as (order by s.happened_on, s.recorded_at, s.id))
    select coalesce((
        select case
            when s.kind = 'MET' then 'SAID_MET'
            when s.kind = 'CONFIRMED' and s.kind_before = 'MET' and s.account_before <> s.account then 'CONFIRMED'
            when s.kind = 'CONTESTED' then 'CONTESTED'
            when s.kind = 'WAIVED' and answer_is_of(s.answer, s.party) then 'WAIVED'
            else 'OPEN' end
        from said s order by s.happened_on desc, s.recorded_at desc, s.id desc limit 1), 'OPEN')
    $$;
revoke execute on function answer_condition_stands(uuid, int, uuid) from public;

create or replace function answer_conditions_open(p_answer uuid) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select answer_conditions(p_answer) = 0 or exists (
        select from generate_series(1, answer_conditions(p_answer)) at (place)
        where answer_condition_stands(p_answer, at.place, null) not in ('CONFIRMED', 'WAIVED'))
    $$;

-- One word on the conditions of a note at a time, by whomever.
create or replace function answer_condition_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    stands text;
    latest answer_condition_said;
begin
    perform pg_advisory_xact_lock(hashtextextended(l.note::text, 7305801482118))
        from answer_event a join note_line l on l.id = a.line where a.id = new.answer;
    if new.place > answer_conditions(new.answer) then
        raise exception 'the answer lays down no such condition' using errcode = '23514';
    end if;
    if new.happened_on > (clock_timestamp() at time zone 'UTC')::date then
        raise exception 'a day to come' using errcode = '23514';
    end if;
    stands := answer_condition_stands(new.answer, new.place, new.id);
    select s.* into latest from answer_condition_said s
        where s.answer = new.answer and s.place = new.place and s.id <> new.id
        order by s.happened_on desc, s.recorded_at desc, s.id desc limit 1;
    if new.kind in ('CONTESTED', 'WAIVED') and not answer_is_of(new.answer, new.party) then
        raise exception 'the state alone contests a condition or waives it' using errcode = '23514';
    end if;
    if new.kind in ('CONFIRMED', 'CONTESTED', 'WAIVED') and latest.happened_on > new.happened_on
       or not (case new.kind when 'MET' then stands in ('OPEN', 'SAID_MET', 'CONTESTED')
                            when 'CONFIRMED' then stands = 'SAID_MET'
                            when 'CONTESTED' then stands in ('SAID_MET', 'CONFIRMED')
                            when 'WAIVED' then stands <> 'WAIVED'
                            else true end) then
        raise exception 'a condition that stands so is not spoken of so' using errcode = '23514';
    end if;
    if new.kind = 'CONFIRMED' and latest.account = new.account then
        raise exception 'another hand confirms that a condition is met' using errcode = '23514';
    end if;
    return null;
end $$;

-- When it was recorded, and who may read it, is not for a statement to say.
revoke insert on answer_condition_said from nostos_app;
grant insert (id, answer, place, kind, happened_on, whom, source, party, account, act) on answer_condition_said to nostos_app;

alter policy answer_condition_said_read on answer_condition_said
    using ((select caller_reads_requests())
           or (for_state and answer in (select a.id from answer_event a where a.id = answer_condition_said.answer)));
alter policy answer_condition_said_add on answer_condition_said
    with check (account = (select caller_account()) and party = (select caller_party())
                and ((kind in ('MET', 'NOT_MET', 'CONFIRMED') and (select caller_handles_cases()))
                     or (kind in ('CONFIRMED', 'CONTESTED', 'WAIVED') and (select caller_state()) is not null
                         and answer in (select a.id from answer_event a where a.id = answer_condition_said.answer))));
