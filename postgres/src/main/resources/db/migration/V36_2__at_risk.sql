-- Who is at risk of statelessness is worked out by the engine with the case and kept, for people without a case as well:
-- the list of them is a page of an index. Whoever changed since is worked out when the list is read.

create table stateless_now (
    person  uuid primary key references person (id),
    since   date not null,
    ordinal bigint not null
);
create index stateless_now_since on stateless_now (since, ordinal) include (person);
alter table stateless_now enable row level security;
create policy stateless_now_read on stateless_now for select to nostos_app
    using ((select caller_handles_cases()) or (select caller_reviews()) or (select caller_is_engine()));
grant select on stateless_now to nostos_app;

create function stateless_put(p_summaries jsonb) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    if not caller_is_engine() then
        raise exception 'the engine alone sums cases up' using errcode = '42501';
    end if;
    delete from stateless_now n
        using jsonb_array_elements(p_summaries) s, jsonb_array_elements_text(s -> 'persons') p
        where n.person = p::uuid and (n.person <> (s ->> 'leader')::uuid or s ->> 'stateless' is null);
    insert into stateless_now as n (person, since, ordinal)
        select p.id, (s ->> 'stateless')::date, p.ordinal
        from jsonb_array_elements(p_summaries) s join person p on p.id = (s ->> 'leader')::uuid
        where s ->> 'stateless' is not null
        on conflict (person) do update set since = excluded.since where n.since <> excluded.since;
end $$;
grant execute on function stateless_put(jsonb) to nostos_app;

-- The leaders of those whose case is to be worked out anew.
create function touched_leaders() returns setof uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select distinct coalesce(c.leader, t.person)
    from case_touched t join person p on p.id = t.person left join person_cluster c on c.record = p.record
    $$;
revoke execute on function touched_leaders() from public;

create function stateless_kept() returns table (person uuid, since date, ordinal bigint)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select s.person, s.since, s.ordinal
    from stateless_now s
    where (caller_handles_cases() or caller_reviews() or caller_is_engine())
      and (not exists (select from case_touched)
           or (select coalesce(max(c.leader::text)::uuid, s.person) from person p join person_cluster c on c.record = p.record
               where p.id = s.person) not in (select touched_leaders()))
    $$;

-- Of those touched, whom a state has said that it does not hold to be its nationals, as placed by splits.
create function stateless_touched() returns setof uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    with known as materialized (
        select t as id from touched_leaders() t
        union
        select p.id from touched_leaders() t join person_cluster c on c.leader = t join person p on p.record = c.record
    )
    select k.id from known k
    where (caller_handles_cases() or caller_reviews() or caller_is_engine())
      and (exists (select from nationality_event n
                   where n.person = k.id and n.kind in ('DENIED', 'DEPRIVED', 'RENOUNCED'))
           or exists (select from placement_now l join nationality_event n on n.root = l.what
                      where l.person = k.id and l.room = 'nationality'
                        and n.kind in ('DENIED', 'DEPRIVED', 'RENOUNCED')))
    $$;
grant execute on function stateless_kept(), stateless_touched() to nostos_app;

create function nationality_touches_cases() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    insert into case_touched (person)
        select distinct coalesce(l.person, a.person)
        from added a left join placement_now l on l.what = a.root and l.room = 'nationality' order by 1
    on conflict (person) do update set asked = case_touched.asked + 1;
    return null;
end $$;
create trigger touches after insert on nationality_event referencing new table as added
    for each statement execute function nationality_touches_cases();

-- Whoever is joined or taken apart is also somebody else to the states that denied them.
create or replace function case_cluster_changed() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    insert into case_touched (person)
        select distinct o.person from case_opened o join person p on p.id = o.person
        where p.record in (select record from changed) or p.id in (select leader from changed)
        union
        select p.id from person p
        where p.id in (select c.leader from changed c) and exists (
            select from changed c join person q on q.record = c.record or q.id = c.leader
            join nationality_event n on n.person = q.id and n.kind in ('DENIED', 'DEPRIVED', 'RENOUNCED')
            where c.leader = p.id)
        union
        select p.id from changed c join person p on p.record = c.record
        where exists (select from nationality_event n
                      where n.person = p.id and n.kind in ('DENIED', 'DEPRIVED', 'RENOUNCED'))
        union
        select s.person from stateless_now s join person p on p.id = s.person
        where p.record in (select record from changed) or s.person in (select leader from changed)
        order by 1
    on conflict (person) do update set asked = case_touched.asked + 1;
    return null;
end $$;

-- What a split moves makes two people of one: both are worked out anew.
create function placement_touches_cases() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    insert into case_touched (person)
        select p.person from split_placement p
        where p.split in (select split from added) and p.room = 'nationality' and p.person is not null
        union
        select n.person from split_placement p join nationality_event n on n.root = p.what
        where p.split in (select split from added) and p.room = 'nationality'
        order by 1
    on conflict (person) do update set asked = case_touched.asked + 1;
    return null;
end $$;
create trigger touches after insert on split_step referencing new table as added
    for each statement execute function placement_touches_cases();

insert into case_touched (person)
    select distinct coalesce(l.person, n.person) from nationality_event n
    left join placement_now l on l.what = n.root and l.room = 'nationality'
    where n.kind in ('DENIED', 'DEPRIVED', 'RENOUNCED') order by 1
on conflict (person) do update set asked = case_touched.asked + 1;
