-- What does not fit is worked out by groups: a whole with its parts, one population along time, its families and people.

alter table finding drop column standing;
alter table finding add column of_group text not null;
create index finding_group on finding (of_group);

-- Of whom a figure speaks, written one way by the room; none where nobody said the place.
alter table figure add column population text;
update figure set population = category || '|' || replace(lower(btrim(place)), '|', ' ') || '|'
                               || replace(lower(btrim(coalesce(origin, ''))), '|', ' ')
    where place is not null;
create index figure_population on figure (population);
