-- The receipt that both sides sign: who gave and who took over, where and when, and what was handed over with
-- each, every kind counted apart.

create table transfer_receipt (
    event           uuid not null references transfer_event (id),
    party           uuid not null references party (id),
    giver           text not null check (length(giver) between 1 and 200),
    giver_office    text not null check (length(giver_office) between 1 and 200),
    receiver        text not null check (length(receiver) between 1 and 200),
    receiver_office text not null check (length(receiver_office) between 1 and 200),
    witness         text not null default '' check (length(witness) <= 200),
    place           text not null check (length(place) between 1 and 200),
    recorded_at     timestamptz not null default clock_timestamp(),
    act             uuid not null references journal_entry (id),
    primary key (party, event)
);

create table transfer_receipt_item (
    event       uuid not null references transfer_event (id),
    line        uuid not null references transfer_line (id),
    party       uuid not null references party (id),
    kind        text not null check (kind in ('PERSON', 'FILE', 'MEDICAL', 'PROPERTY', 'DOCUMENT', 'EVIDENCE')),
    amount      int not null check (amount between 1 and 1000),
    marks       text[] not null default '{}' check (cardinality(marks) <= 1000),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    primary key (party, event, line, kind),
    check (kind <> 'PERSON' or amount = 1)
);
create index transfer_receipt_item_line on transfer_receipt_item (line);

create function transfer_receipt_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    perform transfer_stranger_out();
    if not exists (select from transfer_event e where e.id = new.event and e.kind = 'RECEIPT_DRAWN' and e.act = new.act) then
        raise exception 'a receipt is written when it is drawn up' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger guard_1 before insert on transfer_receipt for each row execute function transfer_receipt_guard();
create trigger guard_1 before insert on transfer_receipt_item for each row execute function transfer_receipt_guard();

create function transfer_receipt_item_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
begin
    if transfer_line_end(new.line) is not null
       or not exists (select from transfer_event e join transfer_line l on l.transfer = e.transfer
                      where e.id = new.event and l.id = new.line) then
        raise exception 'they are not on this transfer' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger guard_2 before insert on transfer_receipt_item for each row execute function transfer_receipt_item_guard();

-- The receipt that is confirmed names exactly those who are there.
create function transfer_handover_guard() returns trigger
    language plpgsql security definer set search_path = nostos, pg_temp
    as $$
declare
    drawn uuid := (select e.id from transfer_event e where e.transfer = new.transfer and e.kind = 'RECEIPT_DRAWN'
                   order by e.recorded_at desc, e.id desc limit 1);
begin
    if new.kind = 'HANDED_OVER'
       and exists (
           (select l.id from transfer_line l where l.transfer = new.transfer and transfer_line_end(l.id) is null
            except select i.line from transfer_receipt_item i where i.event = drawn and i.kind = 'PERSON')
           union all
           (select i.line from transfer_receipt_item i where i.event = drawn and i.kind = 'PERSON'
            except select l.id from transfer_line l where l.transfer = new.transfer and transfer_line_end(l.id) is null)) then
        raise exception 'the receipt does not name those who are there' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger guard_2 before insert on transfer_event for each row execute function transfer_handover_guard();

create function erase_more_transfer_receipts(p_persons uuid[], p_records uuid[]) returns void
    language sql volatile security definer set search_path = nostos, pg_temp
    as $$
    update transfer_receipt_item i set marks = '{}' from transfer_line l where l.id = i.line and l.person = any (p_persons)
    $$;

-- What leaves a facility is known to the authority that handed in the list of those people: counts of frozen
-- manifests, and for its own records who leaves on which day.
create function transfers_of_holder() returns table (record uuid, number text, planned date, stage text)
    language sql stable security definer set search_path = nostos, pg_temp
    as $$
    select r.id, t.number,
           (select e.day from transfer_event e where e.transfer = t.id and e.kind in ('PLANNED', 'POSTPONED')
            order by e.recorded_at desc, e.id desc limit 1),
           transfer_stage(t.id)
    from transfer_line l
    join transfer t on t.id = l.transfer
    join person p on p.id = any (transfer_line_persons(l.id))
    join record r on r.id = p.record
    where transfer_line_end(l.id) is null and r.party = caller_party()
      and transfer_stage(t.id) in ('FROZEN', 'DEPARTED', 'HANDED_OVER')
      and exists (select from party h where h.id = caller_party() and h.kind = 'HOLDING_AUTHORITY')
    $$;

alter table transfer_receipt enable row level security;
alter table transfer_receipt_item enable row level security;
create policy transfer_receipt_read on transfer_receipt for select to nostos_app using ((select caller_reads_transfers()));
create policy transfer_receipt_add on transfer_receipt for insert to nostos_app
    with check (party = (select caller_party()) and (select caller_handles_cases()));
create policy transfer_receipt_item_read on transfer_receipt_item for select to nostos_app
    using ((select caller_reads_transfers()));
create policy transfer_receipt_item_add on transfer_receipt_item for insert to nostos_app
    with check (party = (select caller_party()) and (select caller_handles_cases()));
create trigger act_now after insert on transfer_receipt referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on transfer_receipt_item referencing new table as added
    for each statement execute function require_act();

grant execute on function transfers_of_holder() to nostos_app;
grant select, insert on transfer_receipt, transfer_receipt_item to nostos_app;
insert into reading_kind values ('transfers.leaving-read', 'OTHER'), ('transfers.desk-read', 'OTHER');
