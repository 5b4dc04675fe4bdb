-- How an age was assessed: by what, whether the child was told and agreed. What was recorded before it was asked has
-- nothing here. The independent body that can review an assessment stands in `whom`.

alter table care_event add column methods text[]
    check (methods <@ array['DOCUMENTS', 'INTERVIEW', 'DEVELOPMENT', 'BONES_OR_TEETH'] and cardinality(methods) > 0);
alter table care_event add column informed boolean;
alter table care_event add column consented boolean;
alter table care_event add constraint care_event_assessed
    check ((methods is null) = (informed is null) and (methods is null) = (consented is null)
           and (kind = 'AGE_ASSESSED' or methods is null));

-- Bones and teeth are inexact by years, so that nothing rests on them alone; a child is told in a language that they
-- understand, and agrees to what touches the body; somebody else can look at it again.
create function care_age_guard() returns trigger
    language plpgsql set search_path = nostos, pg_temp
    as $$
begin
    if new.methods is null or not new.informed or new.whom = '' or new.methods <@ array['BONES_OR_TEETH']
       or (not new.consented and new.methods && array['DEVELOPMENT', 'BONES_OR_TEETH']) then
        raise exception 'an age is not assessed so' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger guard_age before insert on care_event for each row when (new.kind = 'AGE_ASSESSED')
    execute function care_age_guard();
