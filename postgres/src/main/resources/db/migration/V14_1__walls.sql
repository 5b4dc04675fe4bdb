-- ---- closed after the attack ------------------------------------------------------------------------------------
-- Unique keys and references see through walls. Whether a row may name another is therefore decided before
-- either is looked at: what belongs to somebody else is refused like what nobody has.

create function own_files() returns setof uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select f.id from received_file f where f.party = caller_intake() $$;
create function own_lists() returns setof uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select l.id from list l where l.party = caller_intake() $$;
create function own_versions() returns setof uuid
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select v.id from list_version v where v.party = caller_intake() $$;
grant execute on function own_files(), own_lists(), own_versions() to nostos_app;

create policy of_its_own on received_part as restrictive for insert to nostos_app
    with check (file in (select own_files()));
create policy of_its_own on list_version as restrictive for insert to nostos_app
    with check (file in (select own_files()) and list in (select own_lists()));
create policy of_its_own on list_event as restrictive for insert to nostos_app
    with check ((select caller_is_engine()) or version in (select own_versions()));
create policy of_its_own on record as restrictive for insert to nostos_app
    with check ((select caller_is_engine()) or version in (select own_versions()));
create policy of_its_own on mended_row as restrictive for insert to nostos_app
    with check (mend in (select m.id from row_mend m where m.party = (select caller_intake())));
create policy of_its_own on household_member as restrictive for insert to nostos_app
    with check ((select caller_is_engine())
                or household in (select h.id from household h where h.party = (select caller_intake())));
create policy of_its_own on person as restrictive for insert to nostos_app
    with check (exists (select from record r where r.id = person.record and r.party = person.party));

-- A number is given, never chosen: one that is taken cannot be tried out, nor one that comes taken away.
create function person_numbered() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    if new.ordinal is null then
        new.ordinal := nextval('person_ordinal');
        new.number := 'N-' || to_char(current_date, 'YYYY') || '-'
                      || lpad(new.ordinal::text, greatest(6, length(new.ordinal::text)), '0');
    end if;
    return new;
end $$;
create trigger numbered before insert on person for each row execute function person_numbered();
revoke insert on person from nostos_app;
grant insert (id, record, party, act) on person to nostos_app;
revoke usage on sequence person_ordinal from nostos_app;

-- Whether two records were judged is the reviewers' to know, also by asking outright.
create or replace function pair_is_open_to_caller(l uuid, r uuid) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select (caller_reviews() or caller_is_engine())
       and (exists (select from pair_standing p where p.record_l = l and p.record_r = r
                      and p.state in ('SAME', 'DIFFERENT', 'UNSURE') and p.since < transaction_timestamp())
            or exists (select from judgement j where j.record_l = l and j.record_r = r
                         and j.account = caller_account() and j.recorded_at < transaction_timestamp()
                         and not exists (select from judgement_undone u where u.judgement = j.id)))
    $$;

-- The lock that orders judgements is the committee's; taken by the owner's right, so that nobody else needs any.
create or replace function judgement_turn() returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    if not caller_coordinates() then
        raise exception 'only the committee judges' using errcode = '42501';
    end if;
    perform pg_advisory_xact_lock(7305801482116);
end $$;
