-- The journal's page offers the kinds of act that stand in it, and filters by them.
create index journal_entry_kind on journal_entry (kind);
