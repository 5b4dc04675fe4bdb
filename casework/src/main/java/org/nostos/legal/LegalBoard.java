package org.nostos.legal;

import java.util.List;
import java.util.Map;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.AsOf;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.legal.BarLine.Waits;
import org.nostos.parties.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What waits for whom, over all cases, and what was put before the independent body. Thread-safe.
@Service
@Transactional
public class LegalBoard {

    private final Acts acts;
    private final Bars bars;

    LegalBoard(Acts acts, Bars bars) {
        this.acts = acts;
        this.bars = bars;
    }

    /// A bar that waits for the independent hand, with everything that was said about it.
    public record Put(BarLine line, Bar bar, List<BarEvent> events) {
        public Put {
            events = List.copyOf(events);
        }
    }

    /// How many bars wait, by what they wait for.
    @Transactional(readOnly = true)
    public Map<Waits, Long> counts() {
        return bars.counts();
    }

    @Transactional(readOnly = true)
    public long count(BarQuestion question) {
        return bars.count(question);
    }

    /// A page of the board. It names persons by number: reading it is an act.
    public List<BarLine> page(BarQuestion question, int offset, int most) {
        List<BarLine> lines = bars.waiting(question, offset, most);
        if (!lines.isEmpty()) {
            acts.record(
                    Act.of(
                            "legal.board-read",
                            Purpose.LEGAL_REVIEW,
                            Map.of("persons", lines.stream().map(BarLine::person).toList())));
        }
        return lines;
    }

    /// What was put before the independent body, to whoever is its hand.
    public List<Put> beforeBody(int most) {
        if (Caller.required().role() != Role.INDEPENDENT_REVIEWER) {
            return List.of();
        }
        return page(BarQuestion.all(Waits.INDEPENDENT_HAND), 0, most).stream()
                .map(this::put)
                .toList();
    }

    private Put put(BarLine line) {
        List<BarEvent> events = bars.beforeBody(line.person(), line.destination(), line.ground());
        Bar bar = Bar.of(line.destination(), line.ground(), events, List.of(), AsOf.now());
        return new Put(line, bar, events);
    }
}
