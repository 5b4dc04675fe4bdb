package org.nostos.cases;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nostos.basics.Effect;
import org.nostos.basics.Rule;

/// What a day of the calendar is about.
public enum CalendarKind {
    HEARING,
    REVIEW,
    APPEAL,
    NOTICE,
    REPLY,
    FOLLOW_UP,
    /// Any other day by which the law asks something.
    OTHER;

    private static final Map<String, CalendarKind> KINDS =
            Map.of(
                    "law.hearing", HEARING,
                    "law.next-review", REVIEW,
                    "custody.review", REVIEW,
                    "law.appeal-term", APPEAL,
                    "custody.bureau-notice", NOTICE,
                    "custody.consular-right", NOTICE,
                    "request.reply-clock", REPLY);
    private static final Set<String> FOLLOWED =
            Set.of("law.rehabilitation", "transfer.", "family.referral");

    /// The kind of the day that this rule sets.
    public static CalendarKind of(String rule) {
        if (rule.startsWith("custody.kin-")) {
            return NOTICE;
        }
        boolean followed = FOLLOWED.stream().anyMatch(rule::startsWith);
        return KINDS.getOrDefault(rule, followed ? FOLLOW_UP : OTHER);
    }

    /// The keys of the rules that set days of this kind.
    public List<String> rules() {
        return Rulebook.rooms().stream()
                .flatMap(room -> room.rules().stream())
                .filter(rule -> rule.effect() != Effect.BLOCKS)
                .map(Rule::key)
                .filter(key -> of(key) == this)
                .toList();
    }
}
