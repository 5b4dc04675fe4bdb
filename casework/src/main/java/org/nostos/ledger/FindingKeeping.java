package org.nostos.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
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
import org.nostos.figures.Figure;
import org.nostos.figures.Stage;
import org.nostos.ledger.internal.Groups;
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

    private final Acts acts;
    private final LedgerEntries entries;
    private final ComparedFigures shelves;
    private final FindingRows rows;
    private final Groups groups;

    FindingKeeping(Acts acts, LedgerEntries entries, ComparedFigures shelves, FindingRows rows) {
        this.acts = acts;
        this.entries = entries;
        this.shelves = shelves;
        this.rows = rows;
        this.groups = new Groups(entries, shelves);
    }

    /// Those asked for, the latest found first; of those that ask, what nobody decided about before all else.
    public List<LedgerFinding> page(FindingQuestion question, int offset, int most) {
        return rows.page(question, offset, most);
    }

    public long count(FindingQuestion question) {
        return rows.count(question);
    }

    /// How many of those that ask wait for an analyst.
    public long undecided() {
        return rows.undecided(LedgerFinding.Heap.MISFITS.kinds());
    }

    public List<LedgerFinding> of(Collection<UUID> figures) {
        return figures.isEmpty() ? List.of() : rows.of(figures);
    }

    /// Which of these figures do not fit by a finding that nobody explained or dismissed.
    public Set<UUID> off(Collection<UUID> figures) {
        Set<UUID> off = new HashSet<>();
        of(figures).stream()
                .filter(LedgerFinding::isOff)
                .forEach(finding -> off.addAll(finding.what().off()));
        off.retainAll(Set.copyOf(figures));
        return off;
    }

    /// Works out anew what these figures have a part in.
    void changed(Collection<UUID> figures) {
        rows.turn();
        if (shelves.isEmpty()) {
            rebuild();
            return;
        }
        Set<String> touched = new LinkedHashSet<>();
        for (LedgerEntry entry : entries.byIds(figures)) {
            shelves.take(entry.id());
            if (entry.stage() == Stage.PUBLISHED) {
                shelves.put(entry.figure());
            }
            touched.addAll(groups.around(entry.figure()));
        }
        touched.forEach(group -> rows.replace(group, groups.findings(group)));
    }

    /// Works out everything anew and returns how much asks for an analyst.
    public long rebuild() {
        rows.turn();
        rows.clear();
        shelves.clear();
        Set<String> all = new LinkedHashSet<>();
        LedgerQuestion published = LedgerQuestion.ALL.at(Stage.PUBLISHED);
        List<LedgerEntry> page = entries.page(published, 0, A_PAGE);
        for (int at = A_PAGE; !page.isEmpty(); at += A_PAGE) {
            for (LedgerEntry entry : page) {
                Figure figure = entry.figure();
                shelves.put(figure);
                all.addAll(Groups.own(figure));
            }
            page = entries.page(published, at, A_PAGE);
        }
        all.forEach(group -> rows.replace(group, groups.findings(group)));
        return count(FindingQuestion.all(LedgerFinding.Heap.MISFITS));
    }

    /// Says what an analyst makes of a finding. Both numbers stay.
    public List<Obstacle> decide(String key, LedgerFinding.Verdict verdict, String reason) {
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
