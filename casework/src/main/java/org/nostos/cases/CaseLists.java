package org.nostos.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Settler;
import org.nostos.basics.StateCode;

/// The lists over all cases, read from the summary. Every method needs a running transaction.
public interface CaseLists {

    /// A case on a list: its person by number and record, and how much alarms, is late, and is open.
    record Line(
            UUID person,
            UUID record,
            String personNumber,
            String number,
            List<String> words,
            int alarms,
            int late) {
        public Line {
            words = List.copyOf(words);
        }
    }

    /// Cases under a flag: the rule with its arguments, since when it is so if that is kept, when it is due.
    record Flagged(
            Line line, List<String> arguments, @Nullable Instant since, @Nullable LocalDate due) {
        public Flagged {
            arguments = List.copyOf(arguments);
        }
    }

    /// An alarm over all cases: how many, and the oldest; null where that is not kept.
    record Alarm(String rule, long cases, @Nullable Instant oldest) {}

    /// What is due under one rule: how many until a day, and how many of them are late.
    record Due(String rule, long cases, long late, LocalDate first) {}

    /// A part of the plan: how many people lack exactly this for the state.
    record Group(List<String> lacks, long people) {
        public Group {
            lacks = List.copyOf(lacks);
        }
    }

    /// How many cases there are, and how many summaries wait to be worked out anew.
    record Count(long cases, long waiting) {}

    Count count();

    /// Which cases are asked for.
    ///
    /// @param word how a track stands; null for any
    /// @param number how the case's number or the person's begins; empty for any
    /// @param alarmed only those that alarm
    /// @param late only those with something past its day
    /// @param named only these persons, beside those whose number begins so; null for everybody
    record Wanted(
            @Nullable String word,
            String number,
            boolean alarmed,
            boolean late,
            @Nullable Set<UUID> named) {

        public Wanted {
            named = named == null ? null : Set.copyOf(named);
        }

        public Wanted(@Nullable String word, String number, boolean alarmed, boolean late) {
            this(word, number, alarmed, late, null);
        }

        /// The same of these persons, and of those whose number begins so if one is asked for.
        public Wanted naming(Set<UUID> persons) {
            return new Wanted(word, number, alarmed, late, persons);
        }

        public static final Wanted ALL = new Wanted(null, "", false, false);

        public static Wanted withWord(@Nullable String word) {
            return new Wanted(word, "", false, false);
        }
    }

    /// In which order cases come; those that are alike by number.
    enum Order {
        NUMBER,
        PERSON,
        /// Those with the fewest alarms first.
        ALARMS,
        /// What is due first in front.
        DUE
    }

    /// Cases that are wanted.
    List<Line> page(Wanted wanted, Order order, boolean down, int offset, int most);

    long count(Wanted wanted);

    /// Every word there is with the number of its cases.
    List<WordCount> words();

    /// How many cases a track's state has.
    record WordCount(String word, long cases) {}

    List<Alarm> alarms();

    /// In which order the cases under a rule come.
    enum FlagOrder {
        /// Those that are due first in front, then the oldest.
        DUE,
        SINCE,
        NUMBER
    }

    List<Flagged> flagged(String rule, FlagOrder order, boolean down, int offset, int most);

    /// How many lines stand under this rule.
    long count(String rule);

    /// What these can settle and is due until that day, the most urgent first.
    List<Due> due(Collection<Settler> settlers, LocalDate until);

    /// The states that anybody may go to, with how many people.
    List<StateCount> states();

    record StateCount(StateCode state, long people, long ready) {}

    /// Who could go to the state, grouped by what each still lacks, the least first.
    List<Group> plan(StateCode state);

    /// The people of one group of the plan.
    List<Line> inGroup(StateCode state, Collection<String> lacks, int offset, int most);

    /// How many people the group has.
    long inGroup(StateCode state, Collection<String> lacks);
}
