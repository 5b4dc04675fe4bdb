-- Cases in the order of their alarms or of what is late, whichever way round, come from an index: a page of them
-- reads no more than it shows.

create index case_summary_alarms_up on case_summary (alarms, number) include (person);
create index case_summary_due_down on case_summary (first_due desc nulls last, number) include (person);
