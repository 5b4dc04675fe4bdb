-- After a run the tables have grown at a stroke; the planner must not wait for the next round of the
-- autovacuum to know it.

create function linking_settled() returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    if not caller_is_engine() then
        raise exception 'only the engine settles a run' using errcode = '42501';
    end if;
    analyze record;
    analyze person;
    analyze proposal;
    analyze pair_standing;
    analyze person_cluster;
end $$;

grant execute on function linking_settled() to nostos_app;
