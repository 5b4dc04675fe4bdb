-- What cells mean: several people in one row, households, columns that no use was found for, cures for
-- rows before anybody accepts them, and mappings remembered for the next list of the same party.

-- ---- people of a row --------------------------------------------------------------------------
-- `part` is 0 for the row's own person, and else the column that names a member of the household.
-- `kept` is [[column, heading, text], …]: cells as received, behind the same walls as their record.

alter table staged_row
    add column part          int not null default 0 check (part >= 0),
    add column kept          jsonb,
    add column family        text,
    add column relation      text,
    add column relation_text text,
    add column family_size   int,
    drop constraint staged_row_pkey,
    add primary key (mapping, line, part);

alter table record
    add column part int not null default 0 check (part >= 0),
    add column kept jsonb,
    drop constraint record_version_line_key,
    add unique (version, line, part),
    add unique (id, party),
    drop constraint record_birth_precision_check,
    add constraint record_birth_precision_check
        check (birth_precision in ('DAY', 'MONTH', 'YEAR', 'DECADE', 'AGE'));

-- ---- cures ------------------------------------------------------------------------------------
-- Before a list is accepted somebody may mend a row. The staged row stays as it was read; the mended
-- one stands in its place. The last mend of a line counts, and TAKEN_BACK restores the row as read.

create table row_mend (
    id          uuid primary key,
    mapping     uuid not null,
    party       uuid not null,
    line        bigint not null check (line > 0),
    joined      bigint check (joined > line),
    kind        text not null check (kind in ('YEAR_ALONE', 'OTHER_ORDER', 'JOINED', 'LEFT_OUT', 'TAKEN_BACK')),
    account     uuid not null references account (id),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    unique (id, party),
    check ((kind = 'JOINED') = (joined is not null)),
    foreign key (mapping, party) references list_event (id, party)
);
create index row_mend_line on row_mend (mapping, line, recorded_at desc);

create table mended_row (
    mend            uuid not null,
    part            int not null check (part >= 0),
    party           uuid not null,
    number          text,
    fields          jsonb not null,
    sex             text not null check (sex in ('F', 'M', 'U')),
    birth_first     date,
    birth_last      date,
    birth_precision text,
    birth_calendar  text,
    birth_text      text,
    kept            jsonb,
    family          text,
    relation        text,
    relation_text   text,
    family_size     int,
    recorded_at     timestamptz not null default clock_timestamp(),
    act             uuid not null references journal_entry (id),
    primary key (mend, part),
    check (birth_last >= birth_first),
    foreign key (mend, party) references row_mend (id, party)
);

create view standing_mend with (security_invoker = true) as
    select * from (select distinct on (mapping, line) * from row_mend
                   order by mapping, line, recorded_at desc, id) latest
    where kind <> 'TAKEN_BACK';

-- The people of the rows that would become records now: as read, or as mended.
create view standing_row with (security_invoker = true) as
    select s.mapping, s.party, s.line, s.part, s.number, s.fields, s.sex, s.birth_first, s.birth_last,
           s.birth_precision, s.birth_calendar, s.birth_text, s.kept, s.family, s.relation, s.relation_text,
           s.family_size
    from staged_row s
    where s.good
      and not exists (select from standing_mend m where m.mapping = s.mapping and m.line = s.line)
      and not exists (select from standing_mend m where m.mapping = s.mapping and m.joined = s.line)
    union all
    select m.mapping, r.party, m.line, r.part, r.number, r.fields, r.sex, r.birth_first, r.birth_last,
           r.birth_precision, r.birth_calendar, r.birth_text, r.kept, r.family, r.relation, r.relation_text,
           r.family_size
    from standing_mend m join mended_row r on r.mend = m.id;

-- ---- households -------------------------------------------------------------------------------
-- Who stands on a list as one household, as that list states it: for care, unity and tracing. It is
-- never a ground for anything against anybody, and it decides nothing.

create table household (
    id          uuid primary key,
    version     uuid not null,
    party       uuid not null,
    tied_by     text not null check (tied_by in ('NUMBER', 'ROW')),
    label       text not null,
    stated_size int check (stated_size between 1 and 99),
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    unique (id, party),
    unique (version, party, tied_by, label),
    foreign key (version, party) references list_version (id, party)
);

create table household_member (
    household   uuid not null,
    record      uuid not null,
    party       uuid not null,
    relation    text not null check (relation ~ '^[A-Z_]{3,20}$'),
    stated      text not null,
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    primary key (household, record),
    foreign key (household, party) references household (id, party),
    foreign key (record, party) references record (id, party)
);
create index household_member_record on household_member (record);

-- ---- mappings remembered ----------------------------------------------------------------------
-- The mapping of an accepted list, by the SHA-256 of its folded headings. Never shown to another party.

create table remembered_mapping (
    version     uuid not null,
    party       uuid not null,
    headings    bytea not null check (octet_length(headings) = 32),
    mapping     uuid not null,
    recorded_at timestamptz not null default clock_timestamp(),
    act         uuid not null references journal_entry (id),
    primary key (version, party),
    foreign key (version, party) references list_version (id, party),
    foreign key (mapping, party) references list_event (id, party)
);
create index remembered_mapping_headings on remembered_mapping (party, headings, recorded_at desc);

-- ---- walls -----------------------------------------------------------------------------------

alter table row_mend enable row level security;
alter table mended_row enable row level security;
alter table household enable row level security;
alter table household_member enable row level security;
alter table remembered_mapping enable row level security;

create policy row_mend_read on row_mend for select to nostos_app
    using (party = (select caller_lists()) or (select caller_is_engine()));
create policy row_mend_add on row_mend for insert to nostos_app
    with check (party = (select caller_intake()) and account = (select caller_account()));
create policy mended_row_read on mended_row for select to nostos_app
    using (party = (select caller_lists()) or (select caller_is_engine()));
create policy mended_row_add on mended_row for insert to nostos_app
    with check (party = (select caller_intake()));

create policy household_read on household for select to nostos_app
    using (party = (select caller_lists()) or (select caller_coordinates()));
create policy household_add on household for insert to nostos_app
    with check (party = (select caller_intake()) or (select caller_is_engine()));
create policy household_member_read on household_member for select to nostos_app
    using (party = (select caller_lists()) or (select caller_coordinates()));
create policy household_member_add on household_member for insert to nostos_app
    with check (party = (select caller_intake()) or (select caller_is_engine()));

create policy remembered_mapping_read on remembered_mapping for select to nostos_app
    using (party = (select caller_lists()));
create policy remembered_mapping_add on remembered_mapping for insert to nostos_app
    with check (party = (select caller_intake()) or (select caller_is_engine()));

create trigger act_now after insert on row_mend referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on mended_row referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on household referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on household_member referencing new table as added
    for each statement execute function require_act();
create trigger act_now after insert on remembered_mapping referencing new table as added
    for each statement execute function require_act();

grant select, insert on row_mend, mended_row, household, household_member, remembered_mapping to nostos_app;
grant select on standing_mend, standing_row to nostos_app;
