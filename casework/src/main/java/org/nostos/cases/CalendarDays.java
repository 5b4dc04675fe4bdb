package org.nostos.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The days by which the law asks something of a case, read from the summary. Every method needs a
/// running transaction.
public interface CalendarDays {

    /// A case that is due under a rule.
    record Entry(String rule, CaseLists.Flagged flagged) {}

    /// How many cases are due under a rule on a day.
    record Count(LocalDate day, String rule, long cases) {}

    /// The days of a stretch, both ends counted, with what is due on them.
    List<Count> counts(LocalDate first, LocalDate last);

    /// How many lines are due before that day, under these rules.
    long late(List<String> rules, LocalDate before);

    /// What is asked for of the calendar.
    ///
    /// @param first null for everything up to the last day
    /// @param persons null for everybody
    record Stretch(
            List<String> rules,
            @Nullable LocalDate first,
            LocalDate last,
            @Nullable Set<UUID> persons) {

        public Stretch {
            rules = List.copyOf(rules);
            persons = persons == null ? null : Set.copyOf(persons);
        }
    }

    /// What is due in the stretch, the earliest first or last.
    List<Entry> lines(Stretch stretch, boolean down, int offset, int most);

    long count(Stretch stretch);
}
