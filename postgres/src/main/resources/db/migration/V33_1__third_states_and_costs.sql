-- A state that is not the person's own may be asked to receive them: why, and by which programme, and never counted
-- with those that take their own back. And what all this costs, who claims it from whom, and whether it was paid.

alter table state_agreement drop constraint state_agreement_asked_check;
alter table state_agreement add constraint state_agreement_asked_check
    check (asked in ('NATIONALITY', 'ACCEPTANCE', 'TRAVEL_DOCUMENT', 'PROSECUTION', 'RELOCATION'));
alter table disclosure drop constraint disclosure_asked_check;
alter table disclosure add constraint disclosure_asked_check
    check (asked in ('NATIONALITY', 'ACCEPTANCE', 'TRAVEL_DOCUMENT', 'PROSECUTION', 'RELOCATION'));
alter table note_verbale drop constraint note_verbale_asked_check;
alter table note_verbale add constraint note_verbale_asked_check
    check (asked in ('NATIONALITY', 'ACCEPTANCE', 'TRAVEL_DOCUMENT', 'PROSECUTION', 'RELOCATION'));

create table relocation_event (
    id          uuid primary key,
    person      uuid not null references person (id),
    party       uuid not null references party (id),
    state       text not null check (state ~ '^[A-Z]{3}$'),
    kind        text not null check (kind in ('PROPOSED', 'WITHDRAWN')),
    programme   text check (length(programme) between 1 and 300),
    happened_on date not null,
    reason      text not null check (length(reason) between 1 and 8000),
    source      text check (length(source) between 1 and 500),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check ((kind = 'PROPOSED') = (programme is not null))
);
create index relocation_event_person on relocation_event (person, state);

-- Whether it stands that this state is to be asked to receive somebody who is not its own.
create function relocation_stands(p_person uuid, p_state text) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select coalesce((select e.kind = 'PROPOSED' from relocation_event e
                     where e.person in (select one_with(p_person)) and e.state = p_state
                     order by e.recorded_at desc, e.id desc limit 1), false)
    $$;

create function relocation_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    new.recorded_at := clock_timestamp();
    perform case_turn(new.person);
    if (new.kind = 'WITHDRAWN') <> relocation_stands(new.person, new.state) then
        raise exception 'the proposal stands already, or does not stand' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger guard before insert on relocation_event for each row execute function relocation_guard();

create function disclosure_relocation_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    if new.asked = 'RELOCATION' and not relocation_stands(new.person, new.state) then
        raise exception 'nobody proposed that state' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger guard_relocation before insert on disclosure for each row execute function disclosure_relocation_guard();

-- What something cost, and who claims it from whom. Whoever decides what the law asks does not read it.
create table cost_line (
    id          uuid primary key,
    party       uuid not null references party (id),
    person      uuid references person (id),
    facility    uuid references facility (id),
    note        uuid references note_verbale (id),
    state       text check (state ~ '^[A-Z]{3}$'),
    what        text not null check (length(what) between 1 and 300),
    amount      numeric(14, 2) not null check (amount > 0),
    currency    text not null check (currency ~ '^[A-Z]{3}$'),
    claimant    text not null check (length(claimant) between 1 and 200),
    debtor      text not null check (length(debtor) between 1 and 200),
    happened_on date not null,
    source      text not null check (length(source) between 1 and 500),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check (num_nonnulls(person, facility, note) = 1)
);
create index cost_line_person on cost_line (person);

create table cost_step (
    id          uuid primary key,
    line        uuid not null references cost_line (id),
    party       uuid not null references party (id),
    kind        text not null check (kind in ('CLAIMED', 'DISPUTED', 'PAID', 'WITHDRAWN')),
    happened_on date not null,
    source      text not null check (length(source) between 1 and 500),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);
create index cost_step_line on cost_step (line, recorded_at);

-- What became of a line: open before anybody has claimed it.
create function cost_state(p_line uuid) returns text
    language sql stable set search_path = nostos, pg_temp
    as $$
    select coalesce((select s.kind from cost_step s where s.line = p_line
                     order by s.recorded_at desc, s.id desc limit 1), 'OPEN')
    $$;

-- One act on a line at a time.
create function cost_turn(p_line uuid) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(p_line::text, 7305801482134));
end $$;

create function cost_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    new.recorded_at := clock_timestamp();
    if new.happened_on > (clock_timestamp() at time zone 'UTC')::date then
        raise exception 'nothing has happened on a day to come' using errcode = '23514';
    end if;
    return new;
end $$;

create function cost_step_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    now text;
begin
    perform cost_turn(new.line);
    now := cost_state(new.line);
    if now in ('PAID', 'WITHDRAWN') or now = new.kind or (new.kind = 'DISPUTED' and now = 'OPEN') then
        raise exception 'the line does not allow this step' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger guard_1 before insert on cost_line for each row execute function cost_guard();
create trigger guard_1 before insert on cost_step for each row execute function cost_guard();
create trigger guard_2 before insert on cost_step for each row execute function cost_step_guard();

-- The sum stays, the words go.
create function erase_more_costs(p_persons uuid[], p_records uuid[]) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    perform erase_payloads(array(
        select act from cost_line where person = any (p_persons)
        union select act from relocation_event where person = any (p_persons)));
    update cost_line set what = 'erased', claimant = 'erased', debtor = 'erased', source = 'erased'
        where person = any (p_persons);
    update cost_step s set source = 'erased' from cost_line l where l.id = s.line and l.person = any (p_persons);
    update relocation_event set reason = 'erased', source = null,
                                programme = case when programme is null then null else 'erased' end
        where person = any (p_persons);
end $$;

alter table relocation_event enable row level security;
alter table cost_line enable row level security;
alter table cost_step enable row level security;

create policy relocation_event_read on relocation_event for select to nostos_app
    using ((select caller_handles_cases()) or (select caller_is_engine()));
create policy relocation_event_add on relocation_event for insert to nostos_app
    with check (account = (select caller_account()) and party = (select caller_party())
                and (select caller_handles_cases()));
create policy cost_line_read on cost_line for select to nostos_app
    using ((select caller_handles_cases()) and (select caller_role()) = 'CASE_OFFICER');
create policy cost_line_add on cost_line for insert to nostos_app
    with check (account = (select caller_account()) and party = (select caller_party())
                and (select caller_handles_cases()) and (select caller_role()) = 'CASE_OFFICER');
create policy cost_step_read on cost_step for select to nostos_app
    using (line in (select l.id from cost_line l));
create policy cost_step_add on cost_step for insert to nostos_app
    with check (account = (select caller_account()) and party = (select caller_party())
                and line in (select l.id from cost_line l));

create trigger act_now after insert on relocation_event referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on cost_line referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on cost_step referencing new table as added
    for each statement execute function require_act();

insert into reading_kind values ('costs.read', 'LIST');

grant execute on function relocation_stands(uuid, text), cost_state(uuid), cost_turn(uuid) to nostos_app;
grant select, insert on relocation_event, cost_line, cost_step to nostos_app;
