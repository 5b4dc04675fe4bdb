-- How long things are kept, how they are erased, and what has to be set before the house is opened.

-- ---- the schedule ------------------------------------------------------------------------------
-- A rule is in force once a second person has confirmed it; the rule confirmed last for a category
-- replaces those before it.

create table retention_rule (
    id           uuid primary key,
    category     text not null check (category in ('PERSON', 'NOTE', 'RECEIVED_FILE', 'READING')),
    months       int not null check (months between 1 and 1200),
    after_event  text not null,
    legal_ground text not null check (length(legal_ground) between 3 and 2000),
    account      uuid not null references account (id),
    recorded_at  timestamptz not null default clock_timestamp(),
    act          uuid not null references journal_entry (id),
    check ((category, after_event) in (('PERSON', 'LAST_RECORD'), ('NOTE', 'WRITTEN'),
                                       ('RECEIVED_FILE', 'DECIDED'), ('READING', 'READ')))
);

create table retention_rule_confirmed (
    rule        uuid primary key references retention_rule (id),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);

-- ---- holds -------------------------------------------------------------------------------------

create table legal_hold (
    id          uuid primary key,
    person      uuid not null references person (id),
    reason      text not null check (length(reason) between 1 and 2000),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);
create index legal_hold_person on legal_hold (person);

create table legal_hold_lifted (
    hold        uuid primary key references legal_hold (id),
    reason      text not null check (length(reason) between 1 and 2000),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);

-- ---- erasures ----------------------------------------------------------------------------------
-- Asked for by one, carried out by the hand of another. What was erased is known by random ids alone.

create table erasure (
    id           uuid primary key,
    category     text not null check (category in ('PERSON', 'NOTE', 'RECEIVED_FILE', 'READING')),
    subject      uuid,
    before       timestamptz,
    rule         uuid references retention_rule (id),
    legal_ground text not null check (length(legal_ground) between 3 and 2000),
    reason       text not null check (length(reason) between 1 and 2000),
    account      uuid not null references account (id),
    party        uuid not null references party (id),
    recorded_at  timestamptz not null default clock_timestamp(),
    act          uuid not null references journal_entry (id),
    check ((category = 'READING') = (before is not null)),
    check ((category = 'READING') = (subject is null))
);

create table erasure_refused (
    erasure     uuid primary key references erasure (id),
    reason      text not null check (length(reason) between 1 and 2000),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);

-- Written by erase_carry_out alone.
create table erasure_done (
    erasure     uuid primary key references erasure (id),
    records     bigint not null,
    notes       bigint not null,
    files       bigint not null,
    entries     bigint not null,
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);

create table erased_thing (
    kind         text not null check (kind in ('PERSON', 'RECORD', 'NOTE', 'FILE', 'READINGS')),
    id           uuid not null,
    before       timestamptz,
    legal_ground text not null,
    recorded_at  timestamptz not null default clock_timestamp(),
    act          uuid not null references journal_entry (id),
    primary key (kind, id)
);
create index erased_thing_recorded_at on erased_thing (recorded_at);

-- ---- the house ---------------------------------------------------------------------------------
-- The latest row counts. A body without a name: there is none any more.

create table controller (
    id          uuid primary key,
    name        text not null check (length(name) between 2 and 300),
    address     text not null check (length(address) between 2 and 1000),
    contact     text not null check (length(contact) between 2 and 500),
    legal_basis text not null check (length(legal_basis) between 2 and 2000),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);

create table review_body (
    id          uuid primary key,
    name        text check (length(name) between 2 and 300),
    mandate     text not null check (length(mandate) between 1 and 2000),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);

-- ---- who is one person, what is held --------------------------------------------------------------

create function one_with(p_person uuid) returns setof uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select p_person
    union
    select other.id from person asked
    join person_cluster mine on mine.record = asked.record
    join person_cluster theirs on theirs.leader = mine.leader
    join person other on other.record = theirs.record
    where asked.id = p_person
    $$;

create function held_persons() returns setof uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select o from legal_hold h, one_with(h.person) o
    where not exists (select from legal_hold_lifted l where l.hold = h.id)
    $$;

create function hold_placed_by(p_hold uuid) returns uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select account from legal_hold where id = p_hold $$;

create function retention_proposed_by(p_rule uuid) returns uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select account from retention_rule where id = p_rule $$;

create function erasure_asked_by(p_erasure uuid) returns uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select account from erasure where id = p_erasure $$;

create function retention_in_force(p_category text) returns uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select r.id from retention_rule r join retention_rule_confirmed c on c.rule = r.id
    where r.category = p_category order by c.recorded_at desc, r.id limit 1
    $$;

-- What is due under the rule in force, the oldest first. Notes only to who keeps them.
create function retention_due(p_category text, p_most int)
    returns table (subject uuid, label text, since timestamptz, held boolean)
    language plpgsql stable security definer set search_path = nostos, pg_temp
    as $$
declare
    term   int         := (select r.months from retention_rule r where r.id = retention_in_force(p_category));
    cutoff timestamptz := clock_timestamp() - make_interval(months => term);
begin
    if term is null then
        return;
    end if;
    if p_category = 'NOTE' then
        return query
            select n.id, n.kind, n.recorded_at, n.person in (select held_persons())
            from compartment_note n
            where n.party = caller_party() and n.kind in (select caller_keeps()) and n.recorded_at < cutoff
            order by n.recorded_at, n.id limit p_most;
    elsif not caller_reviews() then
        return;
    elsif p_category = 'PERSON' then
        return query
            select p.id, p.number, max(mine.recorded_at), p.id in (select held_persons())
            from person p
            join record r on r.id = p.record and r.recorded_at < cutoff
            cross join lateral (
                select r.recorded_at
                union all
                select other.recorded_at from person_cluster me
                join person_cluster them on them.leader = me.leader join record other on other.id = them.record
                where me.record = r.id) as mine
            where not exists (select from erased_thing e where e.kind = 'PERSON' and e.id = p.id)
              and not exists (select from person_cluster c where c.record = r.id and c.leader <> p.id)
            group by p.id, p.number
            having max(mine.recorded_at) < cutoff
            order by 3, 1 limit p_most;
    elsif p_category = 'RECEIVED_FILE' then
        return query
            select f.id, l.title, e.recorded_at,
                   exists (select from record r join person p on p.record = r.id
                           where r.version = v.id and p.id in (select held_persons()))
            from received_file f join list_version v on v.file = f.id join list l on l.id = v.list
            join list_event e on e.version = v.id and e.kind in ('ACCEPTED', 'PARTLY_ACCEPTED', 'REJECTED')
            where e.recorded_at < cutoff and exists (select from received_part b where b.file = f.id)
            order by e.recorded_at, f.id limit p_most;
    elsif p_category = 'READING' then
        return query
            select null::uuid, count(*)::text, min(e.recorded_at), false
            from journal_entry e join reading_kind k on k.kind = e.kind join journal_payload j on j.entry = e.id
            where e.recorded_at < cutoff
              and not exists (select from person_read r where r.entry = e.id and r.person in (select held_persons()))
            having count(*) > 0;
    end if;
end $$;

-- ---- erasing -----------------------------------------------------------------------------------
-- A table with words about a person adds a function erase_more_…(persons uuid[], records uuid[]) in its
-- own migration; erasing a person calls all of them.

-- What a file said, beside its hash: its bytes, the rows as staged, the samples that were looked at.
create function erase_files(p_files uuid[]) returns bigint
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    versions uuid[] := array(select v.id from list_version v where v.file = any (p_files));
    mappings uuid[] := array(select e.id from list_event e where e.version = any (versions) and e.kind = 'MAPPED');
begin
    delete from received_part where file = any (p_files);
    delete from row_problem where mapping = any (mappings);
    delete from mended_row r using row_mend m where m.id = r.mend and m.mapping = any (mappings);
    delete from staged_row where mapping = any (mappings);
    update list_event e set detail = e.detail || jsonb_build_object('sample', '[]'::jsonb, 'columns',
            (select coalesce(jsonb_agg(c.value || '{"firstValues": []}' order by c.ordinality), '[]')
             from jsonb_array_elements(e.detail -> 'columns') with ordinality c))
        where e.version = any (versions) and e.kind = 'CHECKED' and jsonb_typeof(e.detail -> 'columns') = 'array';
    return cardinality(p_files);
end $$;

-- Payload and salt of entries; the entries and their commitments stay.
create function erase_payloads(p_entries uuid[]) returns bigint
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    gone bigint;
begin
    delete from journal_payload where entry = any (p_entries);
    get diagnostics gone = row_count;
    return gone;
end $$;

create function erase_notes(p_notes uuid[]) returns bigint
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    gone bigint;
begin
    delete from compartment_note where id = any (p_notes);
    get diagnostics gone = row_count;
    return gone;
end $$;

-- Who belonged to which household.
create function erase_more_households(p_persons uuid[], p_records uuid[]) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    homes uuid[] := array(select distinct m.household from household_member m where m.record = any (p_records));
begin
    delete from household_member where record = any (p_records);
    update household h set label = h.id::text
        where h.id = any (homes) and not exists (select from household_member m where m.household = h.id);
end $$;

-- Words in what was judged together, in batches and blind.
create function erase_more_judging(p_persons uuid[], p_records uuid[]) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    batches uuid[] := array(select distinct b.batch from batch_pair b
                            where b.record_l = any (p_records) or b.record_r = any (p_records));
begin
    perform erase_payloads(array(
        select g.act from group_judgement g where g.records && p_records or g.left_out && p_records
        union select v.act from blind_verdict v join blind_pair b on b.id = v.pair
              where b.record_l = any (p_records) or b.record_r = any (p_records)
        union select e.act from batch_event e where e.batch = any (batches)));
    update group_judgement g set reason = 'erased' where g.records && p_records or g.left_out && p_records;
    update batch_event e set reason = 'erased' where e.batch = any (batches);
    update blind_verdict v set reason = '' from blind_pair b
        where b.id = v.pair and (b.record_l = any (p_records) or b.record_r = any (p_records));
end $$;

-- Words in tasks and in splits, where this house has them.
create function erase_more_tasks(p_persons uuid[], p_records uuid[]) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    if to_regclass('nostos.task_closed') is not null then
        perform erase_payloads(array(
            select c.act from task_closed c join task t on t.id = c.task where t.person = any (p_persons)
            union select o.act from task_reopened o join task_closed c on c.id = o.closing join task t on t.id = c.task
                  where t.person = any (p_persons)
            union select r.act from row_said r where r.older = any (p_records) or r.newer = any (p_records)));
        update task_reopened o set reason = 'erased' from task_closed c join task t on t.id = c.task
            where c.id = o.closing and t.person = any (p_persons);
        update task_closed c set source = 'erased', note = '' from task t where t.id = c.task and t.person = any (p_persons);
        update row_said r set reason = '' where r.older = any (p_records) or r.newer = any (p_records);
    end if;
end $$;

create function erase_more_splits(p_persons uuid[], p_records uuid[]) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    splits uuid[];
begin
    if to_regclass('nostos.split_member') is not null then
        splits := array(select distinct m.split from split_member m where m.person = any (p_persons));
        perform erase_payloads(array(
            select s.act from split s where s.id = any (splits)
            union select t.act from split_step t where t.split = any (splits)
            union select t.act from split_told t where t.split = any (splits)));
        update split s set reason = 'erased' where s.id = any (splits);
        update split_step t set reason = 'erased' where t.split = any (splits);
        update split_told t set how = 'erased' where t.split = any (splits);
    end if;
end $$;

create function erase_persons(p_persons uuid[], out records uuid[], out notes bigint, out files bigint, out entries bigint)
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    named    text[];
    of_notes uuid[] := array(select n.id from compartment_note n where n.person = any (p_persons));
    mine     uuid[] := array(select p.record from person p where p.id = any (p_persons));
    more     text;
begin
    named := array(select i::text from unnest(p_persons || mine) i);
    entries := erase_payloads(array(
        select j.entry from journal_payload j
        where exists (select from unnest(named) i where position(i in convert_from(j.payload, 'UTF8')) > 0)
        union select r.act from glass_read r join glass_opening o on o.id = r.opening where o.person = any (p_persons)
        union select k.act from glass_acknowledged k join glass_opening o on o.id = k.opening
              where o.person = any (p_persons)
        union select l.act from legal_hold_lifted l join legal_hold h on h.id = l.hold where h.person = any (p_persons)));
    delete from person_read where person = any (p_persons);
    files := erase_files(array(select distinct v.file from record r join list_version v on v.id = r.version
                               where r.id = any (mine)));
    notes := erase_notes(of_notes);
    update record set fields = '{}', number = null, sex = 'U', birth_first = null, birth_last = null,
                      birth_precision = null, birth_calendar = null, birth_text = null, kept = null
        where id = any (mine);
    update judgement set reason = '' where record_l = any (mine) or record_r = any (mine);
    update judgement_undone u set reason = 'erased' from judgement j
        where j.id = u.judgement and (j.record_l = any (mine) or j.record_r = any (mine));
    update preferred_value set reason = 'erased' where person = any (p_persons) or record = any (mine);
    update glass_acknowledged k set remark = 'erased' from glass_opening o
        where o.id = k.opening and o.person = any (p_persons);
    update glass_opening set reason = 'erased under the retention schedule' where person = any (p_persons);
    update legal_hold_lifted l set reason = 'erased' from legal_hold h
        where h.id = l.hold and h.person = any (p_persons);
    update legal_hold set reason = 'erased' where person = any (p_persons);
    for more in select f.proname from pg_proc f
                where f.pronamespace = 'nostos'::regnamespace and f.proname like 'erase\_more\_%' order by 1 loop
        execute format('select nostos.%I($1, $2)', more) using p_persons, mine;
    end loop;
    records := mine;
end $$;

-- Whether a hold keeps what this erasure would take.
create function erasure_held(p_erasure uuid) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select exists (
        select from erasure a where a.id = p_erasure and case a.category
            when 'PERSON' then exists (select from one_with(a.subject) o join held_persons() h on h = o)
            when 'NOTE' then exists (select from compartment_note n where n.id = a.subject
                                       and n.person in (select held_persons()))
            when 'RECEIVED_FILE' then exists (select from list_version v join record r on r.version = v.id
                                              join person p on p.record = r.id
                                              where v.file = a.subject and p.id in (select held_persons()))
            else false end)
    $$;

-- The second hand. It carries out what the first asked for, whole, in its own transaction.
create function erase_carry_out(p_erasure uuid, p_act uuid)
    returns table (persons uuid[], records uuid[])
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    asked  erasure%rowtype;
    people uuid[] := '{}';
    mine   uuid[] := '{}';
    done   record;
    n      bigint := 0;
    f      bigint := 0;
    e      bigint := 0;
begin
    select * into asked from erasure where id = p_erasure for update;
    if caller_party_kind() is distinct from 'COORDINATING_COMMITTEE'
       or caller_role() is distinct from 'SECOND_REVIEWER' or asked.id is null or asked.account = caller_account() then
        raise exception 'another second reviewer''s hand is needed' using errcode = '42501';
    end if;
    if exists (select from erasure_done d where d.erasure = p_erasure)
       or exists (select from erasure_refused r where r.erasure = p_erasure) then
        raise exception 'this erasure is settled' using errcode = '23514';
    end if;
    if erasure_held(p_erasure) then
        raise exception 'a legal hold keeps this' using errcode = '23514';
    end if;
    if asked.category = 'PERSON' then
        people := array(select one_with(asked.subject));
        select * into done from erase_persons(people);
        mine := done.records;
        n := done.notes;
        f := done.files;
        e := done.entries;
        insert into erased_thing (kind, id, legal_ground, act) select 'PERSON', i, asked.legal_ground, p_act from unnest(people) i
            on conflict do nothing;
        insert into erased_thing (kind, id, legal_ground, act) select 'RECORD', i, asked.legal_ground, p_act from unnest(mine) i
            on conflict do nothing;
    elsif asked.category = 'NOTE' then
        e := erase_payloads(array(select c.act from compartment_note c where c.id = asked.subject));
        n := erase_notes(array[asked.subject]);
        insert into erased_thing (kind, id, legal_ground, act) values ('NOTE', asked.subject, asked.legal_ground, p_act);
    elsif asked.category = 'RECEIVED_FILE' then
        f := erase_files(array[asked.subject]);
        insert into erased_thing (kind, id, legal_ground, act) values ('FILE', asked.subject, asked.legal_ground, p_act);
    else
        e := erase_readings(asked.before);
        insert into erased_thing (kind, id, before, legal_ground, act)
            values ('READINGS', asked.id, asked.before, asked.legal_ground, p_act);
    end if;
    insert into erasure_done (erasure, records, notes, files, entries, account, act)
        values (p_erasure, cardinality(mine), n, f, e, caller_account(), p_act);
    return query select people, mine;
end $$;

-- What acts of reading before this time speak of, but for persons under a hold.
create function erase_readings(p_before timestamptz) returns bigint
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    which uuid[] := array(
        select e.id from journal_entry e join reading_kind k on k.kind = e.kind
        where e.recorded_at < p_before
          and not exists (select from person_read r where r.entry = e.id and r.person in (select held_persons())));
begin
    delete from person_read where entry = any (which);
    return erase_payloads(which);
end $$;

-- ---- backups -----------------------------------------------------------------------------------
-- A backup does not know what was erased after it. Whoever restores one calls erase_again with the lines
-- of erased_since that were kept beside the backups. Only the owner can.

create function erased_since(p_since timestamptz)
    returns table (kind text, id uuid, before timestamptz, legal_ground text, recorded_at timestamptz)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select e.kind, e.id, e.before, e.legal_ground, e.recorded_at from erased_thing e
    where e.recorded_at >= p_since order by e.recorded_at, e.kind, e.id
    $$;

-- Erases again what a restored backup brought back. Its act is the engine's.
create function erase_again(p_kind text, p_id uuid, p_before timestamptz, p_legal_ground text) returns boolean
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    engine record;
    entry  uuid;
begin
    if exists (select from erased_thing t where t.kind = p_kind and t.id = p_id) then
        return false;
    end if;
    select * into engine from door_engine();
    perform claim_set(engine.account, engine.party, engine.party_kind, engine.role, gen_random_uuid());
    entry := journal_append('retention.erased-again', 'ADMINISTRATION', null,
                            convert_to(jsonb_build_object('kind', p_kind)::text, 'UTF8'));
    if p_kind = 'PERSON' then
        perform erase_persons(array[p_id]);
    elsif p_kind = 'NOTE' then
        perform erase_notes(array[p_id]);
    elsif p_kind = 'FILE' then
        perform erase_files(array[p_id]);
    elsif p_kind = 'READINGS' then
        perform erase_readings(p_before);
    end if;
    insert into erased_thing (kind, id, before, legal_ground, act) values (p_kind, p_id, p_before, p_legal_ground, entry);
    return true;
end $$;

-- ---- the door asks what is missing before the house may be opened ----------------------------------

create function door_setup()
    returns table (controller boolean, review_body boolean, rules text[], deciders bigint, second_reviewers bigint)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    with open_account as (
        select a.role from account a where not exists (select from account_closed c where c.account = a.id)
    )
    select exists (select from controller),
           coalesce((select b.name is not null from review_body b order by b.recorded_at desc, b.id limit 1), false),
           array(select distinct r.category from retention_rule r join retention_rule_confirmed c on c.rule = r.id
                 order by 1),
           (select count(*) from open_account where role in ('IDENTITY_REVIEWER', 'SECOND_REVIEWER')),
           (select count(*) from open_account where role = 'SECOND_REVIEWER')
    $$;

-- ---- walls -------------------------------------------------------------------------------------

alter table retention_rule enable row level security;
alter table retention_rule_confirmed enable row level security;
alter table legal_hold enable row level security;
alter table legal_hold_lifted enable row level security;
alter table erasure enable row level security;
alter table erasure_refused enable row level security;
alter table erasure_done enable row level security;
alter table erased_thing enable row level security;
alter table controller enable row level security;
alter table review_body enable row level security;

-- The schedule and who answers for the house are no secret from anybody who works in it.
create policy retention_rule_read on retention_rule for select to nostos_app
    using ((select caller_party()) is not null);
create policy retention_rule_propose on retention_rule for insert to nostos_app
    with check ((select caller_role()) = 'ADMINISTRATOR' and account = (select caller_account()));
create policy retention_rule_confirmed_read on retention_rule_confirmed for select to nostos_app
    using ((select caller_party()) is not null);
create policy retention_rule_confirm on retention_rule_confirmed for insert to nostos_app
    with check (account = (select caller_account()) and (select caller_party_kind()) = 'COORDINATING_COMMITTEE'
                and (select caller_role()) in ('ADMINISTRATOR', 'SECOND_REVIEWER')
                and retention_proposed_by(rule) <> account);

create policy legal_hold_read on legal_hold for select to nostos_app using ((select caller_coordinates()));
create policy legal_hold_place on legal_hold for insert to nostos_app
    with check ((select caller_reviews()) and account = (select caller_account())
                and exists (select from person p where p.id = legal_hold.person));
create policy legal_hold_lifted_read on legal_hold_lifted for select to nostos_app
    using ((select caller_coordinates()));
create policy legal_hold_lift on legal_hold_lifted for insert to nostos_app
    with check ((select caller_role()) = 'SECOND_REVIEWER' and account = (select caller_account())
                and hold_placed_by(hold) <> account);

create policy erasure_read on erasure for select to nostos_app
    using ((select caller_coordinates()) or account = (select caller_account()));
create policy erasure_ask on erasure for insert to nostos_app
    with check (account = (select caller_account()) and party = (select caller_party())
                and case category
                    when 'NOTE' then exists (select from compartment_note n where n.id = erasure.subject)
                    when 'PERSON' then (select caller_reviews())
                         and exists (select from person p where p.id = erasure.subject)
                    else (select caller_reviews()) end);
create policy erasure_refused_read on erasure_refused for select to nostos_app
    using (erasure in (select id from erasure));
create policy erasure_refuse on erasure_refused for insert to nostos_app
    with check (account = (select caller_account())
                and (erasure_asked_by(erasure) = account or (select caller_role()) = 'SECOND_REVIEWER')
                and (select caller_party_kind()) = 'COORDINATING_COMMITTEE');
create policy erasure_done_read on erasure_done for select to nostos_app
    using (erasure in (select id from erasure));

-- Who may see a person or a record sees that it was erased.
create policy erased_thing_read on erased_thing for select to nostos_app
    using ((select caller_coordinates())
           or (kind = 'PERSON' and exists (select from person p where p.id = erased_thing.id))
           or (kind = 'RECORD' and exists (select from record r where r.id = erased_thing.id)));

create policy controller_read on controller for select to nostos_app
    using ((select caller_party()) is not null);
create policy controller_name on controller for insert to nostos_app
    with check ((select caller_role()) = 'ADMINISTRATOR' and account = (select caller_account()));
create policy review_body_read on review_body for select to nostos_app
    using ((select caller_party()) is not null);
create policy review_body_name on review_body for insert to nostos_app
    with check ((select caller_role()) = 'ADMINISTRATOR' and account = (select caller_account()));

create trigger act_now after insert on retention_rule referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on retention_rule_confirmed referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on legal_hold referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on legal_hold_lifted referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on erasure referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on erasure_refused referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on erasure_done referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on erased_thing referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on controller referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on review_body referencing new table as added
    for each statement execute function require_act();

grant execute on function hold_placed_by(uuid), retention_proposed_by(uuid), erasure_asked_by(uuid),
    retention_in_force(text), retention_due(text, int), erasure_held(uuid), erase_carry_out(uuid, uuid) to nostos_app;
grant execute on function door_setup() to nostos_door;
grant select, insert on retention_rule, retention_rule_confirmed, legal_hold, legal_hold_lifted, erasure, erasure_refused,
    controller, review_body to nostos_app;
grant select on erasure_done, erased_thing to nostos_app;
