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
