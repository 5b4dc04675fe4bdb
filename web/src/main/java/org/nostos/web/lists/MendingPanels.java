package org.nostos.web.lists;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.PartialDate;
import org.nostos.lists.Cure;
import org.nostos.lists.ListStatus;
import org.nostos.lists.ListVersion;
import org.nostos.lists.Mending;
import org.nostos.lists.Mends;
import org.nostos.lists.RowProblem;
import org.nostos.web.Dates;
import org.springframework.stereotype.Component;

/// Puts together what can be done about the rows that need a look.
@Component
class MendingPanels {

    private final Mending mending;
    private final FaultWords words;
    private final Dates dates;

    MendingPanels(Mending mending, FaultWords words, Dates dates) {
        this.mending = mending;
        this.words = words;
        this.dates = dates;
    }

    MendingPanel of(ListVersion version, List<RowProblem> problems, boolean mayDecide) {
        if (version.status() != ListStatus.STAGED || version.survey().isEmpty()) {
            return MendingPanel.NONE;
        }
        Map<Long, Mends.Standing> standing = new HashMap<>();
        for (Mends.Standing mend : mending.standing(version)) {
            standing.put(mend.line(), mend);
            standing.putIfAbsent(mend.joined(), mend);
        }
        List<Mending.Known> known = mending.known(version, problems);
        List<MendingPanel.Remedy> remedies = new ArrayList<>();
        for (int i = 0; i < problems.size(); i++) {
            RowProblem problem = problems.get(i);
            remedies.add(
                    new MendingPanel.Remedy(
                            problem, choices(known.get(i)), standing.get(problem.line())));
        }
        Mends.Counts counts = mending.counts(version);
        return new MendingPanel(
                mayDecide,
                counts.rows(),
                counts.people(),
                standing.values().stream().distinct().count(),
                mayDecide ? mending.withoutDay(version.id()).size() : 0,
                remedies);
    }

    private Map<Cure, String> choices(Mending.Known known) {
        Map<Cure, String> choices = new EnumMap<>(Cure.class);
        known.cures().forEach((cure, date) -> choices.put(cure, words(cure, date.orElse(null))));
        return choices;
    }

    private String words(Cure cure, @Nullable PartialDate date) {
        String key = "lists.cure." + cure;
        return switch (cure) {
            case YEAR_ALONE -> words.words(key, years(Objects.requireNonNull(date)));
            case OTHER_ORDER -> words.words(key, dates.day(Objects.requireNonNull(date).first()));
            case JOINED, LEFT_OUT -> words.words(key);
        };
    }

    /// The Gregorian year or years of a date of which only the year is known.
    private static String years(PartialDate date) {
        int first = date.first().getYear();
        int last = date.last().getYear();
        return first == last ? Integer.toString(first) : first + "–" + last;
    }
}
