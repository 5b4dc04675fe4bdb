-- People taken apart again, proposals that do not pile up, and models that are shown before they are used.

-- ---- proposals: one row a pair ------------------------------------------------------------------
-- The live proposals are those of the latest finished run. A run gives a pair that stood before a new
-- weight and leaves it its id, so that a page that is open stays open; it carries the pairs that somebody
-- has judged over as they were, and removes the rest. What a judgement refers to is kept.

-- Which pairs were 0.95 and more from one finished run to another: what the third count of a day in the
-- past is worked out from. Written by the engine's functions alone. `probability` is that of the first run.
create table proposal_likely (
    record_l    uuid not null,
    record_r    uuid not null,
    probability double precision not null,
    from_run    uuid not null references linking_run (id),
    until_run   uuid references linking_run (id),
    primary key (record_l, record_r, from_run)
);
create index proposal_likely_open on proposal_likely (record_l, record_r) where until_run is null;
alter table proposal_likely enable row level security;
create policy proposal_likely_read on proposal_likely for select to nostos_app
    using ((select caller_is_engine()) or (select caller_reviews()));
grant select on proposal_likely to nostos_app;

insert into proposal_likely (record_l, record_r, probability, from_run, until_run)
    select p.record_l, p.record_r, p.probability, p.run,
           (select n.run from linking_run_ended n where n.how = 'FINISHED' and n.recorded_at > e.recorded_at
            order by n.recorded_at limit 1)
    from proposal p join linking_run_ended e on e.run = p.run and e.how = 'FINISHED'
    where p.probability >= 0.95;

-- Judged, frozen in a batch, or drawn for a blind review.
create function proposal_referred_to(l uuid, r uuid) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select exists (select from judgement j where j.record_l = l and j.record_r = r)
        or exists (select from batch_pair b where b.record_l = l and b.record_r = r)
        or exists (select from blind_pair b where b.record_l = l and b.record_r = r)
    $$;

delete from proposal p
    where p.run is distinct from (select run from linking_run_ended where how = 'FINISHED'
                                  order by recorded_at desc limit 1)
      and not proposal_referred_to(p.record_l, p.record_r);
delete from proposal p using (
    select q.id, row_number() over (partition by q.record_l, q.record_r order by e.recorded_at desc nulls last) as n
    from proposal q left join linking_run_ended e on e.run = q.run) as ranked
    where ranked.id = p.id and ranked.n > 1;
alter table proposal drop constraint proposal_pkey;
alter table proposal add primary key (record_l, record_r);
drop index proposal_right;
create index proposal_right on proposal (record_r);

revoke insert on proposal from nostos_app;

create function proposals_add(p_run uuid, p_l uuid[], p_r uuid[], p_probability float8[], p_weight float8[]) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    if not caller_is_engine() then
        raise exception 'only the engine proposes' using errcode = '42501';
    end if;
    insert into proposal as p (run, record_l, record_r, probability, weight)
        select p_run, l, r, q, w from unnest(p_l, p_r, p_probability, p_weight) as t (l, r, q, w)
        on conflict (record_l, record_r) do update
        set run = excluded.run, probability = excluded.probability, weight = excluded.weight;
end $$;

-- Makes the run's proposals the live ones; gives back how many there are.
create function proposals_take_over(p_run uuid) returns bigint
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    live bigint;
begin
    if not caller_is_engine() then
        raise exception 'only the engine proposes' using errcode = '42501';
    end if;
    -- What hangs on a proposal that is carried goes with it.
    update proposal_flag f set run = p_run
        from proposal p
        where p.record_l = f.record_l and p.record_r = f.record_r and p.run = f.run and f.run <> p_run
          and exists (select from pair_standing s where s.record_l = p.record_l and s.record_r = p.record_r);
    delete from proposal_flag where run <> p_run;
    update proposal p set run = p_run
        where p.run <> p_run
          and exists (select from pair_standing s where s.record_l = p.record_l and s.record_r = p.record_r);
    delete from proposal p where p.run <> p_run and not proposal_referred_to(p.record_l, p.record_r);
    update proposal_likely k set until_run = p_run
        where k.until_run is null
          and not exists (select from proposal p where p.record_l = k.record_l and p.record_r = k.record_r
                            and p.run = p_run and p.probability >= 0.95);
    insert into proposal_likely (record_l, record_r, probability, from_run)
        select p.record_l, p.record_r, p.probability, p_run from proposal p
        where p.run = p_run and p.probability >= 0.95
          and not exists (select from proposal_likely k where k.record_l = p.record_l and k.record_r = p.record_r
                            and k.until_run is null);
    select count(*) into live from proposal where run = p_run;
    return live;
end $$;

grant execute on function proposals_add(uuid, uuid[], uuid[], float8[], float8[]), proposals_take_over(uuid) to nostos_app;

-- ---- models -----------------------------------------------------------------------------------
-- A model is shown as what it would change (a trial) before it is used. One person puts it forward, by
-- asking for the trial; another adopts it. The engine adopts by itself only the starting model.

create table linkage_model (
    id          uuid primary key,
    parameters  text not null check (length(parameters) between 2 and 1000000),
    sha256      bytea not null check (octet_length(sha256) = 32),
    origin      text not null check (origin in ('STARTING', 'RETRAINED', 'UPLOADED')),
    records     bigint not null check (records >= 0), -- it was trained on, 0 for one that was uploaded
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);

-- What is put forward. Without a model the engine trains one on the records as they then stand.
create table model_trial (
    id          uuid primary key,
    origin      text not null check (origin in ('RETRAINED', 'UPLOADED', 'EARLIER')),
    model       uuid references linkage_model (id),
    account     uuid not null references account (id),
    reason      text not null check (length(reason) between 1 and 2000),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check ((origin = 'RETRAINED') = (model is null))
);

-- `result` holds counts alone.
create table model_trial_ended (
    trial       uuid primary key references model_trial (id),
    how         text not null check (how in ('FINISHED', 'FAILED')),
    model       uuid references linkage_model (id),
    against     uuid references linkage_model (id),
    result      jsonb,
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check ((how = 'FINISHED') = (model is not null and against is not null and result is not null))
);

-- What was put forward and is not wanted, whether it was tried to its end or not.
create table model_trial_set_aside (
    trial       uuid primary key references model_trial (id),
    account     uuid not null references account (id),
    reason      text not null check (length(reason) between 1 and 2000),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);

-- Some pairs of each kind of change, to look at. Null where the pair is or would be under 0.5.
create table model_trial_pair (
    trial       uuid not null references model_trial (id),
    kind        text not null check (kind in ('APPEARS', 'VANISHES', 'RISES', 'FALLS', 'JUDGED')),
    place       int not null check (place >= 0),
    record_l    uuid not null,
    record_r    uuid not null,
    was         double precision,
    would       double precision,
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    primary key (trial, kind, place),
    check (record_l < record_r)
);

-- The latest row is in use.
create table model_adopted (
    id          uuid primary key default gen_random_uuid(),
    model       uuid not null references linkage_model (id),
    trial       uuid unique references model_trial (id),
    account     uuid not null references account (id),
    reason      text not null check (length(reason) <= 2000),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);
create index model_adopted_latest on model_adopted (recorded_at desc);

create function caller_keeps_model() returns boolean
    language sql stable parallel restricted
    return coalesce((claims())[3] = 'COORDINATING_COMMITTEE'
                    and (claims())[4] in ('ADMINISTRATOR', 'SECOND_REVIEWER'), false);

create function caller_sees_model() returns boolean
    language sql stable parallel restricted
    return coalesce((claims())[3] = 'COORDINATING_COMMITTEE'
                    and (claims())[4] in ('ADMINISTRATOR', 'IDENTITY_REVIEWER', 'SECOND_REVIEWER', 'ENGINE'), false);

-- Whether the caller may put this trial's model to use: somebody else put it forward, it ended well, and it
-- was compared with the model that is still in use.
create function caller_may_adopt(p_trial uuid, p_model uuid) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select caller_keeps_model() and exists (
        select from model_trial t join model_trial_ended e on e.trial = t.id
        where t.id = p_trial and t.account <> caller_account() and e.how = 'FINISHED' and e.model = p_model
          and not exists (select from model_trial_set_aside o where o.trial = t.id)
          and e.against = (select a.model from model_adopted a order by a.recorded_at desc limit 1))
    $$;

grant execute on function caller_keeps_model(), caller_sees_model(), caller_may_adopt(uuid, uuid) to nostos_app;

alter table linkage_model enable row level security;
alter table model_trial enable row level security;
alter table model_trial_ended enable row level security;
alter table model_trial_set_aside enable row level security;
alter table model_trial_pair enable row level security;
alter table model_adopted enable row level security;

create policy linkage_model_read on linkage_model for select to nostos_app using ((select caller_sees_model()));
create policy linkage_model_add on linkage_model for insert to nostos_app
    with check (((select caller_is_engine()) and origin in ('STARTING', 'RETRAINED'))
                or ((select caller_keeps_model()) and origin = 'UPLOADED'));
create policy model_trial_read on model_trial for select to nostos_app using ((select caller_sees_model()));
create policy model_trial_ask on model_trial for insert to nostos_app
    with check ((select caller_keeps_model()) and account = (select caller_account()));
create policy model_trial_ended_read on model_trial_ended for select to nostos_app using ((select caller_sees_model()));
create policy model_trial_end on model_trial_ended for insert to nostos_app
    with check ((select caller_is_engine()));
create policy model_trial_set_aside_read on model_trial_set_aside for select to nostos_app
    using ((select caller_sees_model()));
create policy model_trial_set_aside_do on model_trial_set_aside for insert to nostos_app
    with check ((select caller_keeps_model()) and account = (select caller_account())
                and not exists (select from model_adopted a where a.trial = model_trial_set_aside.trial));
create policy model_trial_pair_read on model_trial_pair for select to nostos_app
    using ((select caller_reviews()) or (select caller_is_engine()));
create policy model_trial_pair_add on model_trial_pair for insert to nostos_app with check ((select caller_is_engine()));
create policy model_adopted_read on model_adopted for select to nostos_app using ((select caller_sees_model()));
create policy model_adopt on model_adopted for insert to nostos_app
    with check (account = (select caller_account())
                and (((select caller_is_engine()) and trial is null)
                     or (trial is not null and caller_may_adopt(trial, model))));

-- Whoever adopts a model asks for the run that uses it.
drop policy linking_run_ask on linking_run;
create policy linking_run_ask on linking_run for insert to nostos_app
    with check ((select caller_role()) in ('INTAKE_OFFICER', 'IDENTITY_REVIEWER', 'SECOND_REVIEWER', 'ENGINE')
                or (select caller_keeps_model()));

-- ---- splits -----------------------------------------------------------------------------------
-- A person joined wrongly is taken apart by two people: one says which record goes into which group and to
-- which group each act belongs, another carries it out. Numbers stay with their records.

create table split (
    id          uuid primary key,
    leader      uuid not null references person (id),
    account     uuid not null references account (id),
    role        text not null check (role in ('IDENTITY_REVIEWER', 'SECOND_REVIEWER')),
    reason      text not null check (length(reason) between 1 and 2000),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);
create index split_leader on split (leader);

create table split_member (
    split       uuid not null references split (id),
    record      uuid not null references record (id),
    person      uuid not null references person (id),
    place       int not null check (place between 1 and 500),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    primary key (split, record)
);
create index split_member_person on split_member (person);

-- To whom an act belongs that was done on the joined person: `place` is a group, 0 is every group; `person`
-- leads the group and is null for every group. `what` is the id of the act's fact in its room.
create table split_placement (
    split       uuid not null references split (id),
    room        text not null check (room ~ '^[a-z-]{1,40}$'),
    what        uuid not null,
    place       int not null check (place between 0 and 500),
    person      uuid references person (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    primary key (split, room, what),
    check ((place = 0) = (person is null))
);
create index split_placement_what on split_placement (what);

create table split_step (
    id          uuid primary key default gen_random_uuid(),
    split       uuid not null references split (id),
    kind        text not null check (kind in ('WITHDRAWN', 'CARRIED_OUT', 'UNDO_ASKED', 'UNDO_WITHDRAWN', 'UNDONE')),
    account     uuid not null references account (id),
    role        text not null check (role in ('IDENTITY_REVIEWER', 'SECOND_REVIEWER')),
    reason      text not null check (length(reason) between 1 and 2000),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);
create index split_step_split on split_step (split, recorded_at);
create unique index split_step_once on split_step (split, kind) where kind in ('WITHDRAWN', 'CARRIED_OUT', 'UNDONE');

-- The judgements that a split took back and gave, and those that its undoing gave again.
create table split_judgement (
    split       uuid not null references split (id),
    judgement   uuid not null references judgement (id),
    how         text not null check (how in ('TAKEN_BACK', 'GIVEN', 'RESTORED')),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    primary key (split, judgement, how)
);

-- Who was told of the wrong person has now been told of the correction.
create table split_told (
    id          uuid primary key default gen_random_uuid(),
    split       uuid not null references split (id),
    told        uuid not null references account (id),
    how         text not null check (length(how) between 1 and 500),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);
create index split_told_split on split_told (split);

-- A split gives and takes back many judgements in one act. They are written first and worked out then, all
-- at once: in a transaction that stands here the triggers of single judgements keep still.
create table split_at_work (
    tx bigint primary key
);

create function split_is_at_work() returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select exists (select from split_at_work where tx = txid_current()) $$;

drop trigger guard on judgement;
drop trigger guard_third on judgement;
drop trigger added on judgement;
drop trigger taken_back on judgement_undone;
create trigger guard before insert on judgement
    for each row when (not nostos.split_is_at_work()) execute function judgement_guard();
create trigger guard_third before insert on judgement
    for each row when (not nostos.split_is_at_work()) execute function judgement_third_guard();
create trigger added after insert on judgement
    for each row when (not nostos.split_is_at_work()) execute function judgement_added();
create trigger taken_back after insert on judgement_undone
    for each row when (not nostos.split_is_at_work()) execute function judgement_taken_back();

-- Works out anew where the pairs among these records stand and who is joined with whom.
create function split_settle(p_members uuid[]) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    touched uuid[];
    one     uuid;
begin
    select array_agg(record) into touched from (
        select unnest(p_members) as record
        union select c.record from person_cluster c
              where c.leader in (select leader from person_cluster where record = any (p_members))
        union select s.record_l from pair_standing s where s.state = 'SAME' and s.record_r = any (p_members)
        union select s.record_r from pair_standing s where s.state = 'SAME' and s.record_l = any (p_members)) as near;
    delete from pair_standing where record_l = any (p_members) and record_r = any (p_members);
    insert into pair_standing
        select p.record_l, p.record_r, s.state, s.hands, s.needs_second, s.since
        from (select distinct record_l, record_r from judgement
              where record_l = any (p_members) and record_r = any (p_members)) p,
             standing_of(p.record_l, p.record_r) s
        where s.state is not null;
    select array_agg(record) into touched from (
        select unnest(touched) as record
        union select c.record from person_cluster c
              where c.leader in (select leader from person_cluster where record = any (touched))) as whole;
    perform cluster_refresh(touched);
    for one in select min(c.record::text)::uuid from person_cluster c where c.record = any (touched) group by c.leader loop
        perform refuse_conflict(one, one);
    end loop;
end $$;

create function split_state(p_split uuid) returns text
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select coalesce((select case k.kind when 'UNDO_WITHDRAWN' then 'CARRIED_OUT' else k.kind end
                     from split_step k where k.split = p_split order by k.recorded_at desc limit 1), 'DRAFTED')
    $$;

-- Takes back what stands on these pairs.
create function split_take_back(p_split uuid, l uuid[], r uuid[], p_reason text, p_act uuid) returns void
    language sql volatile security definer set search_path = nostos, pg_temp
    as $$
    with standing as (
        select j.id from unnest(l, r) as p (l, r) join judgement j on j.record_l = p.l and j.record_r = p.r
        where not exists (select from judgement_undone u where u.judgement = j.id)
    ), back as (
        insert into judgement_undone (judgement, account, reason, act)
            select id, caller_account(), p_reason, p_act from standing
    )
    insert into split_judgement (split, judgement, how, act) select p_split, id, 'TAKEN_BACK', p_act from standing
    $$;

-- Both hands of a split on these pairs: the drafter's and the caller's.
create function split_give(p_split uuid, l uuid[], r uuid[], p_verdict text, p_reason text, p_act uuid) returns void
    language sql volatile security definer set search_path = nostos, pg_temp
    as $$
    with hands as (
        select gen_random_uuid() as id, p.l, p.r, h.account, h.role, h.reason
        from unnest(l, r) as p (l, r),
             (select s.account, s.role, s.reason from split s where s.id = p_split
              union all select caller_account(), caller_role(), p_reason) as h
    ), given as (
        insert into judgement (id, record_l, record_r, verdict, account, role, reason, act)
            select id, l, r, p_verdict, account, role, reason, p_act from hands
    )
    insert into split_judgement (split, judgement, how, act) select p_split, id, 'GIVEN', p_act from hands
    $$;

-- Whether the caller may be the second hand beside this account in this role.
create function split_needs(p_account uuid, p_role text) returns void
    language plpgsql stable security definer set search_path = nostos, pg_temp
    as $$
begin
    if not caller_reviews() then
        raise exception 'reviewers alone take people apart' using errcode = '42501';
    end if;
    if p_account = caller_account() then
        raise exception 'nobody gives both hands' using errcode = '23514';
    end if;
    if 'SECOND_REVIEWER' not in (p_role, caller_role()) then
        raise exception 'one of the hands must be a second reviewer''s' using errcode = '23514';
    end if;
end $$;

create function split_carry_out(p_split uuid, p_reason text, p_act uuid) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    s       split;
    members uuid[];
    l       uuid[];
    r       uuid[];
begin
    perform judgement_turn();
    select * into s from split where id = p_split;
    perform split_needs(s.account, s.role);
    if split_state(p_split) <> 'DRAFTED' then
        raise exception 'this split is not open' using errcode = '23514';
    end if;
    select array_agg(record) into members from split_member where split = p_split;
    if exists (select from split_member m where m.split = p_split
                 and not exists (select from person_cluster c where c.record = m.record and c.leader = s.leader))
       or exists (select from person_cluster c where c.leader = s.leader and c.record <> all (members)) then
        raise exception 'the person has changed since the split was drafted' using errcode = '23514';
    end if;
    insert into split_at_work values (txid_current());
    select array_agg(least(a.record, b.record)), array_agg(greatest(a.record, b.record)) into l, r
        from split_member a join split_member b on b.split = a.split and b.place > a.place where a.split = p_split;
    perform split_take_back(p_split, l, r, p_reason, p_act);
    perform split_settle(members);
    perform split_give(p_split, l, r, 'DIFFERENT', p_reason, p_act);
    -- What was joined only by way of another group stays one person.
    select array_agg(least(first, record)), array_agg(greatest(first, record)) into l, r from (
        select distinct on (part) record, first from (
            select m.record, coalesce(c.leader, m.record) as part, p.ordinal,
                   first_value(m.record) over (partition by m.place order by p.ordinal) as first
            from split_member m join person p on p.id = m.person
            left join person_cluster c on c.record = m.record
            where m.split = p_split) as parts
        order by part, ordinal) as leads
        where record <> first;
    perform split_take_back(p_split, l, r, p_reason, p_act);
    perform split_give(p_split, l, r, 'SAME', p_reason, p_act);
    perform split_settle(members);
    delete from split_at_work where tx = txid_current();
    insert into split_step (split, kind, account, role, reason, act)
        values (p_split, 'CARRIED_OUT', caller_account(), caller_role(), p_reason, p_act);
end $$;

create function split_undo(p_split uuid, p_reason text, p_act uuid) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    asked record;
begin
    perform judgement_turn();
    select k.account, k.role into asked from split_step k
        where k.split = p_split and k.kind = 'UNDO_ASKED' order by k.recorded_at desc limit 1;
    perform split_needs(asked.account, asked.role);
    if split_state(p_split) <> 'UNDO_ASKED' then
        raise exception 'nobody asks for this split to be undone' using errcode = '23514';
    end if;
    insert into split_at_work values (txid_current());
    insert into judgement_undone (judgement, account, reason, act)
        select g.judgement, caller_account(), p_reason, p_act from split_judgement g
        where g.split = p_split and g.how = 'GIVEN'
          and not exists (select from judgement_undone u where u.judgement = g.judgement);
    -- As they stood, unless who gave one has judged the pair anew since.
    with again as (
        select gen_random_uuid() as id, j.record_l, j.record_r, j.verdict, j.account, j.role, j.reason
        from split_judgement g join judgement j on j.id = g.judgement
        where g.split = p_split and g.how = 'TAKEN_BACK'
          and not exists (select from judgement n where n.record_l = j.record_l and n.record_r = j.record_r
                            and n.account = j.account
                            and not exists (select from judgement_undone u where u.judgement = n.id))
    ), given as (
        insert into judgement (id, record_l, record_r, verdict, account, role, reason, act)
            select id, record_l, record_r, verdict, account, role, reason, p_act from again
    )
    insert into split_judgement (split, judgement, how, act) select p_split, id, 'RESTORED', p_act from again;
    perform split_settle((select array_agg(record) from split_member where split = p_split));
    delete from split_at_work where tx = txid_current();
    insert into split_step (split, kind, account, role, reason, act)
        values (p_split, 'UNDONE', caller_account(), caller_role(), p_reason, p_act);
end $$;

-- The person to whom an act belongs since the latest split in force that placed it.
create function placed_person(p_room text, p_what uuid) returns uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select p.person from split_placement p
    join split_step k on k.split = p.split and k.kind = 'CARRIED_OUT'
    where caller_coordinates() and p.what = p_what and p.room = p_room
      and split_state(p.split) in ('CARRIED_OUT', 'UNDO_ASKED')
    order by k.recorded_at desc limit 1
    $$;

grant execute on function split_is_at_work(), split_state(uuid), split_carry_out(uuid, text, uuid),
    split_undo(uuid, text, uuid), placed_person(text, uuid) to nostos_app;

alter table split enable row level security;
alter table split_member enable row level security;
alter table split_placement enable row level security;
alter table split_step enable row level security;
alter table split_judgement enable row level security;
alter table split_told enable row level security;
alter table split_at_work enable row level security;

create policy split_read on split for select to nostos_app using ((select caller_reviews()));
create policy split_draft on split for insert to nostos_app
    with check ((select caller_reviews()) and account = (select caller_account()) and role = (select caller_role()));
create policy split_member_read on split_member for select to nostos_app using ((select caller_reviews()));
create policy split_member_draft on split_member for insert to nostos_app
    with check (exists (select from split s where s.id = split and s.account = (select caller_account())
                          and s.act = split_member.act));
create policy split_placement_read on split_placement for select to nostos_app using ((select caller_reviews()));
create policy split_placement_draft on split_placement for insert to nostos_app
    with check (exists (select from split s where s.id = split and s.account = (select caller_account())
                          and s.act = split_placement.act));
create policy split_step_read on split_step for select to nostos_app using ((select caller_reviews()));
create policy split_step_take on split_step for insert to nostos_app
    with check ((select caller_reviews()) and account = (select caller_account()) and role = (select caller_role())
                and ((kind = 'WITHDRAWN' and split_state(split) = 'DRAFTED')
                     or (kind = 'UNDO_ASKED' and split_state(split) = 'CARRIED_OUT')
                     or (kind = 'UNDO_WITHDRAWN' and split_state(split) = 'UNDO_ASKED')));
create policy split_judgement_read on split_judgement for select to nostos_app using ((select caller_reviews()));
create policy split_told_read on split_told for select to nostos_app using ((select caller_reviews()));
create policy split_told_tick on split_told for insert to nostos_app
    with check ((select caller_reviews()) and account = (select caller_account()));

do $$
declare
    t text;
begin
    foreach t in array array['linkage_model', 'model_trial', 'model_trial_ended', 'model_trial_set_aside',
                             'model_trial_pair', 'model_adopted',
                             'split', 'split_member', 'split_placement', 'split_step', 'split_judgement', 'split_told'] loop
        execute format('create trigger act_now after insert on %I referencing new table as added
                        for each statement execute function require_act()', t);
    end loop;
end $$;

grant select, insert on linkage_model, model_trial, model_trial_ended, model_trial_set_aside, model_trial_pair,
    model_adopted, split, split_member, split_placement, split_step, split_told to nostos_app;
grant select on split_judgement to nostos_app;
