-- Whose national somebody is: what happened between one person and each state.

create table nationality_event (
    id          uuid primary key,
    person      uuid not null references person (id),
    party       uuid not null references party (id),
    state       text not null check (state ~ '^[A-Z]{3}$'),
    kind        text not null check (kind in ('CLAIMED', 'ALLEGED', 'EVIDENCE_ADDED', 'VERIFICATION_REQUESTED',
                                              'INTERVIEW_SCHEDULED', 'INTERVIEWED', 'VERIFIED', 'NOT_ESTABLISHED',
                                              'DENIED', 'DEPRIVED', 'DEPRIVATION_CHALLENGED', 'RENOUNCED',
                                              'CONFIRMED', 'CORRECTED')),
    happened_on date not null,
    source      text not null check (length(source) <= 500),
    reason      text not null check (length(reason) <= 2000),
    due_on      date,
    consent     text check (consent in ('GIVEN', 'REFUSED', 'NOT_ASKED')),
    interpreter text not null default '' check (length(interpreter) <= 200),
    rests       text check (rests in ('STATE_ANSWER', 'STATE_DOCUMENT')),
    evidence    text check (evidence in ('PASSPORT', 'IDENTITY_CARD', 'CITIZENSHIP_CERTIFICATE', 'FAMILY_BOOK',
                                         'BIRTH_CERTIFICATE', 'PHOTOCOPY', 'WITNESS', 'OWN_STATEMENT',
                                         'PARENTAGE_RESULT', 'LANGUAGE')),
    grade       text check (grade in ('INITIATES', 'PRIMA_FACIE', 'PROOF')),
    seen        text check (seen in ('ORIGINAL', 'COPY', 'HEARSAY')),
    number      text not null default '' check (length(number) <= 100),
    sha256      text not null default '' check (sha256 ~ '^([0-9a-f]{64})?$'),
    laboratory  text not null default '' check (length(laboratory) <= 200),
    chain       text not null default '' check (length(chain) <= 500),
    mrz         text not null default '' check (length(mrz) <= 200),
    of_event    uuid references nationality_event (id),
    root        uuid not null,
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    check ((kind in ('CONFIRMED', 'CORRECTED')) = (of_event is not null)),
    check ((kind = 'EVIDENCE_ADDED') = (evidence is not null and grade is not null and seen is not null)),
    check (of_event is not null or root = id),
    check (of_event is not null or length(source) > 0),
    check (kind <> 'CORRECTED' or length(reason) > 0),
    check (kind not in ('VERIFIED', 'DENIED', 'DEPRIVED', 'RENOUNCED') or rests is not null),
    check (kind <> 'INTERVIEW_SCHEDULED' or consent = 'GIVEN'),
    check (grade <> 'PROOF' or (seen = 'ORIGINAL' and evidence in ('PASSPORT', 'IDENTITY_CARD',
                                                                  'CITIZENSHIP_CERTIFICATE', 'FAMILY_BOOK'))),
    check (evidence <> 'PARENTAGE_RESULT' or (length(laboratory) > 0 and length(chain) > 0 and consent = 'GIVEN'))
);
create index nationality_event_person on nationality_event (person, recorded_at);
create index nationality_event_root on nationality_event (root);
create index nationality_event_loss on nationality_event (person) where kind in ('DENIED', 'DEPRIVED', 'RENOUNCED');

-- A confirmation is another hand's, and of something that needs one; what is about an event is about its state.
create function nationality_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    of record;
begin
    if new.of_event is null then
        return new;
    end if;
    select * into of from nationality_event where id = new.of_event;
    new.person := of.person;
    if of.state <> new.state or of.root <> new.root then
        raise exception 'this is about another nationality' using errcode = '23514';
    end if;
    if new.kind = 'CONFIRMED' then
        if of.account = new.account then
            raise exception 'nobody confirms their own' using errcode = '23514';
        end if;
        if of.kind not in ('VERIFIED', 'DENIED', 'DEPRIVED', 'RENOUNCED', 'CORRECTED') then
            raise exception 'this needs no second hand' using errcode = '23514';
        end if;
    elsif of.kind in ('CONFIRMED', 'CORRECTED') then
        raise exception 'a confirmation or a correction is not taken back' using errcode = '23514';
    end if;
    if exists (select from nationality_event e where e.of_event = new.of_event and e.kind = new.kind) then
        raise exception 'this was done already' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger guard before insert on nationality_event for each row execute function nationality_guard();

alter table nationality_event enable row level security;
create policy nationality_event_read on nationality_event for select to nostos_app
    using ((select caller_handles_cases()) or (select caller_reviews()));
create policy nationality_event_add on nationality_event for insert to nostos_app
    with check (account = (select caller_account()) and party = (select caller_party())
                and (select caller_handles_cases())
                and (kind = 'CONFIRMED' or (select caller_role()) = 'CASE_OFFICER'));
create trigger act_now after insert on nationality_event referencing new table as added
    for each statement execute function require_act();
grant select, insert on nationality_event to nostos_app;

insert into reading_kind values ('identity.statelessness-read', 'LIST');

create function erase_more_nationality(p_persons uuid[], p_records uuid[]) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    perform erase_payloads(array(select e.act from nationality_event e where e.person = any (p_persons)));
    update nationality_event set source = case when of_event is null then 'erased' else '' end,
           reason = case when kind = 'CORRECTED' then 'erased' else '' end, interpreter = '', number = '', sha256 = '',
           mrz = '', laboratory = case when laboratory = '' then '' else 'erased' end,
           chain = case when chain = '' then '' else 'erased' end
        where person = any (p_persons);
end $$;
