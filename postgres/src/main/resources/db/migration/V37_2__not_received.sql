-- A summary is worked out when something happens and once a day; that nobody has received somebody in time happens by
-- itself, at an hour. The cases whose hour has come and whose summary does not say so yet.

create function cases_not_received(p_at timestamptz, p_most int) returns setof uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select distinct s.person
    from transfer_event e
    join transfer t on t.id = e.transfer
    join transfer_line l on l.transfer = t.id
    join case_summary s on s.person = any (law_joined(transfer_placed('transfers', l.id, l.person)))
    where caller_is_engine() and e.kind = 'DEPARTED' and e.happened_at + t.hours * interval '1 hour' < p_at
      and transfer_stage(t.id) in ('DEPARTED', 'HANDED_OVER') and transfer_line_end(l.id) is null
      and not exists (select from transfer_line_event r where r.line = l.id and r.kind = 'RECEIVED')
      and not exists (select from case_flag f
                      where f.person = s.person and f.rule = 'transfer.not-received' and t.number = any (f.arguments))
    limit p_most
    $$;
grant execute on function cases_not_received(timestamptz, int) to nostos_app;
create index transfer_event_departed on transfer_event (happened_at) where kind = 'DEPARTED';
