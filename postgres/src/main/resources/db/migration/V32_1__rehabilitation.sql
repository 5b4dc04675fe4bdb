-- Rehabilitation to which a review sent somebody: their needs and how they get on, in words, and where they go
-- from there. There is no number in it that could rank a person.

create table law_rehabilitation_event (
    id          uuid primary key,
    stay        uuid not null,
    person      uuid not null references person (id),
    party       uuid not null references party (id),
    kind        text not null check (kind in ('REFERRED', 'ADMITTED', 'PLANNED', 'ASSESSED', 'EXTENDED', 'COMPLETED', 'LEFT',
                                              'ONWARD_PROPOSED', 'ONWARD_DECIDED', 'ONWARD_RETURNED')),
    review      uuid,
    place       text check (length(place) between 1 and 200),
    needs       text check (length(needs) between 1 and 8000),
    due         date,
    onward      text check (onward in ('RELEASE', 'JUDICIARY', 'RETURN')),
    happened_on date not null,
    reason      text not null check (length(reason) between 1 and 8000),
    source      text check (length(source) between 1 and 500),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check ((kind = 'REFERRED') = (stay = id)),
    check ((kind = 'REFERRED') = (review is not null)),
    check ((kind = 'ADMITTED') = (place is not null)),
    check ((kind in ('PLANNED', 'ASSESSED')) = (needs is not null)),
    check ((kind in ('PLANNED', 'ASSESSED', 'EXTENDED')) = (due is not null)),
    check ((kind = 'ONWARD_PROPOSED') = (onward is not null)),
    check (due between happened_on and happened_on + 90)
);
create index law_rehabilitation_event_person on law_rehabilitation_event (person);
create index law_rehabilitation_event_stay on law_rehabilitation_event (stay);

create type law_rehabilitation_fold as (
    state    text,
    onward   text,
    proposer uuid
);

-- The stay after one more event, or nothing where it does not allow that step to that hand.
create function law_rehabilitation_after(f law_rehabilitation_fold, e law_rehabilitation_event)
    returns law_rehabilitation_fold
    language plpgsql immutable
    as $$
declare
    n law_rehabilitation_fold := f;
begin
    if (f.state is null) <> (e.kind = 'REFERRED') then return null; end if;
    case
    when e.kind = 'REFERRED' then n.state := 'REFERRED';
    when e.kind = 'ADMITTED' and f.state = 'REFERRED' then n.state := e.kind;
    when e.kind = 'PLANNED' and f.state in ('ADMITTED', 'PLANNED', 'ASSESSED', 'EXTENDED') then n.state := e.kind;
    when e.kind = 'ASSESSED' and f.state in ('PLANNED', 'ASSESSED', 'EXTENDED') then n.state := e.kind;
    when e.kind = 'EXTENDED' and f.state = 'ASSESSED' then n.state := e.kind;
    when e.kind = 'COMPLETED' and f.state in ('ASSESSED', 'EXTENDED') then n.state := e.kind;
    when e.kind = 'LEFT' and f.state in ('REFERRED', 'ADMITTED', 'PLANNED', 'ASSESSED', 'EXTENDED') then n.state := e.kind;
    when e.kind = 'ONWARD_PROPOSED' and f.state <> 'ENDED' and f.proposer is null then
        n.onward := e.onward; n.proposer := e.account;
    when e.kind = 'ONWARD_RETURNED' and f.proposer <> e.account then n.onward := null; n.proposer := null;
    when e.kind = 'ONWARD_DECIDED' and f.proposer <> e.account then n.state := 'ENDED'; n.proposer := null;
    else return null;
    end case;
    return n;
end $$;

create function law_rehabilitation(p_stay uuid) returns law_rehabilitation_fold
    language plpgsql stable security definer set search_path = nostos, pg_temp
    as $$
declare
    f law_rehabilitation_fold;
    n law_rehabilitation_fold;
    e law_rehabilitation_event;
begin
    for e in select * from law_rehabilitation_event r where r.stay = p_stay order by r.recorded_at, r.id loop
        n := law_rehabilitation_after(f, e);
        if n.state is not null then f := n; end if;
    end loop;
    return f;
end $$;

-- The review of theirs that was decided last, and stands.
create function law_decided(p_persons uuid[]) returns table (review uuid, outcome text)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select r.review, (law_review(r.review)).outcome from law_review_event r
    where r.kind = 'OPENED' and coalesce(placed_person('legal', r.id), r.person) = any (p_persons)
      and (r.person = any (p_persons) or r.id in (select placed_on('legal', p_persons)))
      and (law_review(r.review)).state in ('DECIDED', 'NOTIFIED', 'APPEALED', 'UPHELD', 'FINAL')
    order by r.recorded_at desc, r.id desc limit 1
    $$;

-- Whether somebody is in rehabilitation and nobody decided that they go.
create function law_rehabilitating(p_persons uuid[]) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select coalesce((select (law_rehabilitation(r.stay)).state <> 'ENDED' from law_rehabilitation_event r
                     where r.kind = 'REFERRED' and coalesce(placed_person('legal', r.id), r.person) = any (p_persons)
                       and (r.person = any (p_persons) or r.id in (select placed_on('legal', p_persons)))
                     order by r.recorded_at desc, r.id desc limit 1), false)
    $$;

create function law_rehabilitation_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    who uuid[] := law_joined(new.person);
    f   law_rehabilitation_fold;
begin
    perform case_turn(new.person);
    f := law_rehabilitation(new.stay);
    if new.kind <> 'REFERRED'
       and not exists (select from law_rehabilitation_event r
                       where r.stay = new.stay and r.kind = 'REFERRED' and r.person = any (who)) then
        raise exception 'no such stay' using errcode = '23514';
    end if;
    if new.kind = 'REFERRED'
       and (law_rehabilitating(who)
            or not exists (select from law_decided(who) d
                           where d.review = new.review and d.outcome = 'REFER_TO_REHABILITATION')
            or exists (select from law_rehabilitation_event r where r.review = new.review)) then
        raise exception 'no review sends them to rehabilitation' using errcode = '23514';
    end if;
    if (law_rehabilitation_after(f, new)).state is null then
        raise exception 'the rehabilitation does not allow this step, or not to this hand' using errcode = '23514';
    end if;
    if (new.onward = 'JUDICIARY' or (new.kind = 'ONWARD_DECIDED' and f.onward = 'JUDICIARY'))
       and not exists (select from law_decided(who) d where d.outcome = 'REFER_TO_JUDICIARY') then
        raise exception 'no review sends them before a court' using errcode = '23514';
    end if;
    return new;
end $$;

create trigger guard_1 before insert on law_rehabilitation_event for each row execute function law_event_guard();
create trigger guard_2 before insert on law_rehabilitation_event for each row execute function law_rehabilitation_guard();
create trigger act_now after insert on law_rehabilitation_event referencing new table as added
    for each statement execute function require_act();

-- Nobody is moved out of it before somebody decided that they go.
alter function law_hindrance(uuid, text, text, text[], date) rename to law_hindrance_of_review;
create function law_hindrance(p_person uuid, p_route text, p_destination text, p_transit text[], p_on date) returns text
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select coalesce(law_hindrance_of_review(p_person, p_route, p_destination, p_transit, p_on),
                    case when law_rehabilitating(law_joined(p_person)) then 'nobody decided that they go from rehabilitation' end)
    $$;

create function erase_more_law_rehabilitation(p_persons uuid[], p_records uuid[]) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    perform erase_payloads(array(select act from law_rehabilitation_event where person = any (p_persons)));
    update law_rehabilitation_event set reason = 'erased', source = null,
           place = case when place is not null then 'erased' end, needs = case when needs is not null then 'erased' end
        where person = any (p_persons);
end $$;

alter table law_rehabilitation_event enable row level security;
create policy law_rehabilitation_event_read on law_rehabilitation_event for select to nostos_app
    using ((select caller_handles_cases()) or (select caller_is_engine())
           or ((select caller_counsel()) is not null and person in (select caller_clients())));
create policy law_rehabilitation_event_add on law_rehabilitation_event for insert to nostos_app
    with check (account = (select caller_account()) and party = (select caller_party())
                and ((select caller_decides_law())
                     or (kind not in ('ONWARD_PROPOSED', 'ONWARD_DECIDED', 'ONWARD_RETURNED')
                         and (select caller_handles_cases()))));
grant select, insert on law_rehabilitation_event to nostos_app;
