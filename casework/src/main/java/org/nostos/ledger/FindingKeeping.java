package org.nostos.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.figures.Stage;
import org.nostos.ledger.internal.FigureGroups;
import org.nostos.ledger.internal.LackingWords;
import org.nostos.parties.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What does not fit, and what analysts decide about it. It is worked out of the published figures when one
/// of them changes, among those alone with which that one is compared; and whole, at any time, with the same
/// result. What was decided stays with what the finding says. Thread-safe.
@Service
@Transactional
public class FindingKeeping {

    private static final int A_PAGE = 500;
    private static final int MOST = 1_000;

    private final Acts acts;
    private final LedgerEntries entries;
    private final FindingRows rows;

    FindingKeeping(Acts acts, LedgerEntries entries, FindingRows rows) {
        this.acts = acts;
        this.entries = entries;
        this.rows = rows;
    }

    public List<Finding> all() {
        return rows.all(MOST);
    }

    public List<Finding> of(Collection<UUID> figures) {
        return figures.isEmpty() ? List.of() : rows.of(figures);
    }

    /// Which of these figures stand in a finding that nobody explained or dismissed.
    public Set<UUID> off(Collection<UUID> figures) {
        return figures.isEmpty() ? Set.of() : rows.off(figures);
    }

    /// Works out anew what these figures have a part in.
    void changed(Collection<UUID> figures) {
        rows.turn();
        Set<String> groups = new LinkedHashSet<>();
        entries.byIds(figures).forEach(entry -> groups.addAll(FigureGroups.of(entry.figure())));
        groups.forEach(group -> rows.replace(group, FigureGroups.findings(group, entries)));
    }

    /// Works out everything anew and returns how many findings there are.
    public long rebuild() {
        rows.turn();
        rows.clear();
        Set<String> groups = new LinkedHashSet<>();
        LedgerQuestion published = LedgerQuestion.ALL.at(Stage.PUBLISHED);
        List<LedgerEntry> page = entries.page(published, 0, A_PAGE);
        for (int at = A_PAGE; !page.isEmpty(); at += A_PAGE) {
            page.forEach(entry -> groups.addAll(FigureGroups.of(entry.figure())));
            page = entries.page(published, at, A_PAGE);
        }
        long found = 0;
        for (String group : groups) {
            List<Finding> findings = FigureGroups.findings(group, entries);
            rows.replace(group, findings);
            found += findings.size();
        }
        return found;
    }

    /// Says what an analyst makes of a finding. Both numbers stay.
    public List<Obstacle> decide(String key, Finding.Verdict verdict, String reason) {
        List<Obstacle> obstacles = new ArrayList<>(LackingWords.reason(reason));
        if (Caller.required().role() != Role.ANALYST) {
            obstacles.add(Obstacle.of("obstacle.ledger.role"));
        }
        if (rows.byKey(key).isEmpty()) {
            obstacles.add(Obstacle.of("obstacle.ledger.no-finding"));
        }
        if (obstacles.isEmpty()) {
            UUID act =
                    acts.record(
                            Act.of(
                                            "ledger.finding-decided",
                                            Purpose.ANALYSIS,
                                            Map.of("finding", key, "verdict", verdict.name()))
                                    .withReason(reason.strip()));
            rows.decide(key, verdict, reason.strip(), act);
        }
        return obstacles;
    }
}
