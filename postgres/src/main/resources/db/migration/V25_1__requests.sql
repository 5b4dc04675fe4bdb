-- The engine sums cases up and reads what was asked; a note is kept as it was printed and signed.

create function caller_reads_requests() returns boolean
    language sql stable parallel restricted
    return coalesce(caller_handles_cases() or caller_is_engine(), false);
grant execute on function caller_reads_requests() to nostos_app;

alter policy state_entry_read on state_entry
    using ((select caller_coordinates()) or (select caller_is_engine()) or (select caller_keeps_asylum())
           or code = (select caller_state()));
alter policy state_agreement_read on state_agreement
    using ((select caller_reads_requests()) or state = (select caller_state()));
alter policy disclosure_read on disclosure
    using ((select caller_reads_requests())
           or ((select caller_keeps_asylum()) and exists (select from person p where p.id = disclosure.person)));
alter policy note_verbale_read on note_verbale
    using ((select caller_reads_requests()) or id in (select notes_for_mission()));
alter policy note_number_read on note_number
    using ((select caller_reads_requests()) or note in (select notes_for_mission()));
alter policy note_line_read on note_line
    using ((select caller_reads_requests()) or id in (select lines_for_mission()));
alter policy note_line_person_read on note_line_person using ((select caller_reads_requests()));
alter policy note_line_removed_read on note_line_removed using ((select caller_reads_requests()));
alter policy note_event_read on note_event
    using ((select caller_reads_requests())
           or (kind in ('SENT', 'DELIVERED', 'ACKNOWLEDGED', 'REMINDED', 'CLOSED')
               and note in (select notes_for_mission())));
alter policy answer_event_read on answer_event
    using ((select caller_reads_requests()) or line in (select lines_for_mission()));

create or replace function asylum_word_stands(p_person uuid, p_state text) returns boolean
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    with mine as (select o from one_with(p_person) o),
    words as (select w.* from asylum_word w
              where w.person in (select o from mine) and w.state = p_state
                and w.recorded_at > clock_timestamp() - interval '30 days'),
    latest as (select distinct on (party) party, may, recorded_at from words order by party, recorded_at desc, id)
    select caller_reads_requests()
       and coalesce((select l.may from latest l join party p on p.id = l.party
                     where p.kind = 'COORDINATING_COMMITTEE'), false)
       and not exists (select from latest l where not l.may)
       and not exists (select from compartment_note n
                       where n.kind = 'ASYLUM' and n.person in (select o from mine)
                         and not exists (select from latest l where l.party = n.party and l.may
                                           and l.recorded_at > n.recorded_at))
    $$;

-- A consular officer may not know whose case an answer changes: the database says it for them.
create function requests_touch_cases() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    if tg_table_name = 'answer_event' then
        insert into case_touched (person)
            select lp.person from note_line_person lp where lp.line in (select line from added)
        on conflict (person) do nothing;
    else
        insert into case_touched (person)
            select distinct lp.person from note_line_person lp join note_line l on l.id = lp.line
            where l.note in (select note from added)
        on conflict (person) do nothing;
    end if;
    return null;
end $$;
create trigger touches after insert on answer_event referencing new table as added
    for each statement execute function requests_touch_cases();
create trigger touches after insert on note_event referencing new table as added
    for each statement execute function requests_touch_cases();

-- The note as it left the house: the file that was signed.
create table note_paper (
    note        uuid primary key references note_verbale (id),
    pdf         bytea not null check (octet_length(pdf) between 1 and 20000000),
    sha256      bytea not null check (octet_length(sha256) = 32),
    content     bytea not null check (octet_length(content) = 32),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id)
);

create function note_paper_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    if new.sha256 <> sha256(new.pdf) or not exists (select from note_number n where n.note = new.note and n.act = new.act) then
        raise exception 'a note is printed when it is signed' using errcode = '23514';
    end if;
    return null;
end $$;
create trigger guard after insert on note_paper for each row execute function note_paper_guard();

alter table note_paper enable row level security;
create policy note_paper_read on note_paper for select to nostos_app
    using ((select caller_handles_cases()) or note in (select notes_for_mission()));
create policy note_paper_keep on note_paper for insert to nostos_app with check ((select caller_decides_law()));
create trigger act_now after insert on note_paper referencing new table as added
    for each statement execute function require_act();
grant select, insert on note_paper to nostos_app;

-- The file of a note names everybody in its annex: it goes with the first of them; its hash stays in the journal.
create function erase_more_requests_papers(p_persons uuid[], p_records uuid[]) returns void
    language plpgsql volatile security definer set search_path = nostos, pg_temp
    as $$
begin
    delete from note_paper p using note_line l join note_line_person lp on lp.line = l.id
        where l.note = p.note and lp.person = any (p_persons);
end $$;

insert into reading_kind values ('requests.paper-read', 'OTHER');

-- What the person last wished that the consul of this state knows; nothing, if nobody has asked.
create function consular_wish(p_person uuid, p_state text) returns text
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select c.choice from consular_choice c
    where c.person in (select one_with(p_person)) and c.state = p_state
    order by c.happened_on desc, c.recorded_at desc, c.id desc limit 1
    $$;

create function disclosure_wish_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    d disclosure;
begin
    select * into d from disclosure where id = new.disclosure;
    if new.kind = 'CLEARED' and d.exception is null and consular_wish(d.person, d.state) is distinct from 'WANTS' then
        raise exception 'the person has not wished that this consul knows' using errcode = '23514';
    end if;
    return null;
end $$;
create trigger wished after insert on disclosure_event for each row execute function disclosure_wish_guard();
