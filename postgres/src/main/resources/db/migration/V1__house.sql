-- The house: who is calling, and the journal in which every act is written.
--
-- Roles (made by Installation, before any migration):
--   nostos_owner    owns everything here and migrates
--   nostos_app      serves pages and jobs; row-level security binds it
--   nostos_door     checks passwords and opens sessions, nothing else
--   nostos_journal  chains and seals what has been committed

create extension if not exists pgcrypto with schema nostos;

-- A function is for nobody until it is granted.
alter default privileges revoke execute on functions from public;

-- ---- the caller ------------------------------------------------------------------------------
-- A transaction is entered with a session's secret (V2: nostos.enter). What is then known of the
-- caller stands in a setting that any statement may overwrite, so it carries a MAC over the claim and
-- over this transaction: a claim made up, or copied from elsewhere, reads as no claim at all.

create table claim_key (
    only_one boolean primary key default true check (only_one),
    key      bytea not null check (octet_length(key) = 32)
);
insert into claim_key (key) values (gen_random_bytes(32));

create function claim_scope() returns text
    language sql stable parallel restricted
    return pg_backend_pid() || '/' || (extract(epoch from transaction_timestamp()) * 1000000)::bigint;

create function claim_mac(message text) returns text
    language sql stable parallel restricted security definer set search_path = nostos, pg_temp
    as $$ select encode(hmac(convert_to(message, 'UTF8'), key, 'sha256'), 'hex') from claim_key $$;

create function claim_set(account uuid, party uuid, party_kind text, role text, session uuid) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    message text := concat_ws('|', account, party, party_kind, role, session, claim_scope());
begin
    perform set_config('nostos.claim', message || '|' || claim_mac(message), true);
end $$;

create function claims() returns text[]
    language plpgsql stable parallel restricted security definer set search_path = nostos, pg_temp
    as $$
declare
    parts text[] := string_to_array(current_setting('nostos.claim', true), '|');
begin
    if array_length(parts, 1) = 7
       and parts[6] = claim_scope()
       and parts[7] = claim_mac(array_to_string(parts[1:6], '|')) then
        return parts;
    end if;
    return null;
end $$;

create function caller_account() returns uuid
    language sql stable parallel restricted
    return (claims())[1]::uuid;

create function caller_party() returns uuid
    language sql stable parallel restricted
    return (claims())[2]::uuid;

create function caller_party_kind() returns text
    language sql stable parallel restricted
    return (claims())[3];

create function caller_role() returns text
    language sql stable parallel restricted
    return (claims())[4];

-- Whether the caller sits on the coordinating committee in a role that may see persons.
create function caller_coordinates() returns boolean
    language sql stable parallel restricted
    return coalesce((claims())[3] = 'COORDINATING_COMMITTEE'
                    and (claims())[4] not in ('ADMINISTRATOR', 'MONITOR'), false);

grant execute on function claims(), claim_scope(), caller_account(), caller_party(), caller_party_kind(), caller_role(),
    caller_coordinates() to nostos_app, nostos_door, nostos_journal;

-- ---- the journal -----------------------------------------------------------------------------
-- Entries commit unchained, together with what they speak of, and take no shared lock. A pending row
-- tells the sequencer what it has not chained yet. What an entry speaks of stands salted in
-- journal_payload, which a retention act may erase; the commitment stays.

create table journal_entry (
    id          uuid primary key,
    recorded_at timestamptz(6) not null,
    actor       uuid not null,
    role        text not null,
    party       uuid not null,
    kind        text not null check (kind ~ '^[a-z]+\.[a-z-]+$'),
    purpose     text not null,
    document    bytea check (octet_length(document) = 32),
    commitment  bytea not null check (octet_length(commitment) = 32)
);
create index journal_entry_recorded_at on journal_entry (recorded_at desc, id);

create table journal_payload (
    entry   uuid primary key references journal_entry (id),
    salt    bytea not null,
    payload bytea not null
);

create table journal_pending (
    entry uuid primary key references journal_entry (id)
);

create table journal_chain (
    seq   bigint primary key check (seq > 0),
    entry uuid not null unique references journal_entry (id),
    leaf  bytea not null check (octet_length(leaf) = 32),
    chain bytea not null check (octet_length(chain) = 32)
);

create table journal_seal (
    size      bigint primary key check (size > 0),
    root      bytea not null check (octet_length(root) = 32),
    chain     bytea not null check (octet_length(chain) = 32),
    frontier  bytea not null,
    sealed_at timestamptz(6) not null
);

create function journal_append(p_kind text, p_purpose text, p_document bytea, p_payload bytea) returns uuid
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    me    text[] := claims();
    entry uuid   := gen_random_uuid();
    salt  bytea  := gen_random_bytes(32);
begin
    if me is null then
        raise exception 'no session has entered this transaction' using errcode = '28000';
    end if;
    insert into journal_entry (id, recorded_at, actor, role, party, kind, purpose, document, commitment)
        values (entry, clock_timestamp(), me[1]::uuid, me[4], me[2]::uuid,
                p_kind, p_purpose, p_document, sha256(salt || p_payload));
    insert into journal_payload values (entry, salt, p_payload);
    insert into journal_pending values (entry);
    return entry;
end $$;

-- Law 6, held by the database: a fact names an act of the caller's own that was written in this very
-- transaction. Every table of facts has the trigger `act_now`.
create function require_act() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    if exists (select from (select distinct act from added) a
               left join journal_entry e
                   on e.id = a.act and e.actor = caller_account()
                      and e.recorded_at >= transaction_timestamp()
               where e.id is null) then
        raise exception 'a fact was added without its act' using errcode = '23503';
    end if;
    return null;
end $$;

alter table journal_entry enable row level security;
alter table journal_payload enable row level security;

create policy journal_entry_read on journal_entry for select to nostos_app
    using (party = (select caller_party())
           or (select caller_party_kind()) = 'COORDINATING_COMMITTEE'
           or (select caller_role()) in ('MONITOR', 'ADMINISTRATOR'));
create policy journal_entry_chain on journal_entry for select to nostos_journal using (true);

create policy journal_payload_read on journal_payload for select to nostos_app
    using ((select caller_coordinates())
           or (entry in (select id from journal_entry where party = (select caller_party()))
               and (select caller_role()) not in ('MONITOR', 'ADMINISTRATOR')));
create policy journal_payload_check on journal_payload for select to nostos_journal using (true);

grant usage on schema nostos to nostos_app, nostos_door, nostos_journal;
grant execute on function journal_append(text, text, bytea, bytea) to nostos_app, nostos_door;
grant select on journal_entry, journal_payload, journal_chain, journal_seal to nostos_app;
grant select on journal_pending to nostos_app;
grant select on journal_entry, journal_payload, journal_pending, journal_chain, journal_seal to nostos_journal;
grant insert on journal_chain, journal_seal to nostos_journal;
grant delete on journal_pending to nostos_journal;
