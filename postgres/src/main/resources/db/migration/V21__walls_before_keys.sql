-- Policies are asked before a key is looked at. These three let a stranger's row as far as the key, whose
-- answer would tell that another party's version was superseded, its task reopened, a hold lifted.

create policy of_its_own on version_superseded as restrictive for insert to nostos_app
    with check ((select caller_is_engine())
                or (version in (select own_versions()) and by_version in (select own_versions())));

create policy of_its_own on task_reopened as restrictive for insert to nostos_app
    with check (closing in (select c.id from task_closed c where c.party = task_reopened.party));

create policy of_the_committee on legal_hold_lifted as restrictive for insert to nostos_app
    with check ((select caller_coordinates()));
