-- How long a prison sentence is, from which day it runs and what is credited, each as far as it is known; and nobody
-- is transferred to serve a sentence elsewhere unless six months of it are left.

alter table law_proceeding_event
    drop constraint law_proceeding_event_kind_check,
    add constraint law_proceeding_event_kind_check
        check (kind in ('INVESTIGATED', 'CHARGED', 'TRIED', 'ACQUITTED', 'CONVICTED', 'DISCONTINUED', 'APPEALED', 'FINAL',
                        'COMMUTED', 'TERM_STATED', 'SUSPENDED', 'CARRIED_OUT')),
    add column term_life boolean not null default false,
    add column term_years int check (term_years between 0 and 1000),
    add column term_months int check (term_months between 0 and 36500),
    add column term_days int check (term_days between 0 and 36500),
    add column runs_from date check (runs_from between '1900-01-01' and '2200-01-01'),
    add column credited int check (credited between 0 and 36500),
    add constraint law_proceeding_event_term_whole
        check (num_nulls(term_years, term_months, term_days) in (0, 3)),
    add constraint law_proceeding_event_term_some
        check (term_years is null or term_years + term_months + term_days > 0),
    add constraint law_proceeding_event_term_or_life
        check (not term_life or term_years is null),
    add constraint law_proceeding_event_term_of_prison
        check (sentence is not distinct from 'PRISON' or kind = 'TERM_STATED'
               or (not term_life and num_nonnulls(term_years, runs_from, credited) = 0));

-- Why a sentence may not be served elsewhere: too little of it is left, or nobody knows how much. A sentence that was
-- suspended last leaves nobody knows how much.
create function law_sentence_short(p_persons uuid[], p_on date) returns text
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    with final as (
        select distinct f.proceeding from law_proceeding_event f
        where f.kind = 'FINAL' and (f.person = any (p_persons) or f.id = any (law_placed_on(p_persons)))
          and coalesce(law_placed(f.id), f.person) = any (p_persons)
          and not exists (select from law_proceeding_event a
                          where a.proceeding = f.proceeding and a.recorded_at > f.recorded_at
                            and a.kind in ('APPEALED', 'ACQUITTED', 'DISCONTINUED', 'CARRIED_OUT'))
    ), known as (
        select t.term_life as life,
               (t.runs_from + make_interval(years => t.term_years, months => t.term_months, days => t.term_days))::date
                   - t.credited as ends
        from final f
        join lateral (select s.kind, s.sentence from law_proceeding_event s
                      where s.proceeding = f.proceeding and s.kind in ('CONVICTED', 'COMMUTED', 'ACQUITTED', 'SUSPENDED')
                      order by s.recorded_at desc, s.id desc limit 1) stands
          on stands.kind in ('CONVICTED', 'COMMUTED') and stands.sentence = 'PRISON'
        join lateral (select * from law_proceeding_event s
                      where s.proceeding = f.proceeding and s.kind in ('CONVICTED', 'COMMUTED', 'TERM_STATED')
                      order by s.recorded_at desc, s.id desc limit 1) t on true
    )
    select case
        when coalesce(bool_or(k.life or k.ends >= p_on + interval '6 months'), false) then null
        when coalesce(bool_or(not k.life and k.ends is null), true) then 'nobody knows how much of the sentence is left'
        else 'less than six months of the sentence are left'
    end from known k
    $$;

alter function law_hindrance(uuid, text, text, text[], date) rename to law_hindrance_of_stay;
create function law_hindrance(p_person uuid, p_route text, p_destination text, p_transit text[], p_on date) returns text
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select coalesce(law_hindrance_of_stay(p_person, p_route, p_destination, p_transit, p_on),
                    case when p_route = 'SENTENCE_TRANSFER' then law_sentence_short(law_joined(p_person), p_on) end)
    $$;
