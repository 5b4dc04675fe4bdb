-- Writes a row past every guard: what is not said is filled in, and a word that stands for a uuid is one.
create function pg_temp.put(p_table text, p_said jsonb) returns void
    language plpgsql as $$
declare
    c   record;
    j   jsonb := p_said;
    cs  text[] := '{}';
    act uuid;
begin
    for c in select a.attname as name, format_type(a.atttypid, null) as type, a.attnotnull as needed, a.atthasdef as given
             from pg_attribute a
             where a.attrelid = ('nostos.' || p_table)::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' loop
        if j ? c.name then
            if c.type = 'uuid' then
                j := j || jsonb_build_object(c.name, case when j ->> c.name like '@%'
                    then (select id from nostos.account where role = substr(j ->> c.name, 2) limit 1)
                    else md5(j ->> c.name)::uuid end);
            end if;
        elsif c.name = 'act' then
            act := gen_random_uuid();
            insert into nostos.journal_entry values (act, clock_timestamp(), act, 'x', act, 'x.x', 'x', null, sha256(''));
            j := j || jsonb_build_object('act', act);
        elsif not c.needed or c.given then
            continue;
        else
            j := j || jsonb_build_object(c.name, case c.type
                when 'uuid' then to_jsonb(gen_random_uuid()) when 'date' then to_jsonb(current_date)
                when 'boolean' then to_jsonb(false) when 'integer' then to_jsonb(1)
                when 'bigint' then to_jsonb(1) when 'bytea' then to_jsonb('\x'::text)
                when 'timestamp with time zone' then to_jsonb(clock_timestamp()) else case when c.type like '%[]' then '[]' else to_jsonb('x'::text) end end);
        end if;
        cs := cs || quote_ident(c.name);
    end loop;
    execute format('insert into nostos.%I (%s) select %2$s from jsonb_populate_record(null::nostos.%1$I, $1)',
                   p_table, array_to_string(cs, ', ')) using j;
end $$;
