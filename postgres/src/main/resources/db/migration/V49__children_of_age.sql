-- Who comes of age is found by an index that carries the record, and not by reading all rows of those born then: the
-- list of children asks at each page. A function asks at the wall once; behind the walls of six tables, every row was
-- asked again.

create index record_coming_of_age on record (birth_last) include (id);
drop index record_birth_last;
create index kin_event_proposed on kin_event (person) where kind = 'PROPOSED';
create index kin_event_proposed_to on kin_event (relative) where kind = 'PROPOSED';

-- Born on these days by a row of a list, or as assessed: for those alone who keep cases. Plain is of whom one row alone
-- says anything; tied, who may have kin, where it is asked. The row behind a record is asked for by the record: a plan
-- that reads all persons costs more than all records that are found.
create function coming_of_age(p_from date, p_until date, p_ties boolean)
    returns table (id uuid, number text, ordinal bigint, record uuid, born date, tied boolean, plain boolean)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    with due as (
        select r.id as record, null::uuid as person, r.birth_last as born, false as assessed
        from record r where r.birth_last between p_from and p_until
        union all
        select null, c.person, min(c.born_last), true from care_event c
        where c.kind = 'AGE_ASSESSED' and c.born_last between p_from and p_until group by 2
    )
    select p.id, p.number, p.ordinal, p.record, due.born,
           p_ties and (exists (select from kin_event k where k.person = p.id and k.kind = 'PROPOSED')
                       or exists (select from kin_event k where k.relative = p.id and k.kind = 'PROPOSED')
                       or exists (select from placement_now l where l.person = p.id)),
           not due.assessed
           and not exists (select from person_cluster c where c.record = p.record)
           and not exists (select from care_event c where c.person = p.id)
           and not exists (select from placement_now l where l.person = p.id and l.room = 'care')
    from due cross join lateral (
        select q.id, q.number, q.ordinal, q.record from person q where q.record = due.record
        union all
        select q.id, q.number, q.ordinal, q.record from person q where q.id = due.person
    ) p
    where (select caller_handles_cases())
    $$;
revoke execute on function coming_of_age(date, date, boolean) from public;
grant execute on function coming_of_age(date, date, boolean) to nostos_app;
