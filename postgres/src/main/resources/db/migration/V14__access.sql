-- Access: a second factor, sessions that can be seen and ended, an outside provider of identity, and a
-- door that grows slower with each failure.

-- ---- secrets: no serving role can read these tables ---------------------------------------------------

-- What the account's device computes codes from, sealed with a key that lies outside the database. A code
-- names a step of thirty seconds; a step that was used, and every earlier one, is never taken again
-- (RFC 6238, 5.2).
create table second_factor (
    account     uuid primary key references account (id),
    sealed      bytea not null,
    last_step   bigint not null,
    recorded_at timestamptz not null default clock_timestamp()
);

create table recovery_code (
    account uuid not null references account (id),
    hash    text not null,
    used_at timestamptz,
    primary key (account, hash)
);

-- Which resets of a second factor its account has been told of.
create table second_factor_told (
    reset   uuid primary key references journal_entry (id),
    told_at timestamptz not null default clock_timestamp()
);

-- Attempts to sign in, under keyed hashes of the typed login and of the address: kept for a day.
drop table sign_in_attempt;
create table sign_in_attempt (
    id      uuid primary key default gen_random_uuid(),
    login   bytea not null check (octet_length(login) = 32),
    address bytea not null check (octet_length(address) = 32),
    at      timestamptz not null default clock_timestamp(),
    outcome text not null default 'FAILED' check (outcome in ('FAILED', 'HALFWAY', 'SUCCEEDED'))
);
create index sign_in_attempt_login on sign_in_attempt (login, at desc);
create index sign_in_attempt_address on sign_in_attempt (address, at desc);

-- Where a login came in from before: kept for thirty days. Strangers' failures do not slow it there.
create table sign_in_known (
    login   bytea not null,
    address bytea not null,
    at      timestamptz not null default clock_timestamp(),
    primary key (login, address)
);

-- The browser in a few words and the sealed address are for the account's own eyes and its administrator's.
alter table session
    add column seen_at timestamptz not null default clock_timestamp(),
    add column idle    interval, -- null: never too idle
    add column device  text not null default '' check (length(device) <= 60),
    add column address bytea;

-- A link is for a password, or for binding an account to an identity at the provider.
alter table invitation add column provider boolean not null default false;

-- ---- facts ---------------------------------------------------------------------------------------------

create table second_factor_reset (
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid primary key references journal_entry (id)
);

-- Who an account is at the provider: bound by whoever holds the administrator's link.
create table provider_identity (
    id          uuid primary key default gen_random_uuid(),
    account     uuid not null references account (id),
    issuer      text not null check (length(issuer) between 1 and 500),
    subject     text not null check (length(subject) between 1 and 500),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);
create index provider_identity_subject on provider_identity (issuer, subject);
create index provider_identity_account on provider_identity (account);

create table provider_identity_ended (
    identity    uuid primary key references provider_identity (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);

-- ---- entering --------------------------------------------------------------------------------------------

create or replace function enter(p_session uuid, p_secret bytea) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    who record;
begin
    select a.id as account, a.party, p.kind, a.role into who
        from session s join account a on a.id = s.account join party p on p.id = a.party
        where s.id = p_session and s.secret_hash = sha256(p_secret)
          and s.ended_at is null and s.expires_at > clock_timestamp()
          and (s.idle is null or s.seen_at > clock_timestamp() - s.idle)
          and not exists (select from account_closed c where c.account = a.id);
    if not found then
        raise exception 'this session is not open' using errcode = '28000';
    end if;
    perform claim_set(who.account, who.party, who.kind, who.role, p_session);
end $$;

create function caller_session() returns uuid
    language sql stable parallel restricted
    return (claims())[5]::uuid;
grant execute on function caller_session() to nostos_app;

-- ---- the door: sessions ------------------------------------------------------------------------------------

drop function door_open_session(uuid, bytea, interval);
create function door_open_session(p_account uuid, p_secret_hash bytea, p_lasts interval, p_idle interval,
                                  p_device text, p_address bytea) returns uuid
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    opened uuid := gen_random_uuid();
begin
    delete from session where expires_at < clock_timestamp() - interval '1 day';
    insert into session (id, account, secret_hash, expires_at, idle, device, address)
        values (opened, p_account, p_secret_hash, clock_timestamp() + p_lasts, p_idle, p_device, p_address);
    return opened;
end $$;

-- Whether the session is open still; an act of its human keeps it from growing idle. Written once a minute.
create function door_seen(p_session uuid, p_active boolean) returns boolean
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    seen timestamptz;
begin
    select s.seen_at into seen from session s
        where s.id = p_session and s.ended_at is null and s.expires_at > clock_timestamp()
          and (s.idle is null or s.seen_at > clock_timestamp() - s.idle)
          and not exists (select from account_closed c where c.account = s.account);
    if seen is null then
        return false;
    end if;
    if p_active and seen < clock_timestamp() - least(interval '1 minute', (select idle / 4 from session where id = p_session)) then
        update session set seen_at = clock_timestamp() where id = p_session;
    end if;
    return true;
end $$;

-- ---- the door: patience ------------------------------------------------------------------------------------
-- Some failures are free, then each doubles the pause, up to a quarter of an hour: nobody is locked out for
-- ever. An attempt counts as failed from its beginning, so a hundred at once are a hundred failures.

create function door_pause(p_failures bigint, p_free bigint) returns interval
    language sql immutable
    return case when p_failures <= p_free then interval '0'
                else make_interval(secs => least(power(2, least(p_failures - p_free, 20)), 900)) end;

drop function door_failures(text, text);
drop function door_note_attempt(text, text, boolean);

create function door_attempt(p_login bytea, p_address bytea, out attempt uuid, out wait interval)
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    came_in     timestamptz;
    of_login    bigint;
    of_address  bigint;
    at_login    timestamptz;
    at_address  timestamptz;
begin
    lock table sign_in_attempt in share row exclusive mode;
    delete from sign_in_attempt where at < clock_timestamp() - interval '1 day';
    delete from sign_in_known where at < clock_timestamp() - interval '30 days';
    select k.at into came_in from sign_in_known k where k.login = p_login and k.address = p_address;
    if came_in is not null then
        select count(*), max(t.at) into of_login, at_login from sign_in_attempt t
            where t.login = p_login and t.address = p_address and t.outcome = 'FAILED' and t.at > came_in;
    else
        select count(*), max(t.at) into of_login, at_login from sign_in_attempt t
            where t.login = p_login and t.outcome = 'FAILED'
              and not exists (select from sign_in_known k where k.login = t.login and k.address = t.address);
    end if;
    select count(*), max(t.at) into of_address, at_address from sign_in_attempt t
        where t.address = p_address and t.outcome = 'FAILED' and t.at > clock_timestamp() - interval '1 hour';
    wait := greatest(interval '0',
                     coalesce(door_pause(of_login, 4) - (clock_timestamp() - at_login), interval '0'),
                     coalesce(door_pause(of_address, 20) - (clock_timestamp() - at_address), interval '0'));
    if wait = interval '0' then
        insert into sign_in_attempt (login, address) values (p_login, p_address) returning id into attempt;
    end if;
end $$;

create function door_settle_attempt(p_attempt uuid, p_outcome text) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    update sign_in_attempt set outcome = p_outcome where id = p_attempt;
    if p_outcome = 'SUCCEEDED' then
        insert into sign_in_known (login, address)
            select t.login, t.address from sign_in_attempt t where t.id = p_attempt
            on conflict (login, address) do update set at = clock_timestamp();
    end if;
end $$;

-- ---- the door: the second factor -----------------------------------------------------------------------------

-- An act of an account that is on its way in: it has no session yet, so the door makes the claim.
create function door_act(p_account uuid, p_kind text) returns uuid
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    who record;
begin
    select a.id, a.party, p.kind, a.role into strict who
        from account a join party p on p.id = a.party where a.id = p_account;
    perform claim_set(who.id, who.party, who.kind, who.role, gen_random_uuid());
    return journal_append(p_kind, 'ADMINISTRATION', null,
                          convert_to(jsonb_build_object('account', p_account)::text, 'UTF8'));
end $$;

create function door_second_factor(p_account uuid) returns table (sealed bytea, last_step bigint)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select f.sealed, f.last_step from second_factor f where f.account = p_account $$;

create function door_use_step(p_account uuid, p_step bigint) returns boolean
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    update second_factor set last_step = p_step where account = p_account and last_step < p_step;
    return found;
end $$;

-- Keeps a confirmed second factor with its recovery codes. False when there is one already.
create function door_enrol(p_account uuid, p_sealed bytea, p_step bigint, p_hashes text[]) returns boolean
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    insert into second_factor (account, sealed, last_step) values (p_account, p_sealed, p_step)
        on conflict do nothing;
    if not found then
        return false;
    end if;
    delete from recovery_code where account = p_account;
    insert into recovery_code (account, hash) select p_account, unnest(p_hashes);
    perform door_act(p_account, 'parties.second-factor-enrolled');
    return true;
end $$;

create function door_renew_recovery_codes(p_account uuid, p_hashes text[]) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    delete from recovery_code where account = p_account;
    insert into recovery_code (account, hash) select p_account, unnest(p_hashes);
    perform door_act(p_account, 'parties.recovery-codes-renewed');
end $$;

create function door_recovery_codes(p_account uuid) returns table (hash text)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select c.hash from recovery_code c where c.account = p_account and c.used_at is null $$;

create function door_use_recovery_code(p_account uuid, p_hash text) returns boolean
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    update recovery_code set used_at = clock_timestamp()
        where account = p_account and hash = p_hash and used_at is null;
    if not found then
        return false;
    end if;
    perform door_act(p_account, 'parties.recovery-code-used');
    return true;
end $$;

-- The resets that this account has not been told of, who did them and why; told from now on.
create function door_tell_resets(p_account uuid) returns table (at timestamptz, who text, why text)
    language sql volatile security definer set search_path = nostos, pg_temp
    as $$
    with told as (
        insert into second_factor_told (reset)
            select r.act from second_factor_reset r where r.account = p_account
            on conflict do nothing returning reset)
    select r.recorded_at, a.display_name, convert_from(y.payload, 'UTF8')::jsonb ->> 'reason'
    from told t join second_factor_reset r on r.act = t.reset
         join journal_entry e on e.id = r.act join account a on a.id = e.actor
         left join journal_payload y on y.entry = r.act
    order by r.recorded_at
    $$;

-- ---- the door: the provider ------------------------------------------------------------------------------------

create function door_provider_account(p_issuer text, p_subject text)
    returns table (account uuid, party uuid, party_kind text, party_name text, role text, display_name text, hash text)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select a.id, a.party, p.kind, p.name, a.role, a.display_name, null::text
    from provider_identity i join account a on a.id = i.account join party p on p.id = a.party
    where i.issuer = p_issuer and i.subject = p_subject and a.role <> 'ENGINE'
      and not exists (select from provider_identity_ended n where n.identity = i.id)
      and not exists (select from account_closed c where c.account = a.id)
    $$;

create or replace function door_invitation(p_token_hash bytea) returns table (purpose text, login text)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select case when i.account is null then 'FIRST' when i.provider then 'PROVIDER' else 'ACCOUNT' end, a.login
    from invitation i left join account a on a.id = i.account
    where i.token_hash = p_token_hash and i.used_at is null and i.expires_at > clock_timestamp()
    $$;

create or replace function door_accept_invitation(p_token_hash bytea, p_hash text) returns boolean
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    who uuid;
begin
    update invitation set used_at = clock_timestamp()
        where token_hash = p_token_hash and account is not null and not provider
          and used_at is null and expires_at > clock_timestamp()
        returning account into who;
    if who is null then
        return false;
    end if;
    insert into account_password (account, hash) values (who, p_hash);
    return true;
end $$;

-- Binds the link's account to who has just proved to be this subject. False when the link is not open, or
-- the subject is somebody already.
create function door_bind_provider(p_token_hash bytea, p_issuer text, p_subject text) returns boolean
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    who uuid;
begin
    lock table provider_identity in share row exclusive mode;
    if exists (select from provider_identity i where i.issuer = p_issuer and i.subject = p_subject
                 and not exists (select from provider_identity_ended n where n.identity = i.id)) then
        return false;
    end if;
    update invitation set used_at = clock_timestamp()
        where token_hash = p_token_hash and provider and used_at is null and expires_at > clock_timestamp()
        returning account into who;
    if who is null then
        return false;
    end if;
    insert into provider_identity (account, issuer, subject, act)
        values (who, p_issuer, p_subject, door_act(who, 'parties.provider-bound'));
    return true;
end $$;

-- ---- for whoever is in --------------------------------------------------------------------------------------

create or replace function invite(p_account uuid, p_token_hash bytea, p_lasts interval) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    if caller_role() is distinct from 'ADMINISTRATOR' then
        raise exception 'only an administrator invites' using errcode = '42501';
    end if;
    update invitation set used_at = clock_timestamp()
        where account = p_account and not provider and used_at is null;
    insert into invitation (token_hash, account, expires_at)
        values (p_token_hash, p_account, clock_timestamp() + p_lasts);
end $$;

create function invite_provider(p_account uuid, p_token_hash bytea, p_lasts interval) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    if caller_role() is distinct from 'ADMINISTRATOR' then
        raise exception 'only an administrator invites' using errcode = '42501';
    end if;
    update invitation set used_at = clock_timestamp()
        where account = p_account and provider and used_at is null;
    insert into invitation (token_hash, account, expires_at, provider)
        values (p_token_hash, p_account, clock_timestamp() + p_lasts, true);
end $$;

-- The open sessions of an account: one's own, or anybody's for an administrator.
create function sessions_of(p_account uuid)
    returns table (id uuid, device text, address bytea, opened_at timestamptz, seen_at timestamptz,
                   expires_at timestamptz, this_one boolean)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select s.id, s.device, s.address, s.opened_at, s.seen_at, s.expires_at, s.id = caller_session()
    from session s join account a on a.id = s.account
    where s.account = p_account and a.role <> 'ENGINE'
      and (p_account = caller_account() or caller_role() = 'ADMINISTRATOR')
      and s.ended_at is null and s.expires_at > clock_timestamp()
      and (s.idle is null or s.seen_at > clock_timestamp() - s.idle)
    order by s.seen_at desc, s.id
    $$;

-- Ends a session of the account, or all of them but the caller's own when none is named; says how many.
create function end_sessions(p_account uuid, p_session uuid) returns integer
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    many integer;
begin
    if caller_account() is null
       or (p_account is distinct from caller_account() and caller_role() is distinct from 'ADMINISTRATOR')
       or exists (select from account where id = p_account and role = 'ENGINE') then
        return 0;
    end if;
    update session set ended_at = clock_timestamp()
        where account = p_account and ended_at is null and expires_at > clock_timestamp()
          and case when p_session is null then id is distinct from caller_session() else id = p_session end;
    get diagnostics many = row_count;
    return many;
end $$;

-- Which accounts have a second factor: one's own, or all for an administrator and the engine.
create function accounts_with_second_factor() returns table (account uuid)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select f.account from second_factor f
    where f.account = caller_account() or caller_role() in ('ADMINISTRATOR', 'ENGINE')
    $$;

-- How many recovery codes the caller has left.
create function recovery_codes_left() returns bigint
    language sql stable security definer set search_path = nostos, pg_temp
    as $$ select count(*) from recovery_code c where c.account = caller_account() and c.used_at is null $$;

-- Takes an account's second factor away, ends its sessions, and leaves the fact that its person is told of.
create function reset_second_factor(p_account uuid, p_act uuid) returns boolean
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    if caller_role() is distinct from 'ADMINISTRATOR' then
        raise exception 'only an administrator resets a second factor' using errcode = '42501';
    end if;
    delete from second_factor where account = p_account;
    if not found then
        return false;
    end if;
    delete from recovery_code where account = p_account;
    insert into second_factor_reset (account, act) values (p_account, p_act);
    update session set ended_at = clock_timestamp() where account = p_account and ended_at is null;
    return true;
end $$;

grant execute on function door_open_session(uuid, bytea, interval, interval, text, bytea), door_seen(uuid, boolean),
    door_attempt(bytea, bytea), door_settle_attempt(uuid, text), door_second_factor(uuid), door_use_step(uuid, bigint),
    door_enrol(uuid, bytea, bigint, text[]), door_renew_recovery_codes(uuid, text[]), door_recovery_codes(uuid),
    door_use_recovery_code(uuid, text), door_tell_resets(uuid), door_provider_account(text, text),
    door_bind_provider(bytea, text, text) to nostos_door;
grant execute on function invite_provider(uuid, bytea, interval), sessions_of(uuid), end_sessions(uuid, uuid),
    accounts_with_second_factor(), recovery_codes_left(), reset_second_factor(uuid, uuid) to nostos_app;

-- ---- walls ---------------------------------------------------------------------------------------------------

alter table second_factor_reset enable row level security;
alter table provider_identity enable row level security;
alter table provider_identity_ended enable row level security;

create policy second_factor_reset_read on second_factor_reset for select to nostos_app
    using (account = (select caller_account()) or (select caller_role()) = 'ADMINISTRATOR');
create policy provider_identity_read on provider_identity for select to nostos_app
    using (account = (select caller_account()) or (select caller_role()) = 'ADMINISTRATOR');
create policy provider_identity_ended_read on provider_identity_ended for select to nostos_app
    using ((select caller_role()) = 'ADMINISTRATOR'
           or identity in (select id from provider_identity where account = (select caller_account())));
create policy provider_identity_end on provider_identity_ended for insert to nostos_app
    with check ((select caller_role()) = 'ADMINISTRATOR');

create trigger act_now after insert on second_factor_reset referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on provider_identity referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on provider_identity_ended referencing new table as added
    for each statement execute function require_act();

grant select on second_factor_reset, provider_identity to nostos_app;
grant select, insert on provider_identity_ended to nostos_app;
