-- The vault: backups, and checkpoints of the journal in other hands.

-- An act on the house itself, by whoever holds the machine: the schema's owner alone may write one. It
-- stands under the engine's account; without a committee there is none, and nothing is written.
create function house_append(p_kind text, p_document bytea, p_payload bytea) returns uuid
    language plpgsql volatile set search_path = nostos, pg_temp
    as $$
declare
    engine account;
    entry  uuid  := gen_random_uuid();
    salt   bytea := gen_random_bytes(32);
begin
    select * into engine from account where role = 'ENGINE';
    if not found or p_kind not like 'house.%' then
        return null;
    end if;
    insert into journal_entry (id, recorded_at, actor, role, party, kind, purpose, document, commitment)
        values (entry, clock_timestamp(), engine.id, engine.role, engine.party,
                p_kind, 'ADMINISTRATION', p_document, sha256(salt || p_payload));
    insert into journal_payload values (entry, salt, p_payload);
    insert into journal_pending values (entry);
    return entry;
end $$;
