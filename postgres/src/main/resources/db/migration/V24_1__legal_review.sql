-- The review of everybody held, what a court decided, the person's own will, a child's best interests, whom
-- the committee keeps back, and counsel. A clearance asks for them as well.

create table law_review_event (
    id          uuid primary key,
    review      uuid not null,
    person      uuid not null references person (id),
    party       uuid not null references party (id),
    kind        text not null check (kind in ('OPENED', 'FILE_COMPLETE', 'SCHEDULED', 'HEARD', 'RECUSED', 'DECISION_PROPOSED',
                                              'DECIDED', 'RETURNED', 'NOTIFIED', 'APPEALED', 'UPHELD', 'QUASHED', 'FINAL')),
    outcome     text check (outcome in ('REFER_TO_JUDICIARY', 'REFER_TO_REHABILITATION', 'RELEASE', 'CONTINUE_HOLDING')),
    due         date,
    panel       text check (length(panel) between 1 and 500),
    language    text check (length(language) between 1 and 100),
    interpreter text check (length(interpreter) between 1 and 200),
    happened_on date not null,
    reason      text not null check (length(reason) between 1 and 8000),
    source      text check (length(source) between 1 and 500),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check ((kind = 'OPENED') = (review = id)),
    check ((kind = 'DECISION_PROPOSED') = (outcome is not null)),
    check (kind <> 'SCHEDULED' or due is not null),
    check ((outcome is distinct from 'CONTINUE_HOLDING') or due is not null),
    check (kind <> 'NOTIFIED' or language is not null),
    check (kind <> 'HEARD' or panel is not null)
);
create index law_review_event_person on law_review_event (person);

create table law_proceeding_event (
    id          uuid primary key,
    proceeding  uuid not null,
    person      uuid not null references person (id),
    party       uuid not null references party (id),
    kind        text not null check (kind in ('INVESTIGATED', 'CHARGED', 'TRIED', 'ACQUITTED', 'CONVICTED', 'DISCONTINUED',
                                              'APPEALED', 'FINAL', 'COMMUTED', 'SUSPENDED', 'CARRIED_OUT')),
    sentence    text check (sentence in ('DEATH', 'PRISON', 'OTHER')),
    happened_on date not null,
    reason      text not null check (length(reason) between 1 and 8000),
    source      text check (length(source) between 1 and 500),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check (kind <> 'INVESTIGATED' or proceeding = id),
    check ((kind in ('CONVICTED', 'COMMUTED')) = (sentence is not null))
);
create index law_proceeding_event_person on law_proceeding_event (person);

create table law_will_event (
    id          uuid primary key,
    person      uuid not null references person (id),
    party       uuid not null references party (id),
    destination text not null check (destination ~ '^[A-Z]{3}$'),
    kind        text not null check (kind in ('INFORMED', 'CONSENTS', 'OBJECTS', 'UNDECIDED', 'RECONFIRMED', 'WITHDRAWN')),
    language    text not null check (length(language) between 1 and 100),
    interpreter text check (length(interpreter) between 1 and 200),
    witness     text check (length(witness) between 1 and 200),
    happened_on date not null,
    reason      text not null check (length(reason) between 1 and 8000),
    source      text check (length(source) between 1 and 500),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check (kind not in ('CONSENTS', 'RECONFIRMED') or witness is not null)
);
create index law_will_event_person on law_will_event (person, destination);

create table law_bid_event (
    id          uuid primary key,
    bid         uuid not null,
    person      uuid not null references person (id),
    party       uuid not null references party (id),
    kind        text not null check (kind in ('OPENED', 'INFORMATION', 'VIEWS', 'PANEL', 'DECISION_PROPOSED', 'DECIDED',
                                              'RETURNED', 'REOPENED')),
    option      text check (option in ('GOES_WITH_FAMILY', 'GOES_WITHOUT_FAMILY', 'STAYS_WITH_FAMILY',
                                       'STAYS_WITHOUT_FAMILY')),
    destination text check (destination ~ '^[A-Z]{3}$'),
    panel       text check (length(panel) between 1 and 500),
    dissent     text check (length(dissent) between 1 and 4000),
    due         date,
    happened_on date not null,
    reason      text not null check (length(reason) between 1 and 8000),
    source      text check (length(source) between 1 and 500),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check ((kind = 'OPENED') = (bid = id)),
    check ((kind = 'DECISION_PROPOSED') = (option is not null)),
    check (option is null or due is not null),
    check (option is null or (option like 'GOES%') = (destination is not null)),
    check (kind <> 'PANEL' or panel is not null)
);
create index law_bid_event_person on law_bid_event (person);

-- Whom a holder's policy keeps back, and on what ground. It is no bar: it bars nothing but plans.
create table law_exclusion_event (
    id          uuid primary key,
    exclusion   uuid not null,
    person      uuid not null references person (id),
    party       uuid not null references party (id),
    kind        text not null check (kind in ('RECORDED', 'ENDED')),
    happened_on date not null,
    reason      text not null check (length(reason) between 1 and 8000),
    source      text check (length(source) between 1 and 500),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check ((kind = 'RECORDED') = (exclusion = id)),
    check (kind <> 'RECORDED' or source is not null)
);
create index law_exclusion_event_person on law_exclusion_event (person);

create table law_counsel_event (
    id          uuid primary key,
    person      uuid not null references person (id),
    party       uuid not null references party (id),
    counsel     uuid not null references account (id),
    kind        text not null check (kind in ('APPOINTED', 'ENDED')),
    happened_on date not null,
    reason      text not null check (length(reason) between 1 and 8000),
    source      text check (length(source) between 1 and 500),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);
create index law_counsel_event_person on law_counsel_event (person);
create index law_counsel_event_counsel on law_counsel_event (counsel);

-- ---- clients ---------------------------------------------------------------------------------------

-- Whom the caller represents, under every person they are known as; `client` is the person of the mandate.
create function law_clients() returns table (client uuid, person uuid)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select mine.person, other
    from (select distinct on (e.person) e.person, e.kind from law_counsel_event e
          where e.counsel = caller_counsel()
          order by e.person, e.recorded_at desc, e.id) mine,
         unnest(law_joined(mine.person)) other
    where mine.kind = 'APPOINTED'
    $$;

create function caller_clients() returns setof uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select c.person from law_clients() c $$;

-- ---- what a track comes to -------------------------------------------------------------------------

create type law_review_fold as (
    state    text,
    outcome  text,
    opener   uuid,
    proposer uuid,
    recused  uuid[]
);

create function law_review_after(f law_review_fold, e law_review_event) returns law_review_fold
    language plpgsql immutable
    as $$
declare
    n law_review_fold := f;
begin
    if e.kind = 'OPENED' then
        if f.state is not null then return null; end if;
        n.state := 'OPENED'; n.opener := e.account;
        return n;
    end if;
    if f.state is null then return null; end if;
    case e.kind
    when 'FILE_COMPLETE' then
        if f.state <> 'OPENED' then return null; end if;
        n.state := 'FILE_COMPLETE';
    when 'SCHEDULED' then
        if f.state not in ('FILE_COMPLETE', 'SCHEDULED') then return null; end if;
        n.state := 'SCHEDULED';
    when 'HEARD' then
        if f.state <> 'SCHEDULED' then return null; end if;
        n.state := 'HEARD';
    when 'RECUSED' then
        if f.state in ('DECIDED', 'NOTIFIED', 'APPEALED', 'UPHELD', 'QUASHED', 'FINAL') then return null; end if;
        n.recused := array_append(coalesce(f.recused, '{}'), e.account);
    when 'DECISION_PROPOSED' then
        if f.state <> 'HEARD' or e.account = any (coalesce(f.recused, '{}')) then return null; end if;
        n.state := 'PROPOSED'; n.outcome := e.outcome; n.proposer := e.account;
    when 'DECIDED' then
        if f.state <> 'PROPOSED' or f.proposer = e.account or f.opener = e.account
           or e.account = any (coalesce(f.recused, '{}')) then
            return null;
        end if;
        n.state := 'DECIDED';
    when 'RETURNED' then
        if f.state <> 'PROPOSED' or f.proposer = e.account then return null; end if;
        n.state := 'HEARD'; n.outcome := null; n.proposer := null;
    when 'NOTIFIED' then
        if f.state <> 'DECIDED' then return null; end if;
        n.state := 'NOTIFIED';
    when 'APPEALED' then
        if f.state not in ('DECIDED', 'NOTIFIED', 'FINAL') then return null; end if;
        n.state := 'APPEALED';
    when 'UPHELD' then
        if f.state <> 'APPEALED' then return null; end if;
        n.state := 'UPHELD';
    when 'QUASHED' then
        if f.state <> 'APPEALED' then return null; end if;
        n.state := 'QUASHED'; n.outcome := null;
    else
        if f.state not in ('NOTIFIED', 'UPHELD') then return null; end if;
        n.state := 'FINAL';
    end case;
    return n;
end $$;

create function law_review(p_review uuid) returns law_review_fold
    language plpgsql stable security definer set search_path = nostos, pg_temp
    as $$
declare
    f law_review_fold;
    n law_review_fold;
    e law_review_event;
begin
    for e in select * from law_review_event r where r.review = p_review order by r.recorded_at, r.id loop
        n := law_review_after(f, e);
        if n.state is not null then f := n; end if;
    end loop;
    return f;
end $$;

-- Whether the person's latest review is final.
create function law_reviewed(p_persons uuid[]) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select coalesce((select (law_review(r.review)).state = 'FINAL' from law_review_event r
                     where r.kind = 'OPENED' and coalesce(placed_person('legal', r.id), r.person) = any (p_persons)
                       and (r.person = any (p_persons) or r.id in (select placed_on('legal', p_persons)))
                     order by r.recorded_at desc, r.id desc limit 1), false)
    $$;

-- Whether the person wants to go there, as they said last.
create function law_wants(p_persons uuid[], p_destination text) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select coalesce((select w.kind in ('CONSENTS', 'RECONFIRMED') from law_will_event w
                     where w.person = any (p_persons) and w.destination = p_destination
                     order by w.recorded_at desc, w.id desc limit 1), false)
    $$;

-- Whether a panel decided that it is best for the child to go there, and the decision is in date.
create function law_best(p_persons uuid[], p_destination text, p_on date) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select coalesce((
        select last.kind = 'DECIDED' and p.destination = p_destination and p.due >= p_on
        from (select * from law_bid_event b where b.person = any (p_persons)
              order by b.recorded_at desc, b.id desc limit 1) last
        join lateral (select * from law_bid_event b where b.bid = last.bid and b.kind = 'DECISION_PROPOSED'
                      order by b.recorded_at desc, b.id desc limit 1) p on true), false)
    $$;

-- Whether a court sentenced them to prison for good.
create function law_sentenced(p_persons uuid[]) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select exists (
        select from law_proceeding_event f
        where f.kind = 'FINAL' and f.person = any (p_persons)
          and (select s.sentence from law_proceeding_event s
               where s.proceeding = f.proceeding and s.sentence is not null
               order by s.recorded_at desc, s.id desc limit 1) = 'PRISON'
          and not exists (select from law_proceeding_event a
                          where a.proceeding = f.proceeding and a.recorded_at > f.recorded_at
                            and a.kind in ('APPEALED', 'ACQUITTED', 'DISCONTINUED')))
    $$;

alter function law_hindrance(uuid, text, text, text[], date) rename to law_hindrance_of_bars;
create function law_hindrance(p_person uuid, p_route text, p_destination text, p_transit text[], p_on date) returns text
    language plpgsql stable security definer set search_path = nostos, pg_temp
    as $$
declare
    who uuid[] := law_joined(p_person);
    why text := law_hindrance_of_bars(p_person, p_route, p_destination, p_transit, p_on);
begin
    return case
        when why is not null then why
        when not law_reviewed(who) then 'no review is final'
        when p_route in ('REPATRIATION_NO_PROCEEDINGS', 'SENTENCE_TRANSFER', 'THIRD_STATE_RELOCATION')
             and not law_wants(who, p_destination) then 'the person has not said that they want to go'
        when p_route = 'SENTENCE_TRANSFER' and not law_sentenced(who) then 'no sentence is final'
        when law_may_be_child(who, p_on) and not law_best(who, p_destination, p_on) then 'no best interests'
    end;
end $$;

-- ---- guards ----------------------------------------------------------------------------------------

-- Counsel has a part in the cases of its clients, and in no other.
create or replace function law_event_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    new.recorded_at := clock_timestamp();
    if law_stranger()
       and not (tg_table_name = 'law_bar_event' and caller_is_independent())
       and not (tg_table_name in ('law_bar_event', 'law_review_event') and caller_counsel() is not null
                and (to_jsonb(new) ->> 'person')::uuid in (select caller_clients())) then
        raise exception 'new row violates row-level security policy for table "%"', tg_table_name using errcode = '42501';
    end if;
    if new.happened_on > (clock_timestamp() at time zone 'UTC')::date then
        raise exception 'nothing has happened on a day to come' using errcode = '23514';
    end if;
    return new;
end $$;

create function law_review_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    perform case_turn(new.person);
    if new.kind <> 'OPENED'
       and not exists (select from law_review_event o where o.id = new.review and o.person = any (law_joined(new.person))) then
        raise exception 'no such review' using errcode = '23514';
    end if;
    if (law_review_after(law_review(new.review), new)).state is null then
        raise exception 'the review does not allow this step, or not to this hand' using errcode = '23514';
    end if;
    if new.kind = 'DECISION_PROPOSED' and new.due > new.happened_on + interval '6 months' then
        raise exception 'the next review is due within six months' using errcode = '23514';
    end if;
    return new;
end $$;

create function law_bid_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    last law_bid_event;
begin
    perform case_turn(new.person);
    select * into last from law_bid_event b
        where b.bid = new.bid and b.person = any (law_joined(new.person))
        order by b.recorded_at desc, b.id desc limit 1;
    if new.kind = 'OPENED' then
        return new;
    end if;
    if last.id is null
       or (new.kind = 'DECISION_PROPOSED'
           and not exists (select from law_bid_event b where b.bid = new.bid and b.kind = 'PANEL'))
       or (new.kind in ('DECIDED', 'RETURNED') and (last.kind <> 'DECISION_PROPOSED' or last.account = new.account))
       or (new.kind = 'REOPENED' and last.kind <> 'DECIDED')
       or (new.kind in ('INFORMATION', 'VIEWS', 'PANEL', 'DECISION_PROPOSED')
           and last.kind in ('DECISION_PROPOSED', 'DECIDED')) then
        raise exception 'the determination does not allow this step, or not to this hand' using errcode = '23514';
    end if;
    return new;
end $$;

create function law_will_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    last text := (select w.kind from law_will_event w
                  where w.person = any (law_joined(new.person)) and w.destination = new.destination
                  order by w.recorded_at desc, w.id desc limit 1);
begin
    perform case_turn(new.person);
    if (new.kind <> 'INFORMED' and last is null)
       or (new.kind in ('RECONFIRMED', 'WITHDRAWN') and last not in ('CONSENTS', 'RECONFIRMED')) then
        raise exception 'nobody asked them so far' using errcode = '23514';
    end if;
    return new;
end $$;

create function law_counsel_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    perform case_turn(new.person);
    if not exists (select from account a where a.id = new.counsel and a.role = 'COUNSEL') then
        raise exception 'no such counsel' using errcode = '23514';
    end if;
    return new;
end $$;

create trigger guard_1 before insert on law_review_event for each row execute function law_event_guard();
create trigger guard_2 before insert on law_review_event for each row execute function law_review_guard();
create trigger guard_1 before insert on law_proceeding_event for each row execute function law_event_guard();
create trigger guard_1 before insert on law_will_event for each row execute function law_event_guard();
create trigger guard_2 before insert on law_will_event for each row execute function law_will_guard();
create trigger guard_1 before insert on law_bid_event for each row execute function law_event_guard();
create trigger guard_2 before insert on law_bid_event for each row execute function law_bid_guard();
create trigger guard_1 before insert on law_exclusion_event for each row execute function law_event_guard();
create trigger guard_1 before insert on law_counsel_event for each row execute function law_event_guard();
create trigger guard_2 before insert on law_counsel_event for each row execute function law_counsel_guard();

-- ---- erasing -----------------------------------------------------------------------------------------

create function erase_more_law_review(p_persons uuid[], p_records uuid[]) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    perform erase_payloads(array(
        select act from law_review_event where person = any (p_persons)
        union select act from law_proceeding_event where person = any (p_persons)
        union select act from law_will_event where person = any (p_persons)
        union select act from law_bid_event where person = any (p_persons)
        union select act from law_exclusion_event where person = any (p_persons)
        union select act from law_counsel_event where person = any (p_persons)));
    update law_review_event set reason = 'erased', source = null, interpreter = null where person = any (p_persons);
    update law_proceeding_event set reason = 'erased', source = null where person = any (p_persons);
    update law_will_event set reason = 'erased', source = null, interpreter = null where person = any (p_persons);
    update law_bid_event set reason = 'erased', source = null, dissent = null where person = any (p_persons);
    update law_exclusion_event set reason = 'erased', source = 'erased' where person = any (p_persons);
    update law_counsel_event set reason = 'erased', source = null where person = any (p_persons);
end $$;

-- ---- walls -------------------------------------------------------------------------------------------

alter table law_review_event enable row level security;
alter table law_proceeding_event enable row level security;
alter table law_will_event enable row level security;
alter table law_bid_event enable row level security;
alter table law_exclusion_event enable row level security;
alter table law_counsel_event enable row level security;

create policy law_review_event_read on law_review_event for select to nostos_app
    using ((select caller_handles_cases())
           or ((select caller_counsel()) is not null and person in (select caller_clients())));
create policy law_review_event_add on law_review_event for insert to nostos_app
    with check (account = (select caller_account()) and party = (select caller_party())
                and ((kind in ('OPENED', 'FILE_COMPLETE', 'SCHEDULED', 'HEARD', 'NOTIFIED', 'APPEALED')
                      and (select caller_handles_cases()))
                     or (select caller_decides_law())
                     or (kind = 'APPEALED' and (select caller_counsel()) is not null
                         and person in (select caller_clients()))));

create policy law_proceeding_event_read on law_proceeding_event for select to nostos_app
    using ((select caller_handles_cases())
           or ((select caller_counsel()) is not null and person in (select caller_clients())));
create policy law_proceeding_event_add on law_proceeding_event for insert to nostos_app
    with check (account = (select caller_account()) and party = (select caller_party())
                and (select caller_handles_cases()));

create policy law_will_event_read on law_will_event for select to nostos_app
    using ((select caller_handles_cases())
           or ((select caller_counsel()) is not null and person in (select caller_clients())));
create policy law_will_event_add on law_will_event for insert to nostos_app
    with check (account = (select caller_account()) and party = (select caller_party())
                and (select caller_handles_cases()));

create policy law_bid_event_read on law_bid_event for select to nostos_app
    using ((select caller_handles_cases()));
create policy law_bid_event_add on law_bid_event for insert to nostos_app
    with check (account = (select caller_account()) and party = (select caller_party())
                and ((select caller_decides_law())
                     or (kind in ('OPENED', 'INFORMATION', 'VIEWS', 'PANEL') and (select caller_handles_cases()))));

create policy law_exclusion_event_read on law_exclusion_event for select to nostos_app
    using ((select caller_handles_cases()));
create policy law_exclusion_event_add on law_exclusion_event for insert to nostos_app
    with check (account = (select caller_account()) and party = (select caller_party())
                and (select caller_handles_cases()));

create policy law_counsel_event_read on law_counsel_event for select to nostos_app
    using ((select caller_handles_cases()) or counsel = (select caller_counsel()));
create policy law_counsel_event_add on law_counsel_event for insert to nostos_app
    with check (account = (select caller_account()) and party = (select caller_party())
                and (select caller_handles_cases()));

-- Counsel sees its clients' bars and orders, and lodges appeals that suspend.
create policy law_bar_event_of_client on law_bar_event for select to nostos_app
    using ((select caller_counsel()) is not null and person in (select caller_clients()));
create policy law_bar_event_of_counsel on law_bar_event for insert to nostos_app
    with check (account = (select caller_account()) and party = (select caller_party()) and kind = 'APPEALED'
                and (select caller_counsel()) is not null and person in (select caller_clients()));
create policy law_order_event_of_client on law_order_event for select to nostos_app
    using ((select caller_counsel()) is not null and person in (select caller_clients()));
create policy law_clearance_event_of_client on law_clearance_event for select to nostos_app
    using ((select caller_counsel()) is not null and person in (select caller_clients()));
create policy law_assurance_event_of_counsel on law_assurance_event for select to nostos_app
    using ((select caller_counsel()) is not null and kind = 'BREACHED'
           and exists (select from law_bar_event b where b.destination = state_code));
create policy person_of_counsel on person for select to nostos_app
    using ((select caller_counsel()) is not null and id in (select caller_clients()));

create trigger act_now after insert on law_review_event referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on law_proceeding_event referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on law_will_event referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on law_bid_event referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on law_exclusion_event referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on law_counsel_event referencing new table as added
    for each statement execute function require_act();

grant execute on function law_clients(), caller_clients() to nostos_app;
grant select, insert on law_review_event, law_proceeding_event, law_will_event, law_bid_event, law_exclusion_event,
    law_counsel_event to nostos_app;
