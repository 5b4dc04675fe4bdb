-- Parties, their people, and the door by which a transaction is entered.

create table party (
    id          uuid primary key,
    kind        text not null check (kind in ('HOLDING_AUTHORITY', 'COORDINATING_COMMITTEE', 'STATE', 'MONITOR')),
    name        text not null check (length(name) between 1 and 200),
    state_code  text check (state_code ~ '^[A-Z]{3}$'),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);
-- One instance serves one coordinating committee.
create unique index party_one_committee on party (kind) where kind = 'COORDINATING_COMMITTEE';

create table account (
    id           uuid primary key,
    party        uuid not null references party (id),
    role         text not null check (role in ('INTAKE_OFFICER', 'IDENTITY_REVIEWER', 'SECOND_REVIEWER',
                                               'MONITOR', 'ADMINISTRATOR', 'ENGINE')),
    login        text not null unique check (login ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
    display_name text not null check (length(display_name) between 1 and 200),
    recorded_at  timestamptz not null default clock_timestamp(),
    act          uuid not null references journal_entry (id)
);

create table account_closed (
    account     uuid primary key references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);

-- Secrets: no serving role can read these four tables.
create table account_password (
    account     uuid not null references account (id),
    hash        text not null,
    recorded_at timestamptz not null default clock_timestamp()
);
create index account_password_latest on account_password (account, recorded_at desc);

create table invitation (
    token_hash  bytea primary key check (octet_length(token_hash) = 32),
    account     uuid references account (id), -- null: for the first administrator
    expires_at  timestamptz not null,
    used_at     timestamptz,
    recorded_at timestamptz not null default clock_timestamp()
);

create table session (
    id          uuid primary key,
    account     uuid not null references account (id),
    secret_hash bytea not null check (octet_length(secret_hash) = 32),
    opened_at   timestamptz not null default clock_timestamp(),
    expires_at  timestamptz not null,
    ended_at    timestamptz
);

create table sign_in_attempt (
    login       text not null,
    address     text not null,
    at          timestamptz not null default clock_timestamp(),
    succeeded   boolean not null
);
create index sign_in_attempt_login on sign_in_attempt (login, at desc);
create index sign_in_attempt_address on sign_in_attempt (address, at desc);

-- ---- entering --------------------------------------------------------------------------------

create function enter(p_session uuid, p_secret bytea) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    who record;
begin
    select a.id as account, a.party, p.kind, a.role into who
        from session s join account a on a.id = s.account join party p on p.id = a.party
        where s.id = p_session and s.secret_hash = sha256(p_secret)
          and s.ended_at is null and s.expires_at > clock_timestamp()
          and not exists (select from account_closed c where c.account = a.id);
    if not found then
        raise exception 'this session is not open' using errcode = '28000';
    end if;
    perform claim_set(who.account, who.party, who.kind, who.role, p_session);
end $$;

-- ---- the door: for nostos_door alone -----------------------------------------------------------

create function door_credentials(p_login text)
    returns table (account uuid, party uuid, party_kind text, party_name text, role text, display_name text, hash text)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select a.id, a.party, p.kind, p.name, a.role, a.display_name,
           (select w.hash from account_password w where w.account = a.id order by w.recorded_at desc limit 1)
    from account a join party p on p.id = a.party
    where a.login = p_login and a.role <> 'ENGINE'
      and not exists (select from account_closed c where c.account = a.id)
    $$;

-- Failures in the last fifteen minutes: of this login since it last succeeded, and of this address.
create function door_failures(p_login text, p_address text, out of_login bigint, out of_address bigint)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select (select count(*) from sign_in_attempt t
            where t.login = p_login and not t.succeeded and t.at > clock_timestamp() - interval '15 minutes'
              and t.at > coalesce((select max(o.at) from sign_in_attempt o
                                   where o.login = p_login and o.succeeded), '-infinity')),
           (select count(*) from sign_in_attempt t
            where t.address = p_address and not t.succeeded
              and t.at > clock_timestamp() - interval '15 minutes')
    $$;

create function door_note_attempt(p_login text, p_address text, p_succeeded boolean) returns void
    language sql volatile security definer set search_path = nostos, pg_temp
    as $$
    delete from sign_in_attempt where at < clock_timestamp() - interval '1 day';
    insert into sign_in_attempt (login, address, succeeded) values (p_login, p_address, p_succeeded);
    $$;

create function door_open_session(p_account uuid, p_secret_hash bytea, p_lasts interval) returns uuid
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    opened uuid := gen_random_uuid();
begin
    delete from session where expires_at < clock_timestamp() - interval '1 day';
    insert into session (id, account, secret_hash, expires_at)
        values (opened, p_account, p_secret_hash, clock_timestamp() + p_lasts);
    return opened;
end $$;

create function door_end_session(p_session uuid) returns void
    language sql volatile security definer set search_path = nostos, pg_temp
    as $$ update session set ended_at = clock_timestamp() where id = p_session and ended_at is null $$;

-- The engine's account sits on the committee; there is none before the committee exists.
create function door_engine()
    returns table (account uuid, party uuid, party_kind text, party_name text, role text, display_name text, hash text)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select a.id, a.party, p.kind, p.name, a.role, a.display_name, null::text
    from account a join party p on p.id = a.party where a.role = 'ENGINE'
    $$;

create function door_is_empty() returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    return not exists (select from account);

create function door_invite_first(p_token_hash bytea, p_lasts interval) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    if exists (select from account) then
        raise exception 'the house has an administrator already' using errcode = '42501';
    end if;
    delete from invitation where account is null;
    insert into invitation (token_hash, expires_at) values (p_token_hash, clock_timestamp() + p_lasts);
end $$;

-- What an invitation is for: 'FIRST', 'ACCOUNT' (with its login), or no row when it is unknown, used or late.
create function door_invitation(p_token_hash bytea) returns table (purpose text, login text)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select case when i.account is null then 'FIRST' else 'ACCOUNT' end, a.login
    from invitation i left join account a on a.id = i.account
    where i.token_hash = p_token_hash and i.used_at is null and i.expires_at > clock_timestamp()
    $$;

-- The first administrator founds the committee, the engine's account and their own.
create function door_found(p_token_hash bytea, p_committee text, p_login text, p_display_name text, p_hash text)
    returns uuid
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    committee uuid := gen_random_uuid();
    admin     uuid := gen_random_uuid();
    founded   uuid;
begin
    update invitation set used_at = clock_timestamp()
        where token_hash = p_token_hash and account is null and used_at is null and expires_at > clock_timestamp();
    if not found or exists (select from account) then
        raise exception 'this invitation is not open' using errcode = '42501';
    end if;
    perform claim_set(admin, committee, 'COORDINATING_COMMITTEE', 'ADMINISTRATOR', gen_random_uuid());
    founded := journal_append('parties.founded', 'ADMINISTRATION', null,
                              convert_to(jsonb_build_object('committee', committee, 'account', admin)::text, 'UTF8'));
    insert into party (id, kind, name, act) values (committee, 'COORDINATING_COMMITTEE', p_committee, founded);
    insert into account (id, party, role, login, display_name, act)
        values (admin, committee, 'ADMINISTRATOR', p_login, p_display_name, founded),
               (gen_random_uuid(), committee, 'ENGINE', 'engine', 'Linking engine', founded);
    insert into account_password (account, hash) values (admin, p_hash);
    return admin;
end $$;

create function door_accept_invitation(p_token_hash bytea, p_hash text) returns boolean
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    who uuid;
begin
    update invitation set used_at = clock_timestamp()
        where token_hash = p_token_hash and account is not null and used_at is null and expires_at > clock_timestamp()
        returning account into who;
    if who is null then
        return false;
    end if;
    insert into account_password (account, hash) values (who, p_hash);
    return true;
end $$;

-- An administrator invites: the link is shown once, its hash is kept.
create function invite(p_account uuid, p_token_hash bytea, p_lasts interval) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    if caller_role() is distinct from 'ADMINISTRATOR' then
        raise exception 'only an administrator invites' using errcode = '42501';
    end if;
    update invitation set used_at = clock_timestamp() where account = p_account and used_at is null;
    insert into invitation (token_hash, account, expires_at)
        values (p_token_hash, p_account, clock_timestamp() + p_lasts);
end $$;

grant execute on function enter(uuid, bytea) to nostos_app, nostos_door;
grant execute on function invite(uuid, bytea, interval) to nostos_app;
grant execute on function door_credentials(text), door_failures(text, text), door_note_attempt(text, text, boolean),
    door_open_session(uuid, bytea, interval), door_end_session(uuid), door_engine(), door_is_empty(),
    door_invite_first(bytea, interval), door_invitation(bytea), door_found(bytea, text, text, text, text),
    door_accept_invitation(bytea, text) to nostos_door;

-- ---- walls -----------------------------------------------------------------------------------

alter table party enable row level security;
alter table account enable row level security;
alter table account_closed enable row level security;

-- A party knows itself and the committee; the committee, monitors and administrators know all.
create policy party_read on party for select to nostos_app
    using (id = (select caller_party())
           or ((select caller_party()) is not null and kind = 'COORDINATING_COMMITTEE')
           or (select caller_party_kind()) in ('COORDINATING_COMMITTEE', 'MONITOR'));
create policy party_found on party for insert to nostos_app
    with check ((select caller_role()) = 'ADMINISTRATOR');

create policy account_read on account for select to nostos_app
    using (party = (select caller_party()) or (select caller_party_kind()) = 'COORDINATING_COMMITTEE'
           or (select caller_role()) in ('MONITOR', 'ADMINISTRATOR'));
create policy account_open on account for insert to nostos_app
    with check ((select caller_role()) = 'ADMINISTRATOR' and role <> 'ENGINE');
create policy account_closed_read on account_closed for select to nostos_app
    using ((select caller_party()) is not null);
create policy account_close on account_closed for insert to nostos_app
    with check ((select caller_role()) = 'ADMINISTRATOR');

create trigger act_now after insert on party referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on account referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on account_closed referencing new table as added
    for each statement execute function require_act();

grant select, insert on party, account, account_closed to nostos_app;
