-- With whoever is at risk of statelessness stand the states that denied them, so that the list sorts by them without
-- reading anybody. Whoever stands there already is worked out anew.

alter table stateless_now add column states text;

create or replace function stateless_put(p_summaries jsonb) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    if not caller_is_engine() then
        raise exception 'the engine alone sums cases up' using errcode = '42501';
    end if;
    delete from stateless_now n
        using jsonb_array_elements(p_summaries) s, jsonb_array_elements_text(s -> 'persons') p
        where n.person = p::uuid and (n.person <> (s ->> 'leader')::uuid or s ->> 'stateless' is null);
    insert into stateless_now as n (person, since, ordinal, states)
        select p.id, (s ->> 'stateless')::date, p.ordinal, s ->> 'statelessOf'
        from jsonb_array_elements(p_summaries) s join person p on p.id = (s ->> 'leader')::uuid
        where s ->> 'stateless' is not null
        on conflict (person) do update set since = excluded.since, states = excluded.states
            where (n.since, n.states) is distinct from (excluded.since, excluded.states);
end $$;

drop function stateless_kept();
create function stateless_kept() returns table (person uuid, since date, ordinal bigint, states text)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select s.person, s.since, s.ordinal, s.states
    from stateless_now s
    where (caller_handles_cases() or caller_reviews() or caller_is_engine())
      and (not exists (select from case_touched)
           or (select coalesce(max(c.leader::text)::uuid, s.person) from person p join person_cluster c on c.record = p.record
               where p.id = s.person) not in (select touched_leaders()))
    $$;
revoke execute on function stateless_kept() from public;
grant execute on function stateless_kept() to nostos_app;

insert into case_touched (person) select person from stateless_now order by 1
on conflict (person) do update set asked = case_touched.asked + 1;
