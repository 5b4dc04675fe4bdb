-- Identity: what the engine proposes, what two people judge, and who is who as judged.

-- ---- linking runs ------------------------------------------------------------------------------
-- A run is asked for in the transaction that accepts a list. It may start more than once: a run that
-- was killed has left nothing behind and starts again from the beginning. It ends once.

create table linking_run (
    id          uuid primary key,
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);

create table linking_run_started (
    id          uuid primary key default gen_random_uuid(),
    run         uuid not null references linking_run (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);

create table linking_run_ended (
    run         uuid primary key references linking_run (id),
    how         text not null check (how in ('FINISHED', 'COVERED', 'STOPPED', 'FAILED')),
    covered_by  uuid references linking_run (id),
    records     bigint,
    candidates  bigint,
    proposals   bigint,
    seconds     double precision,
    model       text,
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check ((how = 'FINISHED') = (model is not null and records is not null and proposals is not null)),
    check ((how = 'COVERED') = (covered_by is not null))
);
create index linking_run_ended_latest on linking_run_ended (recorded_at desc) where how = 'FINISHED';

-- Written in bulk by the engine alone, in the transaction that ends its run, whose act it shares. The
-- records are read in that transaction and no record is ever removed: no key is checked row by row.
create table proposal (
    id          uuid not null unique default gen_random_uuid(),
    run         uuid not null,
    record_l    uuid not null,
    record_r    uuid not null,
    probability double precision not null check (probability between 0 and 1),
    weight      double precision not null,
    primary key (run, record_l, record_r),
    check (record_l < record_r)
);
create index proposal_queue on proposal (run, probability desc, id);
create index proposal_right on proposal (run, record_r);

-- ---- judgements --------------------------------------------------------------------------------

create table judgement (
    id          uuid primary key default gen_random_uuid(),
    record_l    uuid not null references record (id),
    record_r    uuid not null references record (id),
    verdict     text not null check (verdict in ('SAME', 'DIFFERENT', 'UNSURE')),
    account     uuid not null references account (id),
    role        text not null check (role in ('IDENTITY_REVIEWER', 'SECOND_REVIEWER')),
    reason      text not null check (length(reason) <= 2000),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check (record_l < record_r)
);
create index judgement_pair on judgement (record_l, record_r);
create index judgement_account on judgement (account, recorded_at desc);

create table judgement_undone (
    judgement   uuid primary key references judgement (id),
    account     uuid not null references account (id),
    reason      text not null check (length(reason) between 1 and 2000),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);

-- ---- projections -------------------------------------------------------------------------------
-- Worked out from the judgements that stand, kept for speed by the triggers below, rebuilt by
-- identity_rebuild(). Nobody else writes them.

-- Where a pair stands. WAITING says that one hand was given and not what it said.
create table pair_standing (
    record_l     uuid not null,
    record_r     uuid not null,
    state        text not null check (state in ('WAITING', 'SAME', 'DIFFERENT', 'UNSURE', 'DISPUTED')),
    hands        int not null,
    needs_second boolean not null,
    since        timestamptz not null,
    primary key (record_l, record_r)
);
create index pair_standing_right on pair_standing (record_r);
create index pair_standing_state on pair_standing (state);

-- Records joined with others, each with the person whose number leads: the lowest.
create table person_cluster (
    record uuid primary key,
    leader uuid not null references person (id)
);
create index person_cluster_leader on person_cluster (leader);

-- The rule of two hands: two accounts agree, one of them a second reviewer's, and outnumber the rest.
create function standing_of(l uuid, r uuid,
                            out state text, out hands int, out needs_second boolean, out since timestamptz)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    with standing as (
        select j.verdict, j.role, j.recorded_at from judgement j
        where j.record_l = l and j.record_r = r
          and not exists (select from judgement_undone u where u.judgement = j.id)
    ), said as (
        select verdict, count(*) as times, bool_or(role = 'SECOND_REVIEWER') as by_second from standing group by verdict
    ), agreed as (
        select verdict from said s
        where times >= 2 and by_second and times > all (select o.times from said o where o.verdict <> s.verdict)
    )
    select case when count(*) = 0 then null
                when exists (select from agreed) then (select verdict from agreed)
                when count(distinct verdict) = 1 then 'WAITING'
                else 'DISPUTED' end,
           count(*)::int,
           not coalesce(bool_or(role = 'SECOND_REVIEWER'), false),
           max(recorded_at)
    from standing
    $$;

-- Works the groups of these records out anew. It expects whole groups.
create function cluster_refresh(members uuid[]) returns void
    language sql volatile security definer set search_path = nostos, pg_temp
    as $$
    delete from person_cluster where record = any (members);
    insert into person_cluster (record, leader)
        with recursive edge (a, b) as (
            select record_l, record_r from pair_standing where state = 'SAME' and record_l = any (members)
            union
            select record_r, record_l from pair_standing where state = 'SAME' and record_r = any (members)
        ), reach (record, other) as (
            select a, a from edge
            union
            select r.record, e.b from reach r join edge e on e.a = r.other
        )
        select distinct on (r.record) r.record, p.id
        from reach r join person p on p.record = r.other
        order by r.record, p.ordinal
    $$;

create function pair_refresh(l uuid, r uuid) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    was     text;
    now_is  record;
    members uuid[];
begin
    select state into was from pair_standing where record_l = l and record_r = r;
    select * into now_is from standing_of(l, r);
    if now_is.state is null then
        delete from pair_standing where record_l = l and record_r = r;
    else
        insert into pair_standing as p values (l, r, now_is.state, now_is.hands, now_is.needs_second, now_is.since)
            on conflict (record_l, record_r) do update
            set state = excluded.state, hands = excluded.hands, needs_second = excluded.needs_second,
                since = excluded.since;
    end if;
    if was is not distinct from now_is.state
       or 'SAME' not in (coalesce(was, ''), coalesce(now_is.state, '')) then
        return;
    end if;
    select array_agg(record) into members from (
        select l as record union select r
        union select c.record from person_cluster c
              where c.leader in (select leader from person_cluster where record in (l, r))) as touched;
    perform cluster_refresh(members);
end $$;

-- A pair confirmed different never stands in one group.
create function refuse_conflict(l uuid, r uuid) returns void
    language plpgsql stable security definer set search_path = nostos, pg_temp
    as $$
begin
    if exists (select from pair_standing d
               join person_cluster a on a.record = d.record_l
               join person_cluster b on b.record = d.record_r and b.leader = a.leader
               where d.state = 'DIFFERENT'
                 and a.leader in (select leader from person_cluster where record in (l, r))) then
        raise exception 'this would join records that were confirmed to be different people' using errcode = '23514';
    end if;
end $$;

-- One judgement after another: groups are worked out from those committed before.
create function judgement_turn() returns void
    language sql volatile
    as $$ select pg_advisory_xact_lock(7305801482116) $$;

create function judgement_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    found record;
begin
    perform judgement_turn();
    if exists (select from judgement j where j.record_l = new.record_l and j.record_r = new.record_r
                 and j.account = new.account
                 and not exists (select from judgement_undone u where u.judgement = j.id)) then
        raise exception 'nobody gives both hands' using errcode = '23514';
    end if;
    select * into found from standing_of(new.record_l, new.record_r);
    if found.state in ('SAME', 'DIFFERENT', 'UNSURE') then
        raise exception 'this pair is settled' using errcode = '23514';
    end if;
    if found.hands > 0 and found.needs_second and new.role <> 'SECOND_REVIEWER' then
        raise exception 'one of the hands must be a second reviewer''s' using errcode = '23514';
    end if;
    return new;
end $$;

create function judgement_added() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    perform pair_refresh(new.record_l, new.record_r);
    perform refuse_conflict(new.record_l, new.record_r);
    return null;
end $$;

create function judgement_taken_back() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    pair record;
begin
    perform judgement_turn();
    select record_l, record_r into pair from judgement where id = new.judgement;
    perform pair_refresh(pair.record_l, pair.record_r);
    perform refuse_conflict(pair.record_l, pair.record_r);
    return null;
end $$;

create function identity_rebuild() returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    if not caller_is_engine() then
        raise exception 'only the engine rebuilds' using errcode = '42501';
    end if;
    perform judgement_turn();
    delete from pair_standing;
    insert into pair_standing
        select p.record_l, p.record_r, s.state, s.hands, s.needs_second, s.since
        from (select distinct record_l, record_r from judgement) p, standing_of(p.record_l, p.record_r) s
        where s.state is not null;
    delete from person_cluster;
    perform cluster_refresh(coalesce((select array_agg(distinct record) from (
        select record_l as record from pair_standing where state = 'SAME'
        union all select record_r from pair_standing where state = 'SAME') as joined), '{}'));
end $$;

-- The second does not see the first before giving theirs. A judgement given in this very transaction
-- opens nothing: it could still be taken back by not committing.
create function pair_is_open_to_caller(l uuid, r uuid) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select exists (select from pair_standing p where p.record_l = l and p.record_r = r
                     and p.state in ('SAME', 'DIFFERENT', 'UNSURE') and p.since < transaction_timestamp())
        or exists (select from judgement j where j.record_l = l and j.record_r = r
                     and j.account = caller_account() and j.recorded_at < transaction_timestamp()
                     and not exists (select from judgement_undone u where u.judgement = j.id))
    $$;

-- One's own judgement; or, for a second reviewer, that of an account that is closed.
create function caller_may_undo(p_judgement uuid) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select exists (select from judgement j where j.id = p_judgement
                     and (j.account = caller_account()
                          or (caller_role() = 'SECOND_REVIEWER'
                              and exists (select from account_closed c where c.account = j.account))))
    $$;

grant execute on function judgement_turn(), identity_rebuild(), pair_is_open_to_caller(uuid, uuid),
    caller_may_undo(uuid) to nostos_app;

create trigger guard before insert on judgement for each row execute function judgement_guard();
create trigger added after insert on judgement for each row execute function judgement_added();
create trigger taken_back after insert on judgement_undone for each row execute function judgement_taken_back();

-- ---- walls -----------------------------------------------------------------------------------

alter table linking_run enable row level security;
alter table linking_run_started enable row level security;
alter table linking_run_ended enable row level security;
alter table proposal enable row level security;
alter table judgement enable row level security;
alter table judgement_undone enable row level security;
alter table pair_standing enable row level security;
alter table person_cluster enable row level security;

-- A run's model holds the names it was trained on, and its counts tell of every list: runs are the
-- committee's. Who accepts a list may ask for one.
create policy linking_run_read on linking_run for select to nostos_app
    using ((select caller_coordinates()) or (select caller_is_engine()));
create policy linking_run_ask on linking_run for insert to nostos_app
    with check ((select caller_role()) in ('INTAKE_OFFICER', 'IDENTITY_REVIEWER', 'SECOND_REVIEWER', 'ENGINE'));
create policy linking_run_started_read on linking_run_started for select to nostos_app
    using ((select caller_coordinates()) or (select caller_is_engine()));
create policy linking_run_started_add on linking_run_started for insert to nostos_app
    with check ((select caller_is_engine()));
create policy linking_run_ended_read on linking_run_ended for select to nostos_app
    using ((select caller_coordinates()) or (select caller_is_engine()));
create policy linking_run_ended_add on linking_run_ended for insert to nostos_app
    with check ((select caller_is_engine()));

create policy proposal_read on proposal for select to nostos_app
    using (((select caller_reviews()) or (select caller_is_engine()))
           and run in (select e.run from linking_run_ended e where e.how = 'FINISHED'));
create policy proposal_write on proposal for insert to nostos_app
    with check ((select caller_is_engine()));

create policy judgement_read on judgement for select to nostos_app
    using ((select caller_is_engine())
           or ((select caller_reviews())
               and (account = (select caller_account()) or pair_is_open_to_caller(record_l, record_r))));
create policy judgement_give on judgement for insert to nostos_app
    with check ((select caller_reviews()) and account = (select caller_account())
                and role = (select caller_role()));

create policy judgement_undone_read on judgement_undone for select to nostos_app
    using (judgement in (select id from judgement));
create policy judgement_undo on judgement_undone for insert to nostos_app
    with check ((select caller_reviews()) and account = (select caller_account())
                and caller_may_undo(judgement));

create policy pair_standing_read on pair_standing for select to nostos_app
    using ((select caller_reviews()) or (select caller_is_engine()));
create policy person_cluster_read on person_cluster for select to nostos_app
    using ((select caller_reviews()) or (select caller_is_engine()));

create trigger act_now after insert on linking_run referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on linking_run_started referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on linking_run_ended referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on judgement referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on judgement_undone referencing new table as added
    for each statement execute function require_act();

grant select, insert on linking_run, linking_run_started, linking_run_ended, proposal, judgement, judgement_undone
    to nostos_app;
grant select on pair_standing, person_cluster to nostos_app;
