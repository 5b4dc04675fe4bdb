-- Policies are asked before a key is looked at. These three let a stranger's row as far as the key, whose
-- answer would tell that another party's version was superseded, its task reopened, a hold lifted.

alter policy version_superseded_add on version_superseded
    with check (party = (select caller_intake()) and account = (select caller_account())
                and version in (select v.id from list_version v where v.party = (select caller_intake())));

alter policy task_reopen on task_reopened
    with check (account = (select caller_account()) and caller_works_for(party)
                and closing in (select c.id from task_closed c where c.party = task_reopened.party));

alter policy legal_hold_lift on legal_hold_lifted
    with check ((select caller_role()) = 'SECOND_REVIEWER' and (select caller_coordinates())
                and account = (select caller_account()) and hold_placed_by(hold) <> account);
