-- What is said of a file shows the rows around its headings as well: they go with the file.

create or replace function erase_files(p_files uuid[]) returns bigint
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
declare
    versions uuid[] := array(select v.id from list_version v where v.file = any (p_files));
    mappings uuid[] := array(select e.id from list_event e where e.version = any (versions) and e.kind = 'MAPPED');
begin
    delete from received_part where file = any (p_files);
    delete from row_problem where mapping = any (mappings);
    delete from mended_row r using row_mend m where m.id = r.mend and m.mapping = any (mappings);
    delete from staged_row where mapping = any (mappings);
    update list_event e set detail = (e.detail - 'around') || jsonb_build_object('sample', '[]'::jsonb, 'columns',
            (select coalesce(jsonb_agg(c.value || '{"firstValues": []}' order by c.ordinality), '[]')
             from jsonb_array_elements(e.detail -> 'columns') with ordinality c))
        where e.version = any (versions) and e.kind = 'CHECKED' and jsonb_typeof(e.detail -> 'columns') = 'array';
    return cardinality(p_files);
end $$;
