-- What is said in public: articles as they were handed in, the figures in them and from elsewhere, who entered, sourced,
-- reviewed and published each, and what of them does not fit. No table here refers to a person, a record or a case.

create table article (
    id           uuid primary key,
    party        uuid not null references party (id),
    title        text not null check (length(title) between 1 and 500),
    outlet       text check (length(outlet) between 1 and 200),
    address      text check (length(address) between 1 and 2000),
    published_on date,
    media        text not null check (media in ('TEXT', 'HTML', 'PDF')),
    sha256       text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes        bytea not null check (octet_length(bytes) between 1 and 20971520),
    account      uuid not null references account (id),
    recorded_at  timestamptz not null default clock_timestamp(),
    act          uuid not null references journal_entry (id),
    unique (party, sha256)
);

-- What reading an article came to: its text, or why it has none.
create table article_reading (
    id          uuid primary key,
    article     uuid not null references article (id),
    party       uuid not null references party (id),
    text        text check (length(text) <= 20000000),
    fault       text check (fault ~ '^[a-z-]{1,40}$'),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check ((text is null) = (fault is not null)),
    unique (party, article)
);

create table figure (
    id           uuid primary key,
    party        uuid not null references party (id),
    number       bigint generated always as identity,
    low          numeric(24, 6) not null check (low >= 0),
    high         numeric(24, 6) check (high >= low),
    qualifier    text not null check (qualifier in ('EXACT', 'ABOUT', 'AT_LEAST', 'MORE_THAN', 'AT_MOST', 'LESS_THAN', 'RANGE',
                                                    'VAGUE')),
    unit         text not null check (unit ~ '^[a-z]{3,20}$'),
    counted      text not null check (length(counted) between 1 and 300),
    category     text not null check (category in ('HELD', 'FOREIGN_HELD', 'WOMEN', 'CHILDREN', 'FAMILIES', 'ESCAPED',
                                                   'RECAPTURED', 'KILLED', 'INJURED', 'DISPLACED', 'JOINED', 'REPATRIATED',
                                                   'TRANSFERRED', 'EXCHANGED', 'RELEASED', 'TO_BE_REPATRIATED',
                                                   'TO_BE_TRANSFERRED', 'CONVICTED', 'PROSECUTED', 'COUNTRIES', 'COST',
                                                   'OTHER')),
    origin       text check (length(origin) between 1 and 300),
    place        text check (length(place) between 1 and 300),
    authority    text check (length(authority) between 1 and 300),
    said_by      text check (length(said_by) between 1 and 300),
    speaker_name text check (length(speaker_name) between 1 and 200),
    outlet       text check (length(outlet) between 1 and 200),
    said_on      text check (said_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
    said_first   date,
    said_last    date,
    as_of        text check (as_of ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
    as_of_first  date,
    as_of_last   date,
    words        text check (length(words) between 1 and 2000),
    part_of      uuid references figure (id),
    replaces     uuid references figure (id),
    account      uuid not null references account (id),
    recorded_at  timestamptz not null default clock_timestamp(),
    act          uuid not null references journal_entry (id),
    check ((qualifier in ('EXACT', 'ABOUT') and high = low)
           or (qualifier in ('AT_LEAST', 'MORE_THAN', 'VAGUE') and high is null)
           or (qualifier in ('AT_MOST', 'LESS_THAN') and low = 0 and high is not null)
           or (qualifier = 'RANGE' and high is not null)),
    check (num_nulls(said_on, said_first, said_last) in (0, 3) and said_first <= said_last),
    check (num_nulls(as_of, as_of_first, as_of_last) in (0, 3) and as_of_first <= as_of_last),
    check (speaker_name is null or said_by is not null and words is not null)
);
create unique index figure_number on figure (party, number);
create index figure_said on figure (said_first desc nulls last, number desc);
create index figure_part on figure (part_of) where part_of is not null;
create index figure_replaces on figure (replaces) where replaces is not null;
create index figure_category on figure (category, place, said_first desc nulls last);

create table figure_event (
    id             uuid primary key,
    figure         uuid not null references figure (id),
    party          uuid not null references party (id),
    kind           text not null check (kind in ('ENTERED', 'SOURCED', 'REVIEWED', 'PUBLISHED', 'CORRECTED', 'RETRACTED')),
    article        uuid references article (id),
    source_title   text check (length(source_title) between 1 and 500),
    source_address text check (length(source_address) between 1 and 2000),
    source_sha256  text check (source_sha256 ~ '^[0-9a-f]{64}$'),
    replaced_by    uuid references figure (id),
    reason         text check (length(reason) between 1 and 4000),
    account        uuid not null references account (id),
    recorded_at    timestamptz not null default clock_timestamp(),
    act            uuid not null references journal_entry (id),
    check ((kind = 'SOURCED') = (source_title is not null)),
    check (kind = 'SOURCED' or article is null and source_address is null and source_sha256 is null),
    check ((kind = 'CORRECTED') = (replaced_by is not null)),
    check (kind not in ('CORRECTED', 'RETRACTED') or reason is not null)
);
create index figure_event_figure on figure_event (figure, recorded_at);

-- Where each figure stands: worked out of its events by figure_fold, and nothing else.
create table figure_now (
    figure         uuid primary key references figure (id),
    state          text not null,
    open           boolean not null,
    article        uuid,
    source_title   text,
    source_address text,
    source_sha256  text,
    replaced_by    uuid,
    published_at   timestamptz,
    changed_at     timestamptz not null
);
create index figure_now_open on figure_now (figure) where open;
create index figure_now_changed on figure_now (changed_at desc);
create index figure_now_published on figure_now (figure) where state = 'PUBLISHED';

-- A figure that was found in an article, and what became of it.
create table article_claim (
    id          uuid primary key,
    article     uuid not null references article (id),
    party       uuid not null references party (id),
    place       int not null check (place >= 0),
    start_at    int not null check (start_at >= 0),
    end_at      int not null,
    claim       jsonb not null check (length(claim::text) <= 20000),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check (end_at > start_at),
    unique (party, article, place)
);

create table article_claim_decided (
    id          uuid primary key,
    claim       uuid not null references article_claim (id),
    party       uuid not null references party (id),
    kind        text not null check (kind in ('ACCEPTED', 'MENDED', 'REJECTED')),
    figure      uuid references figure (id),
    reason      text check (length(reason) between 1 and 4000),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check ((kind = 'REJECTED') = (figure is null)),
    unique (party, claim)
);

-- What does not fit among the published figures: worked out of them, and worked out again at any time.
create table finding (
    id       uuid primary key default gen_random_uuid(),
    key      text not null check (key ~ '^[0-9a-f]{64}$'),
    kind     text not null check (length(kind) between 1 and 60),
    standing text not null check (length(standing) between 1 and 40),
    figures  uuid[] not null check (cardinality(figures) > 0),
    detail   jsonb not null,
    found_at timestamptz not null default clock_timestamp()
);
create index finding_key on finding (key);
create index finding_figures on finding using gin (figures);

create table finding_decision (
    id          uuid primary key,
    finding     text not null check (finding ~ '^[0-9a-f]{64}$'),
    party       uuid not null references party (id),
    kind        text not null check (kind in ('ACCEPTED', 'EXPLAINED', 'DISMISSED')),
    reason      text not null check (length(reason) between 1 and 4000),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);
create index finding_decision_finding on finding_decision (finding, recorded_at desc);

-- ---- what is worked out ------------------------------------------------------------------------------

-- The row of figure_now that a figure's events come to.
create function figure_folded(p_figure uuid) returns figure_now
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select row(p_figure,
               (select e.kind from figure_event e where e.figure = p_figure order by e.recorded_at desc, e.id desc limit 1),
               exists (select from figure_event e where e.figure = p_figure and e.kind = 'PUBLISHED'),
               s.article, s.source_title, s.source_address, s.source_sha256,
               (select e.replaced_by from figure_event e where e.figure = p_figure and e.kind = 'CORRECTED'
                order by e.recorded_at desc limit 1),
               (select min(e.recorded_at) from figure_event e where e.figure = p_figure and e.kind = 'PUBLISHED'),
               (select max(e.recorded_at) from figure_event e where e.figure = p_figure))::figure_now
    from (select 1) one
    left join lateral (select e.* from figure_event e where e.figure = p_figure and e.kind = 'SOURCED'
                       order by e.recorded_at desc, e.id desc limit 1) s on true
    $$;

create function figure_fold() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    delete from figure_now where figure = new.figure;
    insert into figure_now select (figure_folded(new.figure)).*;
    return null;
end $$;
create trigger fold after insert on figure_event for each row execute function figure_fold();

-- ---- guards ------------------------------------------------------------------------------------------

-- One act on a figure at a time.
create function figure_turn(p_figure uuid) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(p_figure::text, 7305801482139));
end $$;

-- What is worked out of the figures together is worked out by one at a time.
create function findings_turn() returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    perform pg_advisory_xact_lock(7305801482140);
end $$;

-- A trigger before a row is added runs before the policy: to a stranger it says what the policy says.
create function only_analysts() returns trigger
    language plpgsql as $$
begin
    if not nostos.caller_analyses() then
        raise exception 'new row violates row-level security policy for table "%"', tg_table_name using errcode = '42501';
    end if;
    return new;
end $$;

create function figure_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    if new.said_first > (clock_timestamp() at time zone 'UTC')::date + 1 then
        raise exception 'nothing was said on a day to come' using errcode = '23514';
    end if;
    if new.part_of = new.id or new.replaces = new.id then
        raise exception 'a figure is no part of itself' using errcode = '23514';
    end if;
    return new;
end $$;

create function figure_event_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    stands text;
begin
    perform figure_turn(new.figure);
    stands := (select e.kind from figure_event e where e.figure = new.figure
               order by e.recorded_at desc, e.id desc limit 1);
    if not coalesce(case new.kind
                        when 'ENTERED' then stands is null
                        when 'SOURCED' then stands = 'ENTERED'
                        when 'REVIEWED' then stands = 'SOURCED'
                        when 'PUBLISHED' then stands = 'REVIEWED'
                        else stands not in ('CORRECTED', 'RETRACTED') end, false) then
        raise exception 'the figure does not allow this step' using errcode = '23514';
    end if;
    if new.kind = 'ENTERED' and not exists (select from figure f where f.id = new.figure and f.account = new.account) then
        raise exception 'somebody else entered it' using errcode = '23514';
    end if;
    if new.kind = 'REVIEWED'
       and exists (select from figure_event e where e.figure = new.figure and e.kind in ('ENTERED', 'SOURCED')
                                                and e.account = new.account) then
        raise exception 'nobody reviews what they entered or sourced' using errcode = '23514';
    end if;
    if new.kind = 'CORRECTED'
       and not exists (select from figure f where f.id = new.replaced_by and f.replaces = new.figure
                       and (stands <> 'PUBLISHED' or exists (select from figure_event e where e.figure = f.id
                                                             and e.kind = 'PUBLISHED'))) then
        raise exception 'nothing takes its place yet' using errcode = '23514';
    end if;
    return new;
end $$;

create trigger guard before insert on figure for each row execute function figure_guard();
create trigger guard before insert on figure_event for each row execute function figure_event_guard();

-- ---- walls -------------------------------------------------------------------------------------------
-- Analysts read and write the ledger. Everybody who is signed in reads what was ever published, with what became of it;
-- an article's text stays with the analysts: it is somebody else's.

alter table article enable row level security;
alter table article_reading enable row level security;
alter table article_claim enable row level security;
alter table article_claim_decided enable row level security;
alter table figure enable row level security;
alter table figure_event enable row level security;
alter table figure_now enable row level security;
alter table finding enable row level security;
alter table finding_decision enable row level security;

create policy figure_now_read on figure_now for select to nostos_app
    using ((select caller_analyses()) or (open and (select caller_account()) is not null));
create policy figure_read on figure for select to nostos_app
    using ((select caller_analyses()) or id in (select n.figure from figure_now n where n.open));
create policy figure_event_read on figure_event for select to nostos_app
    using ((select caller_analyses()) or figure in (select n.figure from figure_now n where n.open));
create policy finding_read on finding for select to nostos_app
    using ((select caller_account()) is not null);
create policy finding_decision_read on finding_decision for select to nostos_app
    using ((select caller_account()) is not null);
create policy finding_work on finding for all to nostos_app
    using ((select caller_analyses())) with check ((select caller_analyses()));

do $$
declare
    t text;
begin
    foreach t in array array['article', 'article_reading', 'article_claim', 'article_claim_decided'] loop
        execute format('create policy %s_read on %s for select to nostos_app using ((select caller_analyses()))', t, t);
    end loop;
    foreach t in array array['article', 'article_reading', 'article_claim', 'article_claim_decided', 'figure', 'figure_event',
                             'finding_decision'] loop
        execute format('create policy %s_add on %s for insert to nostos_app with check ((select caller_analyses())'
                       || ' and account = (select caller_account()) and party = (select caller_party()))', t, t);
        execute format('create trigger a_moment before insert on %I for each row when (current_user = ''nostos_app'')'
                       || ' execute function recorded_now()', t);
        execute format('create trigger a_stranger before insert on %I for each row when (current_user = ''nostos_app'')'
                       || ' execute function only_analysts()', t);
        execute format('create trigger act_now after insert on %s referencing new table as added'
                       || ' for each statement execute function require_act()', t);
    end loop;
end $$;

grant execute on function figure_turn(uuid), findings_turn() to nostos_app;
grant select, insert on article, article_reading, article_claim, article_claim_decided, figure, figure_event,
    finding_decision to nostos_app;
grant select on figure_now to nostos_app;
grant select, insert, update, delete on finding to nostos_app;
