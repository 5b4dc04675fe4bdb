-- What a committee would have recorded of many cases, in the forms that the tables accept. Each block begins with who does
-- it, as which act, and, where it says so, once for all and not for each stretch of cases. In a block stand {cases} for the
-- stretch (person, n), {h:SALT} for a number from 0 to 999 that looks drawn by lot, {state} for the state that this case is
-- about, and :act. Nothing here is drawn from a real case.

--@ sorrel custody.facility-opened once
insert into nostos.facility (id, party, name, place, sections, account, act)
select gen_random_uuid(), nostos.caller_party(), 'Camp ' || initcap(t) || ' ' || s, 'at the river', '{East,West}',
       nostos.caller_account(), :act
from unnest(array['willow', 'alder', 'birch', 'rowan', 'elm', 'aspen', 'maple', 'cedar']) t, generate_series(1, 3) s
where not exists (select from nostos.facility)

--@ moss requests.state-entered once
insert into nostos.state_entry (code, name, account, act)
select s, 'State ' || s, nostos.caller_account(), :act from unnest(array['XAB', 'XAC', 'XAD', 'XAE']) s
on conflict do nothing

--@ fern requests.agreement once
insert into nostos.state_agreement (id, state, title, article, days, silence, in_force_from, source, account, act)
select gen_random_uuid(), code, 'On return', '4', 30, case code when 'XAE' then 'ACCEPTED' else 'NOTHING' end,
       date '2024-01-01', 'the text', nostos.caller_account(), :act
from nostos.state_entry where not exists (select from nostos.state_agreement)

--@ fern legal.assurance once
insert into nostos.law_assurance_event (id, assurance, party, state_code, kind, happened_on, reason, source, account, act)
select gen_random_uuid(), gen_random_uuid(), nostos.caller_party(), s, 'REQUESTED', current_date - 90, 'asked for', 'a note',
       nostos.caller_account(), :act
from unnest(array['XAB', 'XAC', 'XAD', 'XAE']) s, generate_series(1, 4)
where not exists (select from nostos.law_assurance_event)

--@ moss custody.admitted
insert into nostos.custody_event (id, person, party, kind, happened_on, happened_last, precision, calendar, written,
                                  authority_name, facility, place, section, ground, source, account, act)
select gen_random_uuid(), c.person, nostos.caller_party(), 'ADMITTED', d.day, d.day, 'DAY', 'GREGORIAN', d.day::text,
       'Authority of the North', f.id, f.name, 'East',
       case when {h:1} < 115 then 'NONE_KNOWN' when {h:1} < 650 then 'SECURITY_INTERNMENT' when {h:1} < 800 then 'PRE_TRIAL'
            when {h:1} < 880 then 'CONVICTED' when {h:1} < 886 then 'DEATH_SENTENCE' when {h:1} < 940 then 'PROTECTIVE_STAY_OF_CHILD'
            when {h:1} < 985 then 'ACCOMPANYING_PARENT' else 'DISPUTED' end,
       'the register', nostos.caller_account(), :act
from {cases} join lateral (select current_date - 120 - {h:2} as day) d on true
join (select id, name, row_number() over (order by name) - 1 as k from nostos.facility) f on f.k = {h:3} % 24
where {h:4} < 930 order by c.n

--@ moss custody.reported-held
insert into nostos.custody_event (id, person, party, kind, happened_on, happened_last, precision, calendar, written,
                                  authority_name, place, source, account, act)
select gen_random_uuid(), c.person, nostos.caller_party(), 'REPORTED_HELD', d.day, d.day, 'DAY', 'GREGORIAN', d.day::text,
       'Authority of the North', 'a camp in the north', 'a relative', nostos.caller_account(), :act
from {cases} join lateral (select current_date - 120 - {h:2} as day) d on true where {h:4} >= 930 order by c.n

--@ moss custody.moved
insert into nostos.custody_event (id, person, party, kind, happened_on, happened_last, precision, calendar, written,
                                  facility, place, source, account, act)
select gen_random_uuid(), c.person, nostos.caller_party(), 'MOVED', d.day, d.day, 'DAY', 'GREGORIAN', d.day::text,
       f.id, f.name, 'the register', nostos.caller_account(), :act
from {cases} join lateral (select current_date - 100 + {h:6} % 30 as day) d on true
join (select id, name, row_number() over (order by name) - 1 as k from nostos.facility) f on f.k = {h:7} % 24
where {h:4} < 300 order by c.n

--@ moss custody.bureau-told
insert into nostos.custody_event (id, person, party, kind, happened_on, happened_last, precision, calendar, written,
                                  source, account, act)
select gen_random_uuid(), c.person, nostos.caller_party(), 'BUREAU_TOLD', d.day, d.day, 'DAY', 'GREGORIAN', d.day::text,
       'a receipt', nostos.caller_account(), :act
from {cases} join lateral (select current_date - 60 + {h:8} % 40 as day) d on true
where {h:4} < 930 and {h:9} < 600 order by c.n

--@ moss custody.released
insert into nostos.custody_event (id, person, party, kind, happened_on, happened_last, precision, calendar, written,
                                  ordered_by, source, account, act)
select gen_random_uuid(), c.person, nostos.caller_party(), 'RELEASED', d.day, d.day, 'DAY', 'GREGORIAN', d.day::text,
       'the review', 'the register', nostos.caller_account(), :act
from {cases} join lateral (select current_date - 15 + {h:10} % 15 as day) d on true
where {h:4} < 930 and {h:11} < 70 order by c.n

--@ moss custody.rights-told
insert into nostos.rights_notice (id, person, party, told_right, happened_on, language, source, account, act)
select gen_random_uuid(), c.person, nostos.caller_party(), r, current_date - 50, 'ar', 'interview', nostos.caller_account(), :act
from {cases}, unnest(array['CONSULAR', 'COUNSEL', 'REASONS']) r where {h:12} < 500 order by c.n

--@ moss custody.consul-chosen
insert into nostos.consular_choice (id, person, party, state, choice, happened_on, language, source, account, act)
select gen_random_uuid(), c.person, nostos.caller_party(), {state},
       case when c.n % 5 < 2 or {h:13} < 600 then 'WANTS' when {h:13} < 850 then 'REFUSES' else 'NOT_ASKED' end,
       current_date - 40, 'ar', 'interview', nostos.caller_account(), :act
from {cases} where c.n % 5 < 2 or {h:14} < 400 order by c.n

--@ moss nationality.claimed
insert into nostos.nationality_event (id, person, party, state, kind, happened_on, source, reason, root, account, act)
select e.id, c.person, nostos.caller_party(), {state}, 'CLAIMED', current_date - 90, 'interview', '', e.id,
       nostos.caller_account(), :act
from {cases} join lateral (select md5('claimed' || c.n)::uuid as id) e on true where {h:15} < 800 order by c.n

--@ moss nationality.evidence
insert into nostos.nationality_event (id, person, party, state, kind, happened_on, source, reason, evidence, grade, seen,
                                      root, account, act)
select e.id, c.person, nostos.caller_party(), {state}, 'EVIDENCE_ADDED', current_date - 80, 'the bag', '', 'PHOTOCOPY',
       'INITIATES', 'COPY', e.id, nostos.caller_account(), :act
from {cases} join lateral (select md5('evidence' || c.n)::uuid as id) e on true where {h:16} < 350 order by c.n

--@ moss nationality.requested
insert into nostos.nationality_event (id, person, party, state, kind, happened_on, source, reason, due_on, root, account, act)
select e.id, c.person, nostos.caller_party(), {state}, 'VERIFICATION_REQUESTED', current_date - 30, 'a note', '',
       current_date + {h:17} % 60 - 20, e.id, nostos.caller_account(), :act
from {cases} join lateral (select md5('requested' || c.n)::uuid as id) e on true where c.n % 5 < 2 order by c.n

--@ moss nationality.found
insert into nostos.nationality_event (id, person, party, state, kind, happened_on, source, reason, rests, root, account, act)
select e.id, c.person, nostos.caller_party(), {state}, case when {h:18} < 250 then 'VERIFIED' else 'DENIED' end,
       current_date - 10, 'the answer', '', 'STATE_ANSWER', e.id, nostos.caller_account(), :act
from {cases} join lateral (select md5('found' || c.n)::uuid as id) e on true where {h:18} < 300 order by c.n

--@ sorrel nationality.confirmed
insert into nostos.nationality_event (id, person, party, state, kind, happened_on, source, reason, of_event, root, account, act)
select gen_random_uuid(), c.person, nostos.caller_party(), {state}, 'CONFIRMED', current_date - 9, '', '', e.id, e.id,
       nostos.caller_account(), :act
from {cases} join lateral (select md5('found' || c.n)::uuid as id) e on true where {h:18} < 280 order by c.n

--@ moss family.tie-proposed
insert into nostos.kin_event (id, tie, party, kind, person, relative, relation, grade, same_place, happened_on, source,
                              reason, account, act)
select e.id, e.id, nostos.caller_party(), 'PROPOSED', c.person, o.person, case c.n % 10 when 4 then 'SPOUSE' else 'CHILD' end,
       'DOCUMENTED', true, current_date - 70, 'the family book', '', nostos.caller_account(), :act
from {cases} join {others} on o.n = c.n + 1
join lateral (select md5('tie' || c.n)::uuid as id) e on true where c.n % 10 in (0, 4, 6) order by c.n

--@ sorrel family.tie-confirmed
insert into nostos.kin_event (id, tie, party, kind, happened_on, source, reason, account, act)
select gen_random_uuid(), e.id, nostos.caller_party(), 'CONFIRMED', current_date - 69, '', '', nostos.caller_account(), :act
from {cases} join lateral (select md5('tie' || c.n)::uuid as id) e on true
where c.n % 10 in (0, 4, 6) and exists (select from nostos.kin_event k where k.id = e.id) and {h:19} < 900 order by c.n

--@ moss family.company
insert into nostos.care_event (id, person, party, kind, company, happened_on, source, reason, account, act)
select gen_random_uuid(), c.person, nostos.caller_party(), 'COMPANY_SAID', 'UNACCOMPANIED', current_date - 60, 'interview', '',
       nostos.caller_account(), :act
from {cases} where {h:20} < 15 order by c.n

--@ moss family.guardian
insert into nostos.care_event (id, person, party, kind, whom, happened_on, source, reason, account, act)
select gen_random_uuid(), c.person, nostos.caller_party(), 'GUARDIAN_APPOINTED', 'Tamarisk Reed', current_date - 50, 'a decision',
       '', nostos.caller_account(), :act
from {cases} where {h:20} < 10 order by c.n

--@ moss legal.bar-opened
insert into nostos.law_bar_event (id, person, party, destination, ground, kind, happened_on, reason, account, act)
select gen_random_uuid(), c.person, nostos.caller_party(), {state}, g, 'OPENED', current_date - 60, 'a first look',
       nostos.caller_account(), :act
from {cases}, unnest(array['TORTURE', 'DEATH_PENALTY', 'DISAPPEARANCE', 'UNFAIR_TRIAL', 'PERSECUTION', 'BEST_INTERESTS',
                           'FAMILY_UNITY', 'HEALTH', 'PROCEEDINGS', 'NO_ADMISSION', 'CAPACITY']) g
where ({h:21} < 40 or ({h:21} < 100 and g in ('TORTURE', 'DEATH_PENALTY')))
  and not exists (select from nostos.law_bar_event b where b.person = c.person and b.ground = g) order by c.n

--@ fern legal.bar-looked-at
insert into nostos.law_bar_event (id, person, party, destination, ground, kind, happened_on, until, reason, account, act)
select gen_random_uuid(), c.person, nostos.caller_party(), {state}, g, case when {h:21} < 40 then 'CLEARED' else 'FOUND' end,
       current_date - 50, case when {h:21} < 40 then current_date + 200 end, 'the reports', nostos.caller_account(), :act
from {cases}, unnest(array['TORTURE', 'DEATH_PENALTY', 'DISAPPEARANCE', 'UNFAIR_TRIAL', 'PERSECUTION', 'BEST_INTERESTS',
                           'FAMILY_UNITY', 'HEALTH', 'PROCEEDINGS', 'NO_ADMISSION', 'CAPACITY']) g
where {h:21} < 40 or ({h:21} < 70 and g = 'TORTURE') order by c.n

--@ aspen legal.bar-reviewed
insert into nostos.law_bar_event (id, person, party, destination, ground, kind, happened_on, reason, account, act)
select gen_random_uuid(), c.person, nostos.caller_party(), {state}, g, 'REVIEWED', current_date - 45, 'the same reports',
       nostos.caller_account(), :act
from {cases}, unnest(array['TORTURE', 'DEATH_PENALTY', 'DISAPPEARANCE', 'UNFAIR_TRIAL', 'PERSECUTION', 'BEST_INTERESTS',
                           'FAMILY_UNITY', 'HEALTH', 'PROCEEDINGS', 'NO_ADMISSION', 'CAPACITY']) g
where {h:21} < 30 order by c.n

--@ moss legal.review-opened
insert into nostos.law_review_event (id, review, person, party, kind, happened_on, reason, account, act)
select e.id, e.id, c.person, nostos.caller_party(), 'OPENED', current_date - 100, 'held six months', nostos.caller_account(), :act
from {cases} join lateral (select md5('review' || c.n)::uuid as id) e on true where {h:22} < 500 order by c.n

--@ moss legal.review-complete
insert into nostos.law_review_event (id, review, person, party, kind, happened_on, reason, account, act)
select gen_random_uuid(), e.id, c.person, nostos.caller_party(), 'FILE_COMPLETE', current_date - 95, 'all is there',
       nostos.caller_account(), :act
from {cases} join lateral (select md5('review' || c.n)::uuid as id) e on true where {h:22} < 350 order by c.n

--@ moss legal.review-scheduled
insert into nostos.law_review_event (id, review, person, party, kind, due, happened_on, reason, account, act)
select gen_random_uuid(), e.id, c.person, nostos.caller_party(), 'SCHEDULED', current_date + {h:23} % 60 - 20,
       current_date - 90, 'the panel sits', nostos.caller_account(), :act
from {cases} join lateral (select md5('review' || c.n)::uuid as id) e on true where {h:22} < 300 order by c.n

--@ moss legal.review-heard
insert into nostos.law_review_event (id, review, person, party, kind, panel, happened_on, reason, account, act)
select gen_random_uuid(), e.id, c.person, nostos.caller_party(), 'HEARD', 'Linden, Plum and Quince', current_date - 60,
       'heard in person', nostos.caller_account(), :act
from {cases} join lateral (select md5('review' || c.n)::uuid as id) e on true where {h:22} < 220 order by c.n

--@ fern legal.review-proposed
insert into nostos.law_review_event (id, review, person, party, kind, outcome, due, happened_on, reason, account, act)
select gen_random_uuid(), e.id, c.person, nostos.caller_party(), 'DECISION_PROPOSED',
       case when {h:24} < 600 then 'CONTINUE_HOLDING' else 'RELEASE' end,
       case when {h:24} < 600 then current_date - 55 + {h:25} % 150 end, current_date - 55, 'on the file',
       nostos.caller_account(), :act
from {cases} join lateral (select md5('review' || c.n)::uuid as id) e on true where {h:22} < 200 order by c.n

--@ aspen legal.review-decided
insert into nostos.law_review_event (id, review, person, party, kind, happened_on, reason, account, act)
select gen_random_uuid(), e.id, c.person, nostos.caller_party(), 'DECIDED', current_date - 50, 'agreed',
       nostos.caller_account(), :act
from {cases} join lateral (select md5('review' || c.n)::uuid as id) e on true where {h:22} < 180 order by c.n

--@ moss legal.review-notified
insert into nostos.law_review_event (id, review, person, party, kind, language, happened_on, reason, account, act)
select gen_random_uuid(), e.id, c.person, nostos.caller_party(), 'NOTIFIED', 'ar', current_date - 45, 'read to them',
       nostos.caller_account(), :act
from {cases} join lateral (select md5('review' || c.n)::uuid as id) e on true where {h:22} < 150 order by c.n

--@ fern legal.review-final
insert into nostos.law_review_event (id, review, person, party, kind, happened_on, reason, account, act)
select gen_random_uuid(), e.id, c.person, nostos.caller_party(), 'FINAL', current_date - 10, 'no appeal',
       nostos.caller_account(), :act
from {cases} join lateral (select md5('review' || c.n)::uuid as id) e on true where {h:22} < 120 order by c.n

--@ moss legal.proceeding
insert into nostos.law_proceeding_event (id, proceeding, person, party, kind, happened_on, reason, account, act)
select e.id, e.id, c.person, nostos.caller_party(), 'INVESTIGATED', current_date - 200, 'a file of the prosecutor',
       nostos.caller_account(), :act
from {cases} join lateral (select md5('proceeding' || c.n)::uuid as id) e on true where {h:26} < 60 order by c.n

--@ moss legal.convicted
insert into nostos.law_proceeding_event (id, proceeding, person, party, kind, sentence, happened_on, reason, account, act)
select gen_random_uuid(), e.id, c.person, nostos.caller_party(), 'CONVICTED', case when {h:26} < 3 then 'DEATH' else 'PRISON' end,
       current_date - 100, 'a judgment', nostos.caller_account(), :act
from {cases} join lateral (select md5('proceeding' || c.n)::uuid as id) e on true where {h:26} < 30 order by c.n

--@ moss legal.will-informed
insert into nostos.law_will_event (id, person, party, destination, kind, language, happened_on, reason, account, act)
select gen_random_uuid(), c.person, nostos.caller_party(), {state}, 'INFORMED', 'ar', current_date - 30, 'told of the road',
       nostos.caller_account(), :act
from {cases} where {h:27} < 120 order by c.n

--@ moss legal.will-said
insert into nostos.law_will_event (id, person, party, destination, kind, language, witness, happened_on, reason, account, act)
select gen_random_uuid(), c.person, nostos.caller_party(), {state}, case when {h:27} < 80 then 'CONSENTS' else 'OBJECTS' end, 'ar',
       'Sumac Reed', current_date - 28, 'in private', nostos.caller_account(), :act
from {cases} where {h:27} < 100 order by c.n

--@ moss legal.exclusion
insert into nostos.law_exclusion_event (id, exclusion, person, party, kind, happened_on, reason, source, account, act)
select e.id, e.id, c.person, nostos.caller_party(), 'RECORDED', current_date - 20, 'a policy of the holder', 'a list',
       nostos.caller_account(), :act
from {cases} join lateral (select gen_random_uuid() as id) e on true where {h:28} < 5 order by c.n

--@ moss legal.counsel
insert into nostos.law_counsel_event (id, person, party, counsel, kind, happened_on, reason, account, act)
select gen_random_uuid(), c.person, nostos.caller_party(), (select id from nostos.account where role = 'COUNSEL' limit 1),
       'APPOINTED', current_date - 20, 'asked for counsel', nostos.caller_account(), :act
from {cases} where {h:29} < 5 order by c.n

--@ hazel requests.word-said
insert into nostos.asylum_word (id, person, state, may, party, account, act)
select gen_random_uuid(), p.id, {state}, true, nostos.caller_party(), nostos.caller_account(), :act
from {cases} join nostos.person p on p.id = c.person
where c.n % 5 < 2

--@ moss requests.disclosure-drafted
insert into nostos.disclosure (id, person, state, asked, fields, until, harm_found, harm, account, act)
select md5('disclosure' || c.n)::uuid, c.person, {state}, 'NATIONALITY', '{FULL_NAME,BIRTH_DATE}', current_date + 90, false,
       'no harm is known of', nostos.caller_account(), :act
from {cases} where c.n % 5 < 2 order by c.n

--@ fern requests.disclosure-cleared
insert into nostos.disclosure_event (id, disclosure, kind, happened_on, reason, account, act)
select gen_random_uuid(), md5('disclosure' || c.n)::uuid, 'CLEARED', current_date, 'looked at', nostos.caller_account(), :act
from {cases} where c.n % 5 < 2 order by c.n

--@ moss requests.note-begun
insert into nostos.note_verbale (id, state, asked, words_en, words_ar, account, act)
select distinct md5('note' || {state} || c.n / 1000)::uuid, {state}, 'NATIONALITY', 'We ask.', 'نسأل.', nostos.caller_account(), :act::uuid
from {cases} where c.n % 5 < 2

--@ moss requests.lines-added
insert into nostos.note_line (id, note, place, fields, said, account, act)
select md5('line' || c.n)::uuid, md5('note' || {state} || c.n / 1000)::uuid,
       c.n % 1000 + 1, '{FULL_NAME,BIRTH_DATE}', '{Linden Quince,1990}',
       nostos.caller_account(), :act
from {cases} where c.n % 5 < 2 order by c.n

--@ moss requests.lines-cleared
insert into nostos.note_line_person (line, person, disclosure, act)
select md5('line' || c.n)::uuid, c.person, md5('disclosure' || c.n)::uuid, :act from {cases}
where c.n % 5 < 2 and exists (select from nostos.note_line l where l.id = md5('line' || c.n)::uuid) order by c.n

--@ sorrel requests.note-cleared
insert into nostos.note_event (id, note, kind, happened_on, reason, source, party, account, act)
select gen_random_uuid(), m.note, 'CLEARED', current_date, '', '', nostos.caller_party(), nostos.caller_account(), :act
from (select distinct md5('note' || {state} || c.n / 1000)::uuid as note, c.n / 1000 as k from {cases} where c.n % 5 < 2) m
where m.k % 10 < 9
  and not exists (select from nostos.note_event e where e.note = m.note and e.kind = 'CLEARED' and e.account = nostos.caller_account())

--@ fern requests.note-cleared-too
insert into nostos.note_event (id, note, kind, happened_on, reason, source, party, account, act)
select gen_random_uuid(), m.note, 'CLEARED', current_date, '', '', nostos.caller_party(), nostos.caller_account(), :act
from (select distinct md5('note' || {state} || c.n / 1000)::uuid as note, c.n / 1000 as k from {cases} where c.n % 5 < 2) m
where m.k % 10 < 9
  and not exists (select from nostos.note_event e where e.note = m.note and e.kind = 'CLEARED' and e.account = nostos.caller_account())

--@ fern requests.note-signed
insert into nostos.note_event (id, note, kind, happened_on, reason, source, party, account, act)
select gen_random_uuid(), m.note, 'SIGNED', current_date, '', '', nostos.caller_party(), nostos.caller_account(), :act
from (select distinct md5('note' || {state} || c.n / 1000)::uuid as note, c.n / 1000 as k from {cases} where c.n % 5 < 2) m
where m.k % 10 < 9
  and not exists (select from nostos.note_event e where e.note = m.note and e.kind = 'SIGNED' and e.account = nostos.caller_account())

--@ fern requests.note-numbered
insert into nostos.note_number (note, act)
select m.note, :act
from (select distinct md5('note' || {state} || c.n / 1000)::uuid as note, c.n / 1000 as k from {cases} where c.n % 5 < 2) m
where m.k % 10 < 9
  and not exists (select from nostos.note_number u where u.note = m.note)

--@ moss requests.note-sent
insert into nostos.note_event (id, note, kind, happened_on, reason, source, party, account, act)
select gen_random_uuid(), m.note, 'SENT', current_date - 20 - (m.k % 40), '', 'by hand', nostos.caller_party(), nostos.caller_account(), :act
from (select distinct md5('note' || {state} || c.n / 1000)::uuid as note, (c.n / 1000)::int as k from {cases} where c.n % 5 < 2) m
where m.k % 10 < 8
  and not exists (select from nostos.note_event e where e.note = m.note and e.kind = 'SENT' and e.account = nostos.caller_account())

--@ moss requests.note-delivered
insert into nostos.note_event (id, note, kind, happened_on, reason, source, party, account, act)
select gen_random_uuid(), m.note, 'DELIVERED', current_date - 19 - (m.k % 40), '', 'a receipt', nostos.caller_party(), nostos.caller_account(), :act
from (select distinct md5('note' || {state} || c.n / 1000)::uuid as note, (c.n / 1000)::int as k from {cases} where c.n % 5 < 2) m
where m.k % 10 < 8
  and not exists (select from nostos.note_event e where e.note = m.note and e.kind = 'DELIVERED' and e.account = nostos.caller_account())

--@ moss requests.answered
insert into nostos.answer_event (id, line, kind, happened_on, conditions, reasons_given, ground, source, party, account, act)
select gen_random_uuid(), md5('line' || c.n)::uuid, a.kind, current_date - {h:31} % 10,
       case a.kind when 'ACCEPTED_CONDITIONAL' then 'an escort' else '' end,
       case a.kind when 'REFUSED' then {h:32} < 400 end, case when a.kind = 'REFUSED' and {h:32} < 400 then 'public order' else '' end,
       'a note', nostos.caller_party(), nostos.caller_account(), :act
from {cases} join lateral (select case when {h:30} < 280 then 'ACCEPTED' when {h:30} < 330 then 'ACCEPTED_CONDITIONAL'
        when {h:30} < 360 then 'ACCEPTED_CHILD_ONLY' when {h:30} < 460 then 'REFUSED' when {h:30} < 520 then 'NOT_OUR_NATIONAL'
        else 'MORE_INFORMATION_NEEDED' end as kind) a on true
where c.n % 5 < 2 and {h:30} < 600 and (c.n / 1000) % 10 < 8
  and exists (select from nostos.note_line l where l.id = md5('line' || c.n)::uuid) order by c.n
