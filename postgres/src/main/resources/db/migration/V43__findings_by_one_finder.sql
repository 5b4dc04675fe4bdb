-- One finder of what does not fit. Published figures stand on shelves (of one noun, population, event; in the order of their
-- days), and a figure that comes or goes is compared with the nearest on them. figure.population is no longer written.

create table figure_compared (
    figure     uuid primary key references figure (id),
    noun       uuid not null,
    population uuid,
    event      uuid,
    day        date not null
);
create index figure_compared_noun on figure_compared (noun, day, figure);
create index figure_compared_population on figure_compared (population, day, figure) where population is not null;
create index figure_compared_event on figure_compared (event, figure) where event is not null;

-- What was decided about a finding of before holds for the same kind of finding about the same figures. A key is made of the
-- kind and of the figures that do not fit.
create table finding_was (
    key text not null check (key ~ '^[0-9a-f]{64}$'),
    was text not null check (was ~ '^[0-9a-f]{64}$'),
    primary key (key, was)
);
insert into finding_was (key, was)
select distinct encode(sha256(convert_to(
                           k.now || (select string_agg('|' || x.figure, '' order by x.figure collate "C")
                                     from (select distinct unnest(f.figures)::text as figure) x), 'UTF8')), 'hex'),
                f.key
from finding f
join (values ('PARTS_MISS', 'DOES_NOT_ADD_UP'), ('PARTS_EXCEED', 'DOES_NOT_ADD_UP'),
             ('PART_LARGER', 'PART_LARGER_THAN_WHOLE'), ('STEP_BACK', 'SERIES_TURNS'), ('DISAGREE', 'CONTRADICTION'),
             ('RATIO', 'UNLIKELY_RATIO')) k (was, now) on k.was = f.kind;

-- Worked out again when the next figure is published, or when an analyst asks for it.
delete from finding;
create index finding_kind on finding (kind, found_at desc);

alter table figure_compared enable row level security;
alter table finding_was enable row level security;
create policy figure_compared_work on figure_compared for all to nostos_app
    using ((select caller_analyses())) with check ((select caller_analyses()));
create policy finding_was_read on finding_was for select to nostos_app using ((select caller_account()) is not null);
grant select, insert, delete on figure_compared to nostos_app;
grant select on finding_was to nostos_app;
