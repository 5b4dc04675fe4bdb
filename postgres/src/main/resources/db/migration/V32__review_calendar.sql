-- The calendar of hearings, reviews, terms, notices and replies; and a term of appeal that stands.

create index case_flag_calendar on case_flag (due, rule, person) where due is not null;

-- Nothing is final while the person can still appeal.
create function law_review_term_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    if new.kind = 'FINAL'
       and exists (select from law_review_event n
                   where n.review = new.review and n.kind = 'NOTIFIED'
                     and n.due >= (clock_timestamp() at time zone 'UTC')::date
                     and not exists (select from law_review_event a
                                     where a.review = n.review and a.kind = 'UPHELD' and a.recorded_at > n.recorded_at)) then
        raise exception 'the person can still appeal' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger guard_3 before insert on law_review_event for each row execute function law_review_term_guard();
