-- Where everybody stands in custody now, so that facilities can be counted without reading every event.
-- A row is worked out from the events that hang on this very person; who is joined with whom, and what a
-- split put elsewhere, is looked at when it is read. It can be thrown away: custody_now is rebuilt from
-- the events.

create table custody_now (
    person   uuid not null references person (id),
    record   uuid not null references record (id),
    ordinal  bigint not null,
    party    uuid not null references party (id),
    facility uuid references facility (id),
    status   text not null,
    holder   text,
    ground   text,
    primary key (party, person)
);
create index custody_now_facility on custody_now (facility, ordinal) where facility is not null;

alter table custody_now enable row level security;
create policy custody_now_read on custody_now for select to nostos_app
    using ((select caller_handles_cases()));
create policy custody_now_put on custody_now for insert to nostos_app
    with check ((select caller_handles_cases()) and party = (select caller_party()));
create policy custody_now_again on custody_now for update to nostos_app
    using ((select caller_handles_cases())) with check ((select caller_handles_cases()) and party = (select caller_party()));

-- Those of whom one row does not tell the truth, each with the person who leads: who has a row though
-- another leads, and who was touched by a split. They are few: acts are recorded on whoever leads.
create function custody_entangled() returns table (leader uuid, person uuid)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    with touched as (
        select c.leader from custody_now n join person_cluster c on c.record = n.record where c.leader <> n.person
        union
        select coalesce(c.leader, p.id)
        from custody_placed() l
        join custody_event e on e.id = l.what
        cross join lateral (values (l.person), (e.person)) as t (id)
        join person p on p.id = t.id
        left join person_cluster c on c.record = p.record
    )
    select t.leader, t.leader from touched t where caller_handles_cases()
    union
    select t.leader, p.id
    from touched t join person_cluster c on c.leader = t.leader join person p on p.record = c.record
    where caller_handles_cases()
    $$;

grant execute on function custody_entangled() to nostos_app;
grant select, insert on custody_now to nostos_app;
grant update (facility, status, holder, ground) on custody_now to nostos_app;

-- The engine reads cases to list what is due: it reads custody as it reads the rest, and writes none of it.
alter policy facility_read on facility
    using ((select caller_handles_cases()) or (select caller_reviews()) or (select caller_is_engine()));
alter policy custody_event_read on custody_event
    using ((select caller_handles_cases()) or (select caller_reviews()) or (select caller_is_engine()));
alter policy rights_notice_read on rights_notice
    using ((select caller_handles_cases()) or (select caller_reviews()) or (select caller_is_engine()));
alter policy consular_choice_read on consular_choice
    using ((select caller_handles_cases()) or (select caller_reviews()) or (select caller_is_engine()));
alter policy file_item_said_read on file_item_said
    using ((select caller_handles_cases()) or (select caller_reviews()) or (select caller_is_engine()));
