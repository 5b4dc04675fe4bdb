package org.nostos.whole;

import static org.nostos.requests.Ministry.today;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What stands in the way of a transfer, read slowly from the tables: each law a few plain questions, none
/// of them asked of the code or the functions under test.
final class Naive {

    private final JdbcClient tables;

    Naive(JdbcClient tables) {
        this.tables = tables;
    }

    private record Fact(
            String kind,
            UUID account,
            String holderOf,
            @Nullable LocalDate until,
            Instant recordedAt) {}

    record Terms(UUID clearance, String route, String destination, LocalDate until) {}

    /// Everybody who is one with this person, by the judgements that stand.
    Set<UUID> one(UUID person) {
        Set<UUID> one =
                new HashSet<>(
                        tables.sql(
                                        """
                                        select other.id from nostos.person p join nostos.person_cluster mine on mine.record = p.record
                                        join nostos.person_cluster theirs on theirs.leader = mine.leader
                                        join nostos.person other on other.record = theirs.record where p.id = ?
                                        """)
                                .param(person)
                                .query(UUID.class)
                                .list());
        one.add(person);
        return one;
    }

    /// Whose the fact is now: where the last split in force put it, or on whom it was written.
    private static String whose(String fact) {
        return """
        coalesce((select sp.person from nostos.split_placement sp
                  join nostos.split_step k on k.split = sp.split and k.kind = 'CARRIED_OUT'
                  where sp.room = 'legal' and sp.what = %s.id
                    and not exists (select from nostos.split_step u where u.split = sp.split and u.kind = 'UNDONE')
                  order by k.recorded_at desc limit 1), %s.person)
        """
                .formatted(fact, fact);
    }

    private String any(Set<UUID> one) {
        return "('" + String.join("','", one.stream().map(UUID::toString).toList()) + "')";
    }

    /// The clearances of a person that somebody issued and nobody withdrew.
    List<Terms> issued(Set<UUID> one) {
        return tables.sql(
                        """
                        select p.id, p.route, p.destination, p.until from nostos.law_clearance_event p
                        where p.kind = 'PROPOSED' and %s in %s
                          and exists (select from nostos.law_clearance_event i where i.clearance = p.id and i.kind = 'ISSUED')
                          and not exists (select from nostos.law_clearance_event w where w.clearance = p.id and w.kind = 'WITHDRAWN')
                        """
                                .formatted(whose("p"), any(one)))
                .query((row, _) ->
                        new Terms(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4, LocalDate.class)))
                .list();
    }

    /// The first thing in the way, or nothing.
    @Nullable String inTheWay(Set<UUID> one, Terms terms) {
        if (terms.until().isBefore(today())) {
            return "the clearance has lapsed";
        }
        if (asks(
                "select exists (select from nostos.law_order_event e where e.kind = 'ORDERED' and "
                        + whose("e")
                        + " in "
                        + any(one)
                        + " and (e.destination is null or e.destination = '"
                        + terms.destination()
                        + "')"
                        + " and not exists (select from nostos.law_order_event x where x.court_order = e.id and x.kind = 'ENDED'))")) {
            return "an order of a court stands";
        }
        boolean child = mayBeChild(one);
        for (String ground :
                tables.sql(
                                "select ground from nostos.law_route_ground where route = ? and not transit")
                        .param(terms.route())
                        .query(String.class)
                        .list()) {
            if ((child || !ground.equals("BEST_INTERESTS"))
                    && !passes(one, terms.destination(), ground)) {
                return "the bar of " + ground + " is open";
            }
        }
        if (!"FINAL".equals(latestReview(one))) {
            return "no review is final";
        }
        if (List.of("REPATRIATION_NO_PROCEEDINGS", "SENTENCE_TRANSFER", "THIRD_STATE_RELOCATION")
                        .contains(terms.route())
                && !List.of("CONSENTS", "RECONFIRMED")
                        .contains(
                                String.valueOf(
                                        latest(
                                                "law_will_event",
                                                "e.destination = '" + terms.destination() + "'",
                                                one)))) {
            return "the person does not want to go";
        }
        if (child && !"DECIDED".equals(latest("law_bid_event", "true", one))) {
            return "a child without a determination";
        }
        return null;
    }

    private boolean mayBeChild(Set<UUID> one) {
        return asks(
                "select exists (select from nostos.person p join nostos.record r on r.id = p.record where p.id in "
                        + any(one)
                        + " and r.birth_last > current_date - interval '18 years')");
    }

    private @Nullable String latest(String table, String which, Set<UUID> one) {
        return tables.sql(
                        "select e.kind from nostos."
                                + table
                                + " e where "
                                + which
                                + " and "
                                + whose("e")
                                + " in "
                                + any(one)
                                + " order by e.recorded_at desc, e.id desc limit 1")
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /// What the last word about the review that was opened last is, words that change nothing left out.
    private @Nullable String latestReview(Set<UUID> one) {
        return tables.sql(
                        "select l.kind from nostos.law_review_event l where l.kind <> 'RECUSED' and l.review = (select e.review from nostos.law_review_event e where e.kind = 'OPENED' and "
                                + whose("e")
                                + " in "
                                + any(one)
                                + " order by e.recorded_at desc, e.id desc limit 1) order by l.recorded_at desc, l.id desc limit 1")
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /// Whether two hands decided that nothing bars the way, after whatever was found, doubted or appealed.
    private boolean passes(Set<UUID> one, String destination, String ground) {
        List<Fact> facts =
                tables.sql(
                                "select e.kind, e.account, p.kind as party, e.until, e.recorded_at from nostos.law_bar_event e join nostos.party p on p.id = e.party"
                                        + " where e.destination = ? and e.ground = ? and "
                                        + whose("e")
                                        + " in "
                                        + any(one)
                                        + " order by e.recorded_at, e.id")
                        .param(destination)
                        .param(ground)
                        .query((row, _) ->
                                new Fact(
                                        row.getString(1),
                                        row.getObject(2, UUID.class),
                                        row.getString(3),
                                        row.getObject(4, LocalDate.class),
                                        row.getTimestamp(5).toInstant()))
                        .list();
        int found = last(facts, Set.of("FOUND", "APPEAL_ALLOWED"), facts.size());
        int decided =
                last(
                        facts,
                        found < 0 ? Set.of("REVIEWED", "LIFTED") : Set.of("LIFTED"),
                        facts.size());
        if (decided < 0 || decided < found) {
            return false;
        }
        int proposed =
                last(facts, found < 0 ? Set.of("CLEARED") : Set.of("LIFT_PROPOSED"), decided);
        if (proposed < found
                || proposed < 0
                || facts.get(proposed).account().equals(facts.get(decided).account())) {
            return false;
        }
        LocalDate until = facts.get(proposed).until();
        return until != null
                && !until.isBefore(today())
                && quietSince(facts, decided)
                && !breached(destination, facts.get(decided).recordedAt());
    }

    private static boolean quietSince(List<Fact> facts, int decided) {
        boolean appealed = false;
        for (Fact fact : facts.subList(decided + 1, facts.size())) {
            switch (fact.kind()) {
                case "APPEALED" -> appealed = true;
                case "APPEAL_DISMISSED" -> appealed = false;
                default -> {
                    return false;
                }
            }
        }
        return !appealed;
    }

    private boolean breached(String destination, Instant since) {
        return tables.sql(
                        "select exists (select from nostos.law_assurance_event b where b.kind = 'BREACHED' and b.state_code = ? and b.recorded_at > ?)")
                .param(destination)
                .param(java.sql.Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    private static int last(List<Fact> facts, Set<String> kinds, int before) {
        for (int i = before - 1; i >= 0; i--) {
            if (kinds.contains(facts.get(i).kind())) {
                return i;
            }
        }
        return -1;
    }

    private boolean asks(String sql) {
        return tables.sql(sql).query(Boolean.class).single();
    }
}
