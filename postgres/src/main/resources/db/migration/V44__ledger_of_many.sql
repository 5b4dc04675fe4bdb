-- A ledger of a hundred thousand figures. What a page of it asks (filter, order, count, the names to choose from) is asked
-- of figure_now alone, whose wall looks at nothing but its own row; figure is read for the rows that are shown.

alter table figure_now
    add column number     bigint,
    add column category   text,
    add column place      text,
    add column origin     text,
    add column authority  text,
    add column said_by    text,
    add column counted    text,
    add column low        numeric(24, 6),
    add column population text,
    add column said_first date,
    add column held_first date,
    add column held_last  date,
    add column words      text;

-- Where these figures stand, by their events.
create function figures_folded(p_figures uuid[]) returns setof figure_now
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    with e as (select x.figure, (array_agg(x.kind order by x.recorded_at desc, x.id desc))[1] as state,
                      bool_or(x.kind = 'PUBLISHED') as open,
                      (array_agg(x.replaced_by order by x.recorded_at desc) filter (where x.kind = 'CORRECTED'))[1]
                          as replaced_by,
                      min(x.recorded_at) filter (where x.kind = 'PUBLISHED') as published_at,
                      max(x.recorded_at) as changed_at
               from figure_event x where x.figure = any (p_figures) group by x.figure),
         s as (select distinct on (x.figure) x.* from figure_event x
               where x.figure = any (p_figures) and x.kind = 'SOURCED'
               order by x.figure, x.recorded_at desc, x.id desc)
    select f.id, e.state, e.open, s.article, s.source_title, s.source_address, s.source_sha256, e.replaced_by,
           e.published_at, e.changed_at,
           f.number, f.category, f.place, f.origin, f.authority, f.said_by, f.counted, f.low, f.population, f.said_first,
           coalesce(f.as_of_first, f.said_first), coalesce(f.as_of_last, f.said_last),
           lower(concat_ws(' ', f.counted, f.words, f.said_by, f.outlet, f.place, f.origin, f.authority))
    from figure f
    join e on e.figure = f.id
    left join s on s.figure = f.id
    where f.id = any (p_figures)
    $$;

create or replace function figure_folded(p_figure uuid) returns figure_now
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select n from figures_folded(array[p_figure]) n $$;

-- All that one statement adds is folded at once.
drop trigger fold on figure_event;
create or replace function figure_fold() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    touched uuid[];
begin
    select array_agg(distinct a.figure) into touched from added a;
    delete from figure_now where figure = any (touched);
    insert into figure_now select * from figures_folded(touched);
    return null;
end $$;
create trigger fold after insert on figure_event referencing new table as added
    for each statement execute function figure_fold();

update figure_now n
    set number = f.number, category = f.category, place = f.place, origin = f.origin, authority = f.authority,
        said_by = f.said_by, counted = f.counted, low = f.low, population = f.population, said_first = f.said_first,
        held_first = coalesce(f.as_of_first, f.said_first), held_last = coalesce(f.as_of_last, f.said_last),
        words = lower(concat_ws(' ', f.counted, f.words, f.said_by, f.outlet, f.place, f.origin, f.authority))
    from figure f where f.id = n.figure;

alter table figure_now
    alter column number set not null,
    alter column category set not null,
    alter column counted set not null,
    alter column low set not null,
    alter column words set not null;

drop index figure_now_open, figure_now_published, figure_said, figure_category, figure_population;

-- One for each order of the list; what counts a page out needs nothing but the index.
create index figure_now_said on figure_now (said_first desc nulls last, number desc) include (figure, open);
create index figure_now_said_up on figure_now (said_first, number) include (figure, open);
create index figure_now_held on figure_now (held_first desc nulls last, number desc) include (figure, open);
create index figure_now_held_up on figure_now (held_first, number) include (figure, open);
create index figure_now_low on figure_now (low, number) include (figure, open);
create index figure_now_counted on figure_now (counted, number) include (figure, open);
create index figure_now_place on figure_now (place desc nulls last, number desc) include (figure, open);
create index figure_now_place_up on figure_now (place, number) include (figure, open);
create index figure_now_said_by on figure_now (said_by desc nulls last, number desc) include (figure, open);
create index figure_now_said_by_up on figure_now (said_by, number) include (figure, open);
create index figure_now_state on figure_now (state, number) include (figure, open);

-- And those that a question narrows by.
create index figure_now_category on figure_now (category, place, said_first desc nulls last, number desc)
    include (figure, open, state);
create index figure_now_population on figure_now (population) where state = 'PUBLISHED';
create index figure_now_origin on figure_now (origin) include (open, state);
create index figure_now_authority on figure_now (authority) include (open, state);

-- Whether one figure is open is looked up for that one, not for all.
alter policy figure_read on figure
    using ((select caller_analyses()) or exists (select from figure_now n where n.figure = id and n.open));
alter policy figure_event_read on figure_event
    using ((select caller_analyses()) or exists (select from figure_now n where n.figure = figure_event.figure and n.open));

create index article_recorded on article (recorded_at desc, id);
create index article_claim_article on article_claim (article, place);
create index article_claim_decided_claim on article_claim_decided (claim);
