-- Judging many pairs at a time: groups, batches, the third hand, flags, and the blind double review.

create function identity_random(seed bigint, l uuid, r uuid) returns bytea
    language sql immutable parallel safe
    return sha256(convert_to(seed || '/' || l || '/' || r, 'UTF8'));

-- Digits and letters alone, whatever script the digits are written in.
create function plain_number(written text) returns text
    language sql immutable parallel safe
    return nullif(lower(regexp_replace(translate(written, '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', '01234567890123456789'),
                                       '[^[:alnum:]]', '', 'g')), '');

-- Whether two records give one document number.
create function same_document(one jsonb, other jsonb) returns boolean
    language sql immutable parallel safe
    return exists (select from jsonb_array_elements_text(one -> 'document_number') a (text)
                   join jsonb_array_elements_text(other -> 'document_number') b (text)
                       on plain_number(a.text) = plain_number(b.text));

grant execute on function identity_random(bigint, uuid, uuid), plain_number(text), same_document(jsonb, jsonb)
    to nostos_app;

-- ---- flags -----------------------------------------------------------------------------------
-- Written by the engine with the proposals of its run, whose act they share.

create table proposal_flag (
    run      uuid not null,
    record_l uuid not null,
    record_r uuid not null,
    flag     text not null check (flag in ('TWINS', 'NAMESAKES', 'FAMILY_ONLY', 'SAME_LIST')),
    why      text not null check (why ~ '^[A-Z_]{3,40}$'),
    number   int not null default 0,
    primary key (run, record_l, record_r, flag)
);
create index proposal_flag_right on proposal_flag (run, record_r);

-- Two rows of one list: the list itself took them for two.
create function flag_rows_of_one_list(p_run uuid) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    if not caller_is_engine() then
        raise exception 'only the engine flags proposals' using errcode = '42501';
    end if;
    insert into proposal_flag (run, record_l, record_r, flag, why)
        select p.run, p.record_l, p.record_r, 'SAME_LIST', 'SAME_LIST'
        from proposal p join record a on a.id = p.record_l join record b on b.id = p.record_r
        where p.run = p_run and a.version = b.version
        on conflict do nothing;
    analyze proposal_flag;
end $$;
grant execute on function flag_rows_of_one_list(uuid) to nostos_app;

-- ---- a group of records, judged as one ----------------------------------------------------------
-- One hand on every pair among `records`, in one act. Of `left_out` it says nothing.

create table group_judgement (
    id          uuid primary key,
    run         uuid not null references linking_run (id),
    records     uuid[] not null check (cardinality(records) between 2 and 20),
    left_out    uuid[] not null,
    reason      text not null check (length(reason) between 1 and 2000),
    account     uuid not null references account (id),
    role        text not null check (role in ('IDENTITY_REVIEWER', 'SECOND_REVIEWER')),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null unique references journal_entry (id)
);
create index group_judgement_account on group_judgement (account, recorded_at desc);
create index judgement_act on judgement (act);

-- Pairs among these records on which somebody else gave one hand by itself. What it says is not told:
-- such a pair takes its second hand by itself too, so that no group overrules a hand that it cannot see.
create function hands_by_themselves(members uuid[]) returns table (record_l uuid, record_r uuid)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select p.record_l, p.record_r from pair_standing p
    where caller_reviews() and p.state = 'WAITING'
      and p.record_l = any (members) and p.record_r = any (members)
      and exists (select from judgement j
                  where j.record_l = p.record_l and j.record_r = p.record_r and j.account <> caller_account()
                    and not exists (select from judgement_undone u where u.judgement = j.id)
                    and not exists (select from group_judgement g where g.act = j.act))
    $$;
grant execute on function hands_by_themselves(uuid[]) to nostos_app;

-- ---- batches -----------------------------------------------------------------------------------
-- A batch is a filter's open proposals, frozen. Two people each judge a random sample of their own; if
-- every pair of both is one person, the whole is confirmed, as one act.

create table batch (
    id          uuid primary key,
    run         uuid not null references linking_run (id),
    probability double precision not null check (probability between 0.95 and 1),
    list_one    uuid references list (id),
    list_other  uuid references list (id),
    pattern     text not null check (pattern in ('ANY', 'DOCUMENT', 'BIRTH_DAY', 'DOCUMENT_AND_BIRTH_YEAR')),
    pairs       int not null check (pairs between 2 and 2000),
    account     uuid not null references account (id),
    role        text not null check (role in ('IDENTITY_REVIEWER', 'SECOND_REVIEWER')),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);

create table batch_pair (
    batch       uuid not null references batch (id),
    record_l    uuid not null,
    record_r    uuid not null,
    proposal    uuid not null,
    act         uuid not null references journal_entry (id),
    primary key (batch, record_l, record_r)
);
create index batch_pair_pair on batch_pair (record_l, record_r);

create table batch_sample (
    batch       uuid not null references batch (id),
    hand        int not null check (hand in (1, 2)),
    seed        bigint not null,
    size        int not null check (size > 0),
    account     uuid not null references account (id),
    role        text not null check (role in ('IDENTITY_REVIEWER', 'SECOND_REVIEWER')),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    primary key (batch, hand),
    unique (batch, account)
);

create table batch_sample_pair (
    batch       uuid not null,
    hand        int not null,
    position    int not null check (position > 0),
    record_l    uuid not null,
    record_r    uuid not null,
    act         uuid not null references journal_entry (id),
    primary key (batch, hand, position),
    unique (batch, record_l, record_r),
    foreign key (batch, hand) references batch_sample (batch, hand),
    foreign key (batch, record_l, record_r) references batch_pair (batch, record_l, record_r)
);

-- What became of it: put forward by the first hand, confirmed by the second; or withdrawn; or, once
-- confirmed, taken back. That a sampled pair was not one person, which stops it, needs no event: it
-- follows from the judgement, even when that is taken back later.
create table batch_event (
    batch       uuid not null references batch (id),
    kind        text not null check (kind in ('PUT_FORWARD', 'CONFIRMED', 'WITHDRAWN', 'TAKEN_BACK')),
    reason      text not null check (length(reason) between 1 and 2000),
    confirmed   int,
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    primary key (batch, kind),
    check ((kind = 'CONFIRMED') = (confirmed is not null))
);

-- Whether no other proposal ties either record to a second row of the other's list: such a pair is judged
-- with its rivals, not in a batch.
create function has_no_rival(p_run uuid, l uuid, r uuid) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select caller_reviews() and not exists (
        select from (select q.record_l as at, q.record_r as rival, r as beside from proposal q
                     where q.run = p_run and q.record_l = l
                     union all select q.record_r, q.record_l, r from proposal q
                     where q.run = p_run and q.record_r = l
                     union all select q.record_l, q.record_r, l from proposal q
                     where q.run = p_run and q.record_l = r
                     union all select q.record_r, q.record_l, l from proposal q
                     where q.run = p_run and q.record_r = r) as near
        join record a on a.id = near.rival join record b on b.id = near.beside
        where near.rival not in (l, r) and a.version = b.version)
    $$;
grant execute on function has_no_rival(uuid, uuid, uuid) to nostos_app;

-- Where the pairs of a sample stand with the hand that looks at them: how many are there, how many are
-- judged to be one person, how many otherwise. A pair that others settled meanwhile counts as settled.
create function batch_sample_state(p_batch uuid, p_hand int, out size int, out same int, out otherwise int)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select count(*)::int, (count(*) filter (where verdict = 'SAME'))::int,
           (count(*) filter (where verdict in ('DIFFERENT', 'UNSURE')))::int
    from (select coalesce((select max(j.verdict) from judgement j
                           where j.record_l = p.record_l and j.record_r = p.record_r and j.account = s.account
                             and j.verdict <> 'SAME'),
                          (select max(j.verdict) from judgement j
                           where j.record_l = p.record_l and j.record_r = p.record_r and j.account = s.account
                             and not exists (select from judgement_undone u where u.judgement = j.id)),
                          (select t.state from pair_standing t
                           where t.record_l = p.record_l and t.record_r = p.record_r)) as verdict
          from batch_sample_pair p join batch_sample s on s.batch = p.batch and s.hand = p.hand
          where p.batch = p_batch and p.hand = p_hand and caller_reviews()) as judged
    $$;

-- Draws the caller's sample: by a rule, never by choice. Thirty pairs, or half of a small batch for the
-- first hand and the other half for the second; none of the second's is one of the first's.
create function batch_draw_sample(p_batch uuid, p_act uuid) returns int
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    drawn   batch;
    earlier batch_sample;
    seed    bigint := ('x' || encode(gen_random_bytes(8), 'hex'))::bit(64)::bigint;
    n       int;
begin
    perform judgement_turn();
    select * into drawn from batch where id = p_batch;
    select * into earlier from batch_sample where batch = p_batch and hand = 1;
    n := case when earlier is null then least(30, drawn.pairs / 2) else least(30, drawn.pairs - earlier.size) end;
    if not caller_reviews()
       or exists (select from batch_event e where e.batch = p_batch and e.kind <> 'PUT_FORWARD')
       or (earlier.account is null) <> (drawn.account = caller_account())
       or earlier.account is not null
          and (not exists (select from batch_event e where e.batch = p_batch and e.kind = 'PUT_FORWARD')
               or 'SECOND_REVIEWER' not in (earlier.role, caller_role())) then
        raise exception 'this sample is not yours to draw' using errcode = '23514';
    end if;
    insert into batch_sample (batch, hand, seed, size, account, role, act)
        values (p_batch, case when earlier.account is null then 1 else 2 end, seed, n,
                caller_account(), caller_role(), p_act);
    insert into batch_sample_pair (batch, hand, position, record_l, record_r, act)
        select p_batch, case when earlier.account is null then 1 else 2 end,
               row_number() over (order by identity_random(seed, b.record_l, b.record_r)),
               b.record_l, b.record_r, p_act
        from batch_pair b
        where b.batch = p_batch
          and not exists (select from batch_sample_pair o
                          where o.batch = b.batch and o.record_l = b.record_l and o.record_r = b.record_r)
        order by identity_random(seed, b.record_l, b.record_r) limit n;
    return n;
end $$;

-- The rules of a batch's course, whoever writes.
create function batch_event_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    first_hand  batch_sample;
    second_hand batch_sample;
    one         record;
    other       record;
    lawful      boolean;
begin
    perform judgement_turn();
    select * into first_hand from batch_sample where batch = new.batch and hand = 1;
    select * into second_hand from batch_sample where batch = new.batch and hand = 2;
    select * into one from batch_sample_state(new.batch, 1);
    select * into other from batch_sample_state(new.batch, 2);
    if new.kind <> 'TAKEN_BACK' and exists (select from batch_event e where e.batch = new.batch
                                              and e.kind in ('CONFIRMED', 'WITHDRAWN')) then
        raise exception 'this batch has come to its end' using errcode = '23514';
    end if;
    lawful := case new.kind
        when 'PUT_FORWARD' then first_hand.account = new.account and one.same = one.size
        when 'CONFIRMED' then
            exists (select from batch_event e where e.batch = new.batch and e.kind = 'PUT_FORWARD')
            and second_hand.account = new.account and first_hand.account <> new.account
            and 'SECOND_REVIEWER' in (first_hand.role, second_hand.role)
            and one.same = one.size and other.same = other.size
        when 'WITHDRAWN' then new.account in (first_hand.account, second_hand.account)
        else exists (select from batch_event e where e.batch = new.batch and e.kind = 'CONFIRMED')
             and new.account in (first_hand.account, second_hand.account)
    end;
    if not coalesce(lawful, false) then
        raise exception 'a batch takes its steps in order, by its two hands' using errcode = '23514';
    end if;
    return new;
end $$;

-- Adds both hands on every pair of a batch, confirms it in the caller's name, and says on how many pairs.
-- A pair that somebody judged meanwhile is left to them; one that would join records that were told
-- apart is left open.
create function batch_confirm(p_batch uuid, p_reason text, p_act uuid) returns int
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    hands   batch_sample[];
    hand    batch_sample;
    pair    record;
    applied int := 0;
begin
    perform judgement_turn();
    select array_agg(s order by s.role desc, s.hand) into hands from batch_sample s where s.batch = p_batch;
    if coalesce(cardinality(hands), 0) <> 2 or not caller_reviews() then
        raise exception 'a batch is confirmed after two samples by two people' using errcode = '23514';
    end if;
    -- Before any hand is put anywhere: afterwards the batch itself would have judged its samples.
    if not exists (select from batch_event e where e.batch = p_batch and e.kind = 'PUT_FORWARD')
       or exists (select from batch_event e where e.batch = p_batch and e.kind in ('CONFIRMED', 'WITHDRAWN'))
       or not exists (select from batch_sample s where s.batch = p_batch and s.hand = 2
                        and s.account = caller_account())
       or exists (select from batch_sample_state(p_batch, 1) t where t.same <> t.size or t.otherwise > 0)
       or exists (select from batch_sample_state(p_batch, 2) t where t.same <> t.size or t.otherwise > 0) then
        raise exception 'a batch takes its steps in order, by its two hands' using errcode = '23514';
    end if;
    for pair in select b.record_l, b.record_r from batch_pair b join proposal p on p.id = b.proposal
                where b.batch = p_batch
                  and not exists (select from judgement j
                                  where j.record_l = b.record_l and j.record_r = b.record_r
                                    and not exists (select from judgement_undone u where u.judgement = j.id)
                                    and (j.verdict <> 'SAME'
                                         or j.account not in ((hands[1]).account, (hands[2]).account)))
                order by p.probability desc, p.id
    loop
        begin
            foreach hand in array hands loop
                insert into judgement (record_l, record_r, verdict, account, role, reason, act)
                    select pair.record_l, pair.record_r, 'SAME', hand.account, hand.role, '', p_act
                    where not exists (select from judgement j
                                      where j.record_l = pair.record_l and j.record_r = pair.record_r
                                        and j.account = hand.account
                                        and not exists (select from judgement_undone u where u.judgement = j.id));
            end loop;
            applied := applied + 1;
        exception when check_violation then
            null; -- told apart by way of others: the hands on this pair are gone with the block
        end;
    end loop;
    insert into batch_event (batch, kind, reason, confirmed, account, act)
        values (p_batch, 'CONFIRMED', p_reason, applied, caller_account(), p_act);
    return applied;
end $$;

-- Takes both hands back from every pair on which the batch put them.
create function batch_take_back(p_batch uuid, p_reason text, p_act uuid) returns int
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    taken int;
begin
    if not caller_reviews() then
        raise exception 'the committee''s reviewers alone take a batch back' using errcode = '42501';
    end if;
    insert into batch_event (batch, kind, reason, account, act)
        values (p_batch, 'TAKEN_BACK', p_reason, caller_account(), p_act);
    insert into judgement_undone (judgement, account, reason, act)
        select j.id, caller_account(), p_reason, p_act
        from judgement j join batch_event c on c.batch = p_batch and c.kind = 'CONFIRMED' and j.act = c.act
        where not exists (select from judgement_undone u where u.judgement = j.id);
    get diagnostics taken = row_count;
    return taken;
end $$;

create trigger guard before insert on batch_event for each row execute function batch_event_guard();

grant execute on function batch_sample_state(uuid, int), batch_draw_sample(uuid, uuid),
    batch_confirm(uuid, text, uuid), batch_take_back(uuid, text, uuid) to nostos_app;

-- ---- the third hand ----------------------------------------------------------------------------
-- A disputed pair is settled by somebody who never gave a hand on it, and whose hand can settle it
-- either way: a second reviewer, unless each side has one already.

create function third_may_settle(l uuid, r uuid, p_account uuid, p_role text) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select not exists (select from judgement j
                       where j.record_l = l and j.record_r = r and j.account = p_account)
       and (p_role = 'SECOND_REVIEWER'
            or not exists (select from judgement j where j.record_l = l and j.record_r = r
                             and not exists (select from judgement_undone u where u.judgement = j.id)
                           group by j.verdict having not bool_or(j.role = 'SECOND_REVIEWER')))
    $$;

create function judgement_third_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    if (select s.state from standing_of(new.record_l, new.record_r) s) = 'DISPUTED'
       and not third_may_settle(new.record_l, new.record_r, new.account, new.role) then
        raise exception 'a dispute is settled by a third, who may settle it either way' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger guard_third before insert on judgement for each row execute function judgement_third_guard();

create function caller_may_settle(l uuid, r uuid) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select caller_reviews()
       and exists (select from pair_standing p where p.record_l = l and p.record_r = r and p.state = 'DISPUTED'
                     and p.since < transaction_timestamp())
       and third_may_settle(l, r, caller_account(), caller_role())
    $$;

-- What the hands of a dispute say and why, without names and in no telling order, for the third alone.
create function dispute_reasons(l uuid, r uuid) returns table (verdict text, reason text)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select j.verdict, j.reason from judgement j
    where caller_may_settle(l, r) and j.record_l = l and j.record_r = r
      and not exists (select from judgement_undone u where u.judgement = j.id)
    order by j.verdict, j.id
    $$;
grant execute on function caller_may_settle(uuid, uuid), dispute_reasons(uuid, uuid) to nostos_app;

-- ---- blind double review -----------------------------------------------------------------------
-- A random sample of pairs that nobody or one person has judged, each judged by two who see nothing of
-- each other nor of what was said before. It measures agreement and settles nothing.

create table blind_review (
    id          uuid primary key,
    run         uuid not null references linking_run (id),
    scope       text not null check (scope in ('UNJUDGED', 'ONCE_JUDGED', 'BOTH')),
    asked       int not null check (asked between 10 and 500),
    seed        bigint not null,
    reason      text not null check (length(reason) between 1 and 2000),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);

create table blind_pair (
    id       uuid primary key default gen_random_uuid(),
    review   uuid not null references blind_review (id),
    position int not null,
    record_l uuid not null,
    record_r uuid not null,
    proposal uuid not null,
    act      uuid not null references journal_entry (id),
    unique (review, position),
    unique (review, record_l, record_r)
);

create table blind_verdict (
    pair        uuid not null references blind_pair (id),
    account     uuid not null references account (id),
    verdict     text not null check (verdict in ('SAME', 'DIFFERENT', 'UNSURE')),
    reason      text not null check (length(reason) <= 2000),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    primary key (pair, account)
);

create function caller_supervises() returns boolean
    language sql stable parallel restricted
    return coalesce((claims())[3] = 'COORDINATING_COMMITTEE' and (claims())[4] = 'ADMINISTRATOR', false);

create function caller_reads_agreement() returns boolean
    language sql stable parallel restricted
    return coalesce((claims())[4] = 'MONITOR' or (claims())[3] = 'COORDINATING_COMMITTEE'
                    and (claims())[4] in ('ADMINISTRATOR', 'IDENTITY_REVIEWER', 'SECOND_REVIEWER'), false);

-- Draws the pairs of a review that stands in this very transaction, and says how many they are. Who
-- draws sees none of them.
create function blind_draw(p_review uuid, p_act uuid) returns int
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    drawn blind_review;
    found int;
begin
    select * into drawn from blind_review where id = p_review and act = p_act
        and account = caller_account() and recorded_at >= transaction_timestamp();
    if drawn.id is null or not caller_supervises()
       or exists (select from blind_pair where review = p_review) then
        raise exception 'a blind review is drawn once, by who ordered it' using errcode = '42501';
    end if;
    insert into blind_pair (review, position, record_l, record_r, proposal, act)
        select p_review, row_number() over (order by identity_random(drawn.seed, p.record_l, p.record_r)),
               p.record_l, p.record_r, p.id, p_act
        from proposal p
        left join pair_standing s on s.record_l = p.record_l and s.record_r = p.record_r
        where p.run = drawn.run
          and (drawn.scope in ('UNJUDGED', 'BOTH') and s.state is null
               or drawn.scope in ('ONCE_JUDGED', 'BOTH') and s.state = 'WAITING' and s.hands = 1)
        order by identity_random(drawn.seed, p.record_l, p.record_r)
        limit drawn.asked;
    get diagnostics found = row_count;
    return found;
end $$;

-- How the latest finished run is named: who orders a review sees no run.
create function latest_run() returns uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select run from linking_run_ended where how = 'FINISHED' order by recorded_at desc limit 1 $$;

-- Two verdicts on each pair, by two people, neither of whom ever judged it in the open.
create function blind_verdict_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    perform judgement_turn();
    if (select count(*) from blind_verdict v where v.pair = new.pair) >= 2 then
        raise exception 'two people have judged this pair' using errcode = '23514';
    end if;
    if exists (select from blind_pair p join judgement j on j.record_l = p.record_l and j.record_r = p.record_r
               where p.id = new.pair and j.account = new.account) then
        raise exception 'who judged a pair before does not judge it blind' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger guard before insert on blind_verdict for each row execute function blind_verdict_guard();

-- The pairs of open reviews that wait for a verdict of the caller, in their order.
create function blind_mine() returns table (id uuid, record_l uuid, record_r uuid, proposal uuid)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select p.id, p.record_l, p.record_r, p.proposal
    from blind_pair p join blind_review r on r.id = p.review
    where caller_reviews()
      and (select count(*) from blind_verdict v where v.pair = p.id) < 2
      and not exists (select from blind_verdict v where v.pair = p.id and v.account = caller_account())
      and not exists (select from judgement j where j.record_l = p.record_l and j.record_r = p.record_r
                        and j.account = caller_account())
    order by r.recorded_at, p.position
    $$;

-- What two people said of the pairs that both have judged, the first to judge first. No names.
create function blind_agreement(p_review uuid) returns table (one text, other text, times bigint)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select said[1], said[2], count(*)
    from (select array_agg(v.verdict order by v.recorded_at) as said
          from blind_pair p join blind_verdict v on v.pair = p.id
          where caller_reads_agreement() and p.review = p_review
          group by p.id having count(*) = 2) as both_said
    group by said[1], said[2]
    $$;

create function blind_progress(p_review uuid, out pairs bigint, out once bigint, out twice bigint)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select count(*), count(*) filter (where n = 1), count(*) filter (where n = 2)
    from (select (select count(*) from blind_verdict v where v.pair = p.id) as n
          from blind_pair p where p.review = p_review and caller_reads_agreement()) as judged
    $$;

grant execute on function caller_supervises(), caller_reads_agreement(), blind_draw(uuid, uuid), latest_run(),
    blind_mine(), blind_agreement(uuid), blind_progress(uuid) to nostos_app;

-- ---- walls -----------------------------------------------------------------------------------

alter table proposal_flag enable row level security;
alter table group_judgement enable row level security;
alter table batch enable row level security;
alter table batch_pair enable row level security;
alter table batch_sample enable row level security;
alter table batch_sample_pair enable row level security;
alter table batch_event enable row level security;
alter table blind_review enable row level security;
alter table blind_pair enable row level security;
alter table blind_verdict enable row level security;

create policy proposal_flag_read on proposal_flag for select to nostos_app
    using ((select caller_reviews()) or (select caller_is_engine()));
create policy proposal_flag_write on proposal_flag for insert to nostos_app
    with check ((select caller_is_engine()));

create policy group_judgement_read on group_judgement for select to nostos_app
    using ((select caller_reviews())
           and (account = (select caller_account())
                or pair_is_open_to_caller(least(records[1], records[2]), greatest(records[1], records[2]))));
create policy group_judgement_give on group_judgement for insert to nostos_app
    with check ((select caller_reviews()) and account = (select caller_account()) and role = (select caller_role()));

create policy batch_read on batch for select to nostos_app using ((select caller_reviews()));
create policy batch_draw on batch for insert to nostos_app
    with check ((select caller_reviews()) and account = (select caller_account()) and role = (select caller_role()));
create policy batch_pair_read on batch_pair for select to nostos_app using ((select caller_reviews()));
create policy batch_pair_draw on batch_pair for insert to nostos_app
    with check ((select caller_reviews())
                and batch in (select b.id from batch b where b.account = (select caller_account())));
create policy batch_sample_read on batch_sample for select to nostos_app using ((select caller_reviews()));
create policy batch_sample_pair_read on batch_sample_pair for select to nostos_app
    using ((select caller_reviews())
           and (batch, hand) in (select s.batch, s.hand from batch_sample s
                                 where s.account = (select caller_account())));
create policy batch_event_read on batch_event for select to nostos_app using ((select caller_reviews()));
create policy batch_event_add on batch_event for insert to nostos_app
    with check ((select caller_reviews()) and account = (select caller_account())
                and kind in ('PUT_FORWARD', 'WITHDRAWN'));

create policy blind_review_read on blind_review for select to nostos_app
    using ((select caller_reads_agreement()));
create policy blind_review_order on blind_review for insert to nostos_app
    with check ((select caller_supervises()) and account = (select caller_account()));
create policy blind_pair_read on blind_pair for select to nostos_app using ((select caller_reviews()));
create policy blind_verdict_read on blind_verdict for select to nostos_app
    using ((select caller_reviews()) and account = (select caller_account()));
create policy blind_verdict_give on blind_verdict for insert to nostos_app
    with check ((select caller_reviews()) and account = (select caller_account()));

do $$
declare
    t text;
begin
    foreach t in array array['group_judgement', 'batch', 'batch_pair', 'batch_sample', 'batch_sample_pair',
                             'batch_event', 'blind_review', 'blind_pair', 'blind_verdict'] loop
        execute format('create trigger act_now after insert on %I referencing new table as added '
                       'for each statement execute function require_act()', t);
    end loop;
end $$;

grant select, insert on proposal_flag, group_judgement, batch, batch_pair, batch_event, blind_review, blind_verdict
    to nostos_app;
grant select on batch_sample, batch_sample_pair, blind_pair to nostos_app;
