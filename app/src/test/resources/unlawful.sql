-- what a bar was cleared by one hand was reviewed by the same
select r.id::text from nostos.law_bar_event r
where r.recorded_at > :begun and r.kind = 'REVIEWED'
  and (select c.account from nostos.law_bar_event c where c.person = r.person and c.destination = r.destination
         and c.ground = r.ground and c.kind = 'CLEARED' and c.recorded_at < r.recorded_at
       order by c.recorded_at desc limit 1) = r.account;

-- a bar was lifted by a hand that is not the independent body's, or its proposer's
select l.id::text from nostos.law_bar_event l join nostos.account a on a.id = l.account join nostos.party p on p.id = a.party
where l.recorded_at > :begun and l.kind in ('LIFTED', 'UPHELD') and p.kind <> 'REVIEW_BODY';

-- a clearance was issued by its proposer, twice, or after it was withdrawn
select i.id::text from nostos.law_clearance_event i
where i.recorded_at > :begun and i.kind = 'ISSUED'
  and (not exists (select from nostos.law_clearance_event p where p.id = i.clearance and p.kind = 'PROPOSED'
                     and p.account <> i.account and p.recorded_at < i.recorded_at)
       or exists (select from nostos.law_clearance_event w where w.clearance = i.clearance and w.id <> i.id
                    and w.kind in ('ISSUED', 'WITHDRAWN') and w.recorded_at < i.recorded_at));

-- a review was decided by who opened or proposed it, or without a hearing
select d.id::text from nostos.law_review_event d
where d.recorded_at > :begun and d.kind = 'DECIDED'
  and (exists (select from nostos.law_review_event o where o.review = d.review and o.kind = 'OPENED' and o.account = d.account)
       or (select p.account from nostos.law_review_event p where p.review = d.review and p.kind = 'DECISION_PROPOSED'
             and p.recorded_at < d.recorded_at order by p.recorded_at desc limit 1) is not distinct from d.account
       or not exists (select from nostos.law_review_event p where p.review = d.review and p.kind = 'DECISION_PROPOSED'
                        and p.recorded_at < d.recorded_at)
       or not exists (select from nostos.law_review_event h where h.review = d.review and h.kind = 'HEARD'
                        and h.recorded_at < d.recorded_at)
       or exists (select from nostos.law_review_event r where r.review = d.review and r.kind = 'RECUSED'
                    and r.account = d.account and r.recorded_at < d.recorded_at));

-- a determination of a child's best interests was decided by its proposer, or without a panel
select d.id::text from nostos.law_bid_event d
where d.recorded_at > :begun and d.kind = 'DECIDED'
  and (not exists (select from nostos.law_bid_event b where b.bid = d.bid and b.kind = 'PANEL' and b.recorded_at < d.recorded_at)
       or (select p.account from nostos.law_bid_event p where p.bid = d.bid and p.kind = 'DECISION_PROPOSED'
             and p.recorded_at < d.recorded_at order by p.recorded_at desc limit 1) is not distinct from d.account);

-- an assurance came into force by one hand
select f.id::text from nostos.law_assurance_event f
where f.recorded_at > :begun and f.kind = 'IN_FORCE'
  and (select s.account from nostos.law_assurance_event s where s.assurance = f.assurance and s.kind = 'FOUND_SUFFICIENT'
         and s.recorded_at < f.recorded_at order by s.recorded_at desc limit 1) is not distinct from f.account;

-- an assurance came into force that nobody found sufficient
select f.id::text from nostos.law_assurance_event f
where f.recorded_at > :begun and f.kind = 'IN_FORCE'
  and not exists (select from nostos.law_assurance_event s where s.assurance = f.assurance and s.kind = 'FOUND_SUFFICIENT'
                    and s.recorded_at < f.recorded_at);

-- an order ended that never stood, or by somebody who does not decide the law
select o.id::text from nostos.law_order_event o join nostos.account a on a.id = o.account
where o.recorded_at > :begun and o.kind = 'ENDED'
  and (a.role <> 'LEGAL_REVIEWER' or not exists (select from nostos.law_order_event s where s.id = o.court_order and s.kind = 'ORDERED'));

-- a tie was confirmed by who proposed it
select c.id::text from nostos.kin_event c join nostos.kin_event p on p.id = c.tie
where c.recorded_at > :begun and c.kind = 'CONFIRMED' and c.account = p.account;

-- a tie was confirmed and refused
select c.id::text from nostos.kin_event c join nostos.kin_event r on r.tie = c.tie and r.kind = 'REFUSED'
where c.recorded_at > :begun and c.kind = 'CONFIRMED';

-- a tie ended, or was taken back, by one hand
select c.id::text from nostos.kin_event c
where c.recorded_at > :begun and c.kind in ('END_CONFIRMED', 'TAKEN_BACK')
  and not exists (select from nostos.kin_event e where e.tie = c.tie and e.account <> c.account
                    and e.kind = case c.kind when 'TAKEN_BACK' then 'TAKING_BACK' else 'ENDED' end
                    and e.recorded_at < c.recorded_at);

-- an age or a death was confirmed by who recorded it
select c.id::text from nostos.care_event c join nostos.care_event o on o.id = c.of_event
where c.recorded_at > :begun and c.kind = 'CONFIRMED' and c.account = o.account;

-- a finding on a nationality was confirmed by who recorded it
select c.id::text from nostos.nationality_event c join nostos.nationality_event o on o.id = c.of_event
where c.recorded_at > :begun and c.kind = 'CONFIRMED' and c.account = o.account;

-- property was countersigned by who sealed it, or handed over before
select s.id::text from nostos.property_step s join nostos.property_container c on c.id = s.container
where s.recorded_at > :begun
  and (s.kind = 'COUNTERSIGNED' and s.account = c.account
       or s.kind = 'HANDED_OVER' and not exists (select from nostos.property_step k where k.container = s.container
                                                   and k.kind = 'COUNTERSIGNED' and k.recorded_at < s.recorded_at));

-- a disclosure was cleared by its drafter, by who does not decide the law, or after it was decided otherwise
select e.id::text from nostos.disclosure_event e join nostos.disclosure d on d.id = e.disclosure
join nostos.account a on a.id = e.account
where e.recorded_at > :begun and e.kind = 'CLEARED'
  and (e.account = d.account or a.role <> 'LEGAL_REVIEWER' or d.harm_found
       or exists (select from nostos.disclosure_event x where x.disclosure = d.id and x.kind in ('REFUSED', 'WITHDRAWN')
                    and x.recorded_at < e.recorded_at));

-- a note was cleared by its drafter, or signed before two others had cleared it as it stands
select e.id::text from nostos.note_event e join nostos.note_verbale n on n.id = e.note
where e.recorded_at > :begun and e.kind in ('CLEARED', 'SIGNED')
  and (e.account = n.account or e.account in (select l.account from nostos.note_line l where l.note = n.id)
       or e.kind = 'SIGNED' and 2 > (select count(distinct c.account) from nostos.note_event c
            where c.note = n.id and c.kind = 'CLEARED' and c.recorded_at < e.recorded_at
              and c.recorded_at > coalesce((select max(r.recorded_at) from nostos.note_event r
                                            where r.note = n.id and r.kind = 'REDRAFTED'), '-infinity')));

-- a line was put into a note, or taken out of it, after somebody had cleared it
select l.id::text from nostos.note_line l
where l.recorded_at > :begun
  and (select c.kind from nostos.note_event c where c.note = l.note and c.recorded_at < l.recorded_at
         and c.kind in ('CLEARED', 'REDRAFTED', 'SIGNED') order by c.recorded_at desc limit 1) in ('CLEARED', 'SIGNED')
union all
select r.line::text from nostos.note_line_removed r join nostos.note_line l on l.id = r.line
where r.recorded_at > :begun
  and (select c.kind from nostos.note_event c where c.note = l.note and c.recorded_at < r.recorded_at
         and c.kind in ('CLEARED', 'REDRAFTED', 'SIGNED') order by c.recorded_at desc limit 1) in ('CLEARED', 'SIGNED');

-- a note was sent before it was signed, twice, or after it had ended
select e.id::text from nostos.note_event e
where e.recorded_at > :begun and e.kind = 'SENT'
  and (not exists (select from nostos.note_event s where s.note = e.note and s.kind = 'SIGNED' and s.recorded_at < e.recorded_at)
       or (select x.kind from nostos.note_event x where x.note = e.note and x.recorded_at < e.recorded_at
             and x.kind in ('SENT', 'RETURNED', 'WITHDRAWN', 'CLOSED') order by x.recorded_at desc limit 1)
          in ('SENT', 'WITHDRAWN', 'CLOSED'));

-- something came of a note that was not sent
select e.id::text from nostos.note_event e
where e.recorded_at > :begun and e.kind in ('DELIVERED', 'ACKNOWLEDGED', 'REMINDED', 'ESCALATED', 'RETURNED', 'CLOSED')
  and not exists (select from nostos.note_event s where s.note = e.note and s.kind = 'SENT' and s.recorded_at < e.recorded_at);

-- a state answered what it was not sent
select a.id::text from nostos.answer_event a join nostos.note_line l on l.id = a.line
where a.recorded_at > :begun
  and (select x.kind from nostos.note_event x where x.note = l.note and x.recorded_at < a.recorded_at
         and x.kind in ('SENT', 'RETURNED', 'WITHDRAWN') order by x.recorded_at desc limit 1) is distinct from 'SENT';

-- something was disclosed to a state without a clearance, against the person's wish, or more than was cleared
select l.id::text from nostos.note_event e join nostos.note_line l on l.note = e.note join nostos.note_verbale n on n.id = e.note
left join nostos.note_line_person lp on lp.line = l.id left join nostos.disclosure d on d.id = lp.disclosure
where e.recorded_at > :begun and e.kind = 'SENT'
  and not exists (select from nostos.note_line_removed r where r.line = l.id and r.recorded_at < e.recorded_at)
  and (d.id is null or d.state <> n.state or d.asked <> n.asked or not l.fields <@ d.fields or d.until < e.recorded_at::date
       or (select x.kind from nostos.disclosure_event x where x.disclosure = d.id and x.recorded_at < e.recorded_at
           order by x.recorded_at desc limit 1) is distinct from 'CLEARED');

-- a disclosure was cleared although the person did not wish it, and no treaty asks for it
select e.id::text from nostos.disclosure_event e join nostos.disclosure d on d.id = e.disclosure
where e.recorded_at > :begun and e.kind = 'CLEARED' and d.exception is null
  and not exists (select from nostos.consular_choice c where c.state = d.state and c.choice = 'WANTS' and c.recorded_at < e.recorded_at
                    and c.person in (select d.person union
                                     select other.id from nostos.person p
                                     join nostos.person_cluster mine on mine.record = p.record
                                     join nostos.person_cluster theirs on theirs.leader = mine.leader
                                     join nostos.person other on other.record = theirs.record where p.id = d.person));

-- a person was taken apart by who drafted it, or put together again by who asked for it
select s.id::text from nostos.split_step s join nostos.split p on p.id = s.split
where s.recorded_at > :begun
  and (s.kind = 'CARRIED_OUT' and s.account = p.account
       or s.kind = 'UNDONE' and s.account = (select a.account from nostos.split_step a where a.split = s.split
            and a.kind = 'UNDO_ASKED' and a.recorded_at < s.recorded_at order by a.recorded_at desc limit 1));

-- two records are one person by one hand
select s.record_l || ' ' || s.record_r from nostos.pair_standing s
where s.state = 'SAME' and s.since > :begun
  and 2 > (select count(distinct j.account) from nostos.judgement j where j.record_l = s.record_l and j.record_r = s.record_r
             and j.verdict = 'SAME' and not exists (select from nostos.judgement_undone u where u.judgement = j.id));

-- an exclusion is recorded on no ground
select x.id::text from nostos.law_exclusion_event x where x.recorded_at > :begun and x.kind = 'RECORDED' and x.source is null;

-- a transfer left on a manifest that was not frozen
select e.id::text from nostos.transfer_event e
where e.recorded_at > :begun and e.kind = 'DEPARTED'
  and (select x.kind from nostos.transfer_event x where x.transfer = e.transfer and x.recorded_at < e.recorded_at
         and x.kind in ('PLANNED', 'FREEZE_PROPOSED', 'RETURNED', 'FROZEN', 'TURNED_BACK', 'CANCELLED')
       order by x.recorded_at desc limit 1) is distinct from 'FROZEN';

-- a manifest was frozen by its proposer, or by who wrote the plan
select f.id::text from nostos.transfer_event f
where f.recorded_at > :begun and f.kind = 'FROZEN'
  and ((select p.account from nostos.transfer_event p where p.transfer = f.transfer and p.kind = 'FREEZE_PROPOSED'
          and p.recorded_at < f.recorded_at order by p.recorded_at desc limit 1) is not distinct from f.account
       or exists (select from nostos.transfer t where t.id = f.transfer and t.account = f.account)
       or exists (select from nostos.transfer_line l where l.transfer = f.transfer and l.account = f.account));

-- somebody was put on a manifest that was a draft no more
select l.id::text from nostos.transfer_line l
where l.recorded_at > :begun
  and (select x.kind from nostos.transfer_event x where x.transfer = l.transfer and x.recorded_at < l.recorded_at
         and x.kind in ('PLANNED', 'FREEZE_PROPOSED', 'RETURNED', 'FROZEN', 'DEPARTED', 'HANDED_OVER', 'TURNED_BACK', 'CANCELLED')
       order by x.recorded_at desc limit 1) not in ('PLANNED', 'RETURNED');

-- somebody is on two transfers at once
select l.person::text from nostos.transfer_line l
where (select x.kind from nostos.transfer_event x where x.transfer = l.transfer
         and x.kind in ('PLANNED', 'FREEZE_PROPOSED', 'RETURNED', 'FROZEN', 'DEPARTED', 'HANDED_OVER', 'TURNED_BACK', 'CANCELLED')
       order by x.recorded_at desc limit 1) not in ('HANDED_OVER', 'TURNED_BACK', 'CANCELLED')
  and not exists (select from nostos.transfer_line_event e where e.line = l.id
                    and e.kind in ('WITHDRAWN', 'TURNED_BACK', 'DIED', 'ESCAPED'))
  and not exists (select from nostos.split_member s where s.person = l.person)
group by l.person having count(*) > 1 and max(l.recorded_at) > :begun;

-- somebody left past an order of a court
select d.line::text from departed d join nostos.law_order_event o on o.person = any (d.who)
where o.kind = 'ORDERED' and (o.destination is null or o.destination = d.destination or o.destination = any (d.transit))
  and not exists (select from nostos.law_order_event x where x.court_order = o.id and x.kind = 'ENDED');

-- somebody left past a bar that was not looked at, was found, is in doubt or under appeal
select d.line::text || ' ' || g.ground from departed d join nostos.law_route_ground g on g.route = d.route
join lateral (select d.destination as state where not g.transit
              union all select s from unnest(d.transit) s where g.transit) s on true
where (g.ground <> 'BEST_INTERESTS' or exists (select from nostos.person p join nostos.record r on r.id = p.record
                                               where p.id = any (d.who) and r.birth_last > d.on_day - interval '18 years'))
  and coalesce((select b.kind from nostos.law_bar_event b where b.person = any (d.who) and b.destination = s.state
                  and b.ground = g.ground order by b.recorded_at desc limit 1), 'NONE')
      not in ('REVIEWED', 'LIFTED', 'APPEAL_DISMISSED');

-- somebody left although the state had broken its word since the bar was decided
select d.line::text from departed d join nostos.law_bar_event b on b.person = any (d.who) and b.destination = d.destination
where b.kind in ('REVIEWED', 'LIFTED')
  and exists (select from nostos.law_assurance_event a where a.state_code = d.destination and a.kind = 'BREACHED'
                and a.recorded_at > b.recorded_at)
  and not exists (select from nostos.law_bar_event later where later.person = any (d.who) and later.ground = b.ground
                    and later.destination = b.destination and later.kind in ('REVIEWED', 'LIFTED')
                    and later.recorded_at > b.recorded_at);

-- somebody left on a clearance that was not issued, was withdrawn, had lapsed or is for another road
select d.line::text from departed d
where not exists (
    select from nostos.law_clearance_event p
    where p.id = d.clearance and p.kind = 'PROPOSED' and p.person = any (d.who) and p.route = d.route
      and p.destination = d.destination and p.transit @> d.transit and p.until >= d.on_day
      and exists (select from nostos.law_clearance_event i where i.clearance = p.id and i.kind = 'ISSUED')
      and not exists (select from nostos.law_clearance_event w where w.clearance = p.id and w.kind = 'WITHDRAWN'));

-- somebody left to serve a sentence of which less than six months were left, or nobody knows how much
select d.line::text from departed d
where d.route = 'SENTENCE_TRANSFER'
  and not exists (
    select from nostos.law_proceeding_event s
    where s.person = any (d.who) and s.kind in ('CONVICTED', 'COMMUTED', 'TERM_STATED')
      and (s.term_life or s.runs_from + make_interval(years => s.term_years, months => s.term_months, days => s.term_days)
                          - make_interval(days => s.credited) >= d.on_day + interval '6 months')
      and exists (select from nostos.law_proceeding_event f where f.proceeding = s.proceeding and f.kind = 'FINAL')
      and not exists (select from nostos.law_proceeding_event x where x.proceeding = s.proceeding and x.recorded_at > s.recorded_at
                        and x.kind in ('CONVICTED', 'COMMUTED', 'TERM_STATED', 'SUSPENDED', 'ACQUITTED', 'DISCONTINUED', 'CARRIED_OUT')));

-- somebody left whom the state does not accept
/* Or accepts under conditions of which one, as recorded before, stood neither confirmed by a second hand nor waived by the
   state, whatever was said of it earlier. */
select d.line::text from departed d join nostos.transfer_event went on went.id = d.id
left join lateral (
    select a.id, a.kind, a.conditions from nostos.answer_event a join nostos.note_line_person lp on lp.line = a.line
    join nostos.note_line l on l.id = a.line join nostos.note_verbale n on n.id = l.note
    where lp.person = any (d.who) and n.state = d.destination and n.asked <> 'PROSECUTION'
      and a.kind not in ('REVIEW_UPHELD', 'REVIEW_QUASHED', 'WILL_PROSECUTE', 'WILL_NOT_PROSECUTE', 'TAKEN_BACK')
    order by a.happened_on desc, a.recorded_at desc limit 1) a on true
left join lateral (
    select count(*) as of from regexp_split_to_table(a.conditions, '[\r\n]+') c where c ~ '[^ \t]') laid on true
left join lateral (
    select count(distinct s.place) as of from nostos.answer_condition_said s
    where s.answer = a.id and s.place <= laid.of and s.recorded_at < went.recorded_at
      and not exists (select from nostos.answer_condition_said x
                      where x.answer = s.answer and x.place = s.place and x.recorded_at < went.recorded_at
                        and (x.happened_on, x.recorded_at, x.id) > (s.happened_on, s.recorded_at, s.id))
      and (s.kind = 'WAIVED' and exists (select from nostos.party p where p.id = s.party and p.kind = 'STATE'
                                           and p.state_code = d.destination)
           or s.kind = 'CONFIRMED' and exists (
               select from nostos.answer_condition_said met
               where met.answer = s.answer and met.place = s.place and met.kind = 'MET' and met.account <> s.account
                 and (met.happened_on, met.recorded_at, met.id) < (s.happened_on, s.recorded_at, s.id)
                 and not exists (select from nostos.answer_condition_said y where y.answer = s.answer and y.place = s.place
                                   and (y.happened_on, y.recorded_at, y.id) > (met.happened_on, met.recorded_at, met.id)
                                   and (y.happened_on, y.recorded_at, y.id) < (s.happened_on, s.recorded_at, s.id))))
    ) settled on true
where d.kind <> 'TO_AUTHORITY'
  and coalesce(a.kind, 'NONE') not in ('ACCEPTED', 'ACCEPTED_CHILD_ONLY', 'DEEMED_ACCEPTED')
  and not coalesce(a.kind = 'ACCEPTED_CONDITIONAL' and laid.of > 0 and settled.of = laid.of, false);

-- somebody left on no document that was good
select d.line::text from departed d
where d.kind <> 'TO_AUTHORITY'
  and not exists (select from nostos.travel_document_event i
                  where i.person = any (d.who) and i.kind in ('ISSUED', 'REISSUED') and i.valid_until >= d.on_day
                    and not exists (select from nostos.travel_document_event x where x.document = i.document
                                      and x.kind in ('REISSUED', 'LOST', 'CANCELLED') and x.recorded_at > i.recorded_at));

-- somebody left whom no physician had found fit
select d.line::text from departed d
where not coalesce((select f.conclusion <> 'UNFIT' and d.on_day between f.happened_on and f.until
                    from nostos.travel_fitness f where f.person = any (d.who)
                    order by f.happened_on desc, f.recorded_at desc limit 1), false);

-- somebody left who had not said again that they want to go
select d.line::text from departed d
where d.route in ('REPATRIATION_NO_PROCEEDINGS', 'SENTENCE_TRANSFER', 'THIRD_STATE_RELOCATION')
  and not coalesce((select w.kind = 'RECONFIRMED' and w.happened_on between d.on_day - 3 and d.on_day
                    from nostos.law_will_event w where w.person = any (d.who) and w.destination = d.destination
                    order by w.recorded_at desc limit 1), false);

-- somebody left whom a policy of the holder keeps back
select d.line::text from departed d join nostos.law_exclusion_event x on x.person = any (d.who) and x.kind = 'RECORDED'
where not exists (select from nostos.law_exclusion_event e where e.exclusion = x.id and e.kind = 'ENDED');

-- a family was parted, and no panel and no court had said so
select d.line::text from departed d
join nostos.kin_event k on k.kind = 'PROPOSED' and (k.person = any (d.who) or k.relative = any (d.who))
join lateral (select case when k.person = any (d.who) then k.relative else k.person end as other,
                     case when k.relation = 'CHILD' then k.relative
                          when k.relation in ('MOTHER', 'FATHER', 'GUARDIAN') then k.person end as child) e on true
where k.relation in ('SPOUSE', 'CHILD', 'MOTHER', 'FATHER', 'GUARDIAN') and e.other is not null and e.other <> all (d.who)
  and exists (select from nostos.kin_event c where c.tie = k.id and c.kind = 'CONFIRMED' and c.account <> k.account)
  and not exists (select from nostos.kin_event c where c.tie = k.id and c.kind in ('TAKEN_BACK', 'END_CONFIRMED'))
  and not exists (select from nostos.care_event c where (c.person = any (d.who) or c.person = e.other)
                    and c.kind in ('DIED', 'AGE_ASSESSED'))
  and (k.relation = 'SPOUSE'
       or exists (select from nostos.person p join nostos.record r on r.id = p.record
                  where p.id = e.child and r.birth_last > d.on_day - interval '18 years'))
  and not exists (select from nostos.split_member s where s.person = e.other)
  and not exists (select from departed o where o.transfer = d.transfer and e.other = any (o.who))
  and not exists (select from nostos.transfer_line_event s where s.line = d.line and s.kind = 'SPLIT_ORDERED')
  and not exists (select from nostos.law_bid_event b where (b.person = any (d.who) or b.person = e.other) and b.kind = 'DECIDED');

-- a child left with nobody grown and without an escort
select d.line::text from departed d
where exists (select from nostos.person p join nostos.record r on r.id = p.record
              where p.id = any (d.who) and r.birth_last > d.on_day - interval '18 years')
  and not exists (select from departed o join nostos.person p on p.id = any (o.who) join nostos.record r on r.id = p.record
                  where o.transfer = d.transfer and o.line <> d.line
                    and coalesce(r.birth_last, 'infinity') <= d.on_day - interval '18 years')
  and not exists (select from nostos.transfer_event x where x.transfer = d.transfer and x.kind = 'ESCORT_NAMED' and x.code = 'CHILD');

-- a transfer left without the receiver's word, leave to exit or to pass, or seats
select distinct d.id::text from departed d
where not exists (select from nostos.transfer_event x where x.transfer = d.transfer and x.kind = 'AGREED')
   or d.kind <> 'TO_AUTHORITY'
      and exists (select from (select 'EXIT' as asked union all select unnest(d.transit)) s
                  where not exists (select from nostos.transfer_event x where x.transfer = d.transfer and x.day >= d.on_day
                                      and (x.kind = 'EXIT_CLEARED' and s.asked = 'EXIT'
                                           or x.kind in ('TRANSIT_CLEARED', 'OVERFLIGHT_CLEARED') and x.state = s.asked)
                                      and not exists (select from nostos.transfer_event b where b.of_event = x.id)))
   or coalesce((select x.amount from nostos.transfer_event x where x.transfer = d.transfer and x.kind = 'SEATS_HELD'
                order by x.recorded_at desc limit 1), 0) < (select count(*) from departed o where o.transfer = d.transfer);

-- somebody is on the way and custody does not say so
select d.line::text from departed d
where not exists (select from nostos.custody_event c where c.person = any (d.who) and c.kind = 'DEPARTED');

-- somebody is on the way and held
select c.id::text from nostos.transfer_line l
join nostos.transfer_event e on e.transfer = l.transfer and e.kind = 'DEPARTED'
join nostos.custody_event c on c.person = l.person and c.recorded_at > e.recorded_at and c.happened_on >= e.happened_on
where c.recorded_at > :begun and c.kind in ('RETURNED', 'RELEASED', 'MOVED', 'TO_COURT', 'TO_HOSPITAL', 'ESCAPED', 'DECEASED')
  and not exists (select from nostos.custody_event b where b.takes_back = c.id)
  and not exists (select from nostos.transfer_line_event x where x.line = l.id
                    and x.kind in ('WITHDRAWN', 'TURNED_BACK', 'DIED', 'ESCAPED'))
  and not exists (select from nostos.transfer_event x where x.transfer = l.transfer and x.kind in ('HANDED_OVER', 'TURNED_BACK'))
  and not exists (select from nostos.split_member s where s.person = l.person);

-- custody says that somebody left or was received, and no transfer does
select c.id::text from nostos.custody_event c
where c.recorded_at > :begun and c.kind in ('DEPARTED', 'REPATRIATED', 'TRANSFERRED')
  and not exists (select from nostos.split_member s where s.person = c.person)
  and not exists (
      select from nostos.transfer_event e join nostos.transfer_line l on l.transfer = e.transfer
      join nostos.person mine on mine.id = c.person join nostos.person theirs on theirs.id = l.person
      left join nostos.person_cluster a on a.record = mine.record left join nostos.person_cluster b on b.record = theirs.record
      where (mine.id = theirs.id or a.leader = b.leader) and e.recorded_at < c.recorded_at
        and e.kind = case c.kind when 'DEPARTED' then 'DEPARTED' else 'HANDED_OVER' end);

-- another authority or a third state was counted as home, or home as another authority
select c.id::text from nostos.custody_event c
join nostos.transfer_line l on l.person = c.person
join nostos.transfer_event e on e.transfer = l.transfer and e.kind = 'HANDED_OVER'
join nostos.transfer t on t.id = l.transfer
where c.recorded_at > :begun and c.kind in ('REPATRIATED', 'TRANSFERRED')
  and not exists (select from nostos.transfer_line_event x where x.line = l.id
                    and x.kind in ('WITHDRAWN', 'TURNED_BACK', 'DIED', 'ESCAPED'))
  and not exists (select from nostos.split_member s where s.person = c.person)
group by c.id, c.kind having bool_and((t.kind = 'REPATRIATION') <> (c.kind = 'REPATRIATED'));

-- a receipt was confirmed by who drew it up, or was never drawn up
select h.id::text from nostos.transfer_event h
where h.recorded_at > :begun and h.kind = 'HANDED_OVER'
  and coalesce((select r.account from nostos.transfer_event r where r.transfer = h.transfer and r.kind = 'RECEIPT_DRAWN'
                  and r.recorded_at < h.recorded_at order by r.recorded_at desc limit 1), h.account) = h.account;

-- somebody was handed over, or turned back, who had not left
select h.id::text from nostos.transfer_event h
where h.recorded_at > :begun and h.kind in ('HANDED_OVER', 'TURNED_BACK')
  and not exists (select from nostos.transfer_event d where d.transfer = h.transfer and d.kind = 'DEPARTED'
                    and d.recorded_at < h.recorded_at and d.happened_on <= h.happened_on);

-- somebody was received who had not been handed over, or before they were
select r.id::text from nostos.transfer_line_event r join nostos.transfer_line l on l.id = r.line
where r.recorded_at > :begun and r.kind = 'RECEIVED'
  and not exists (select from nostos.transfer_event h where h.transfer = l.transfer and h.kind = 'HANDED_OVER'
                    and h.recorded_at < r.recorded_at and h.happened_on <= r.happened_on);

-- somebody looked how they are who never came
select f.id::text from nostos.transfer_line_event f
where f.recorded_at > :begun and f.kind = 'FOLLOWED_UP'
  and not exists (select from nostos.transfer_line_event r where r.line = f.line and r.kind = 'RECEIVED'
                    and r.recorded_at < f.recorded_at and r.happened_on <= f.happened_on);

-- somebody turned back, died or escaped on the way who had not left, or had come
select x.id::text from nostos.transfer_line_event x join nostos.transfer_line l on l.id = x.line
where x.recorded_at > :begun and x.kind in ('TURNED_BACK', 'DIED', 'ESCAPED')
  and (not exists (select from nostos.transfer_event d where d.transfer = l.transfer and d.kind = 'DEPARTED'
                     and d.recorded_at < x.recorded_at and d.happened_on <= x.happened_on)
       or exists (select from nostos.transfer_line_event r where r.line = l.id and r.kind = 'RECEIVED'
                    and r.recorded_at < x.recorded_at));

-- something happened to somebody whose journey had ended
select x.id::text from nostos.transfer_line_event x join nostos.transfer_line_event e on e.line = x.line and e.id <> x.id
where x.recorded_at > :begun and e.kind in ('WITHDRAWN', 'TURNED_BACK', 'DIED', 'ESCAPED') and e.recorded_at < x.recorded_at;

-- a state said that somebody came who was not sent to it
select x.id::text from nostos.transfer_line_event x join nostos.transfer_line l on l.id = x.line
join nostos.transfer t on t.id = l.transfer join nostos.account a on a.id = x.account join nostos.party p on p.id = a.party
where x.recorded_at > :begun and p.kind = 'STATE' and p.state_code is distinct from t.destination;

-- a court's order to part a family was entered by somebody who does not decide the law
select x.id::text from nostos.transfer_line_event x join nostos.account a on a.id = x.account
where x.recorded_at > :begun and x.kind = 'SPLIT_ORDERED' and a.role <> 'LEGAL_REVIEWER';
