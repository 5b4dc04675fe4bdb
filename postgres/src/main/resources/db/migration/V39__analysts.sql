-- Analysts keep the ledger of what is said in public. They sit on the committee and see no person.

alter table account drop constraint account_role_check;
alter table account add constraint account_role_check
    check (role in ('INTAKE_OFFICER', 'IDENTITY_REVIEWER', 'SECOND_REVIEWER', 'CASE_OFFICER', 'LEGAL_REVIEWER', 'ANALYST',
                    'INDEPENDENT_REVIEWER', 'CONSULAR_OFFICER', 'COUNSEL', 'MONITOR', 'ADMINISTRATOR', 'ENGINE'));

create or replace function caller_coordinates() returns boolean
    language sql stable parallel restricted
    return coalesce((claims())[3] = 'COORDINATING_COMMITTEE'
                    and (claims())[4] not in ('ADMINISTRATOR', 'MONITOR', 'ANALYST'), false);

create or replace function caller_lists() returns uuid
    language sql stable parallel restricted
    return case when caller_role() not in ('ADMINISTRATOR', 'MONITOR', 'ENGINE', 'ANALYST') then caller_party() end;

alter policy person_read on person
    using ((party = (select caller_party())
            and (select caller_role()) not in ('ADMINISTRATOR', 'MONITOR', 'ANALYST'))
           or (select caller_coordinates()));

-- An analyst reads of the journal what was done in the ledger, and nothing of what it was done to.
alter policy journal_payload_read on journal_payload
    using ((select caller_coordinates())
           or (entry in (select id from journal_entry where party = (select caller_party()))
               and (select caller_role()) not in ('MONITOR', 'ADMINISTRATOR', 'ANALYST')));
create policy journal_entry_of_analysts on journal_entry as restrictive for select to nostos_app
    using ((select caller_role()) is distinct from 'ANALYST' or actor = (select caller_account())
           or kind like 'ledger.%');

-- Whether the caller keeps the ledger.
create function caller_analyses() returns boolean
    language sql stable parallel restricted
    return coalesce((claims())[3] = 'COORDINATING_COMMITTEE' and (claims())[4] = 'ANALYST', false);

grant execute on function caller_analyses() to nostos_app;

-- Who keeps a compartment is asked of the account that is named: to whoever may not name one, nothing is said of it.
create function only_administrators() returns trigger
    language plpgsql as $$
begin
    if nostos.caller_role() is distinct from 'ADMINISTRATOR' then
        raise exception 'new row violates row-level security policy for table "%"', tg_table_name using errcode = '42501';
    end if;
    return new;
end $$;
create trigger a_stranger before insert on compartment_keeper for each row when (current_user = 'nostos_app')
    execute function only_administrators();
