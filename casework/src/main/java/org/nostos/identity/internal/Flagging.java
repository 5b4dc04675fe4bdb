package org.nostos.identity.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nostos.basics.FieldRole;
import org.nostos.identity.Pair;
import org.nostos.identity.ProposalFlag;
import org.nostos.identity.ProposalFlag.Kind;
import org.nostos.identity.ProposalFlag.Why;
import org.nostos.identity.internal.Likeness.Is;
import org.nostos.linkage.RecordTable;
import org.nostos.names.Names;

/// Finds twins, namesakes, and pairs for which the family alone speaks, by rules that a person can
/// check with the two records in hand. Not for several threads.
final class Flagging {

    /// Below 0.95, where no batch and no count of likely pairs begins: what a brother or a sister shares
    /// may help and may not decide.
    static final double MOST_BY_FAMILY = 0.949;

    /// So many records with one name make it a name that says little.
    static final int COMMON = 6;

    private final RecordTable table;
    private final Map<String, Integer> carried = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();

    private Flagging(RecordTable table) {
        this.table = table;
    }

    /// By the records of a run: how often a name occurs among them is counted here.
    static Flagging over(RecordTable table) {
        Flagging flagging = new Flagging(table);
        for (int row = 0; row < table.size(); row++) {
            flagging.carried.merge(flagging.nameKey(flagging.values(row)), 1, Integer::sum);
        }
        return flagging;
    }

    List<ProposalFlag> flags(Pair pair) {
        return flags(values(pair.left().toString()), values(pair.right().toString()));
    }

    List<ProposalFlag> flags(Map<FieldRole, List<String>> one, Map<FieldRole, List<String>> other) {
        Likeness like = new Likeness(one, other);
        List<ProposalFlag> flags = new ArrayList<>();
        twins(like, flags);
        namesakes(like, one, other, flags);
        if (familyAlone(like)) {
            flags.add(new ProposalFlag(Kind.FAMILY_ONLY, Why.NOTHING_OF_THEIR_OWN, 0));
        }
        return flags;
    }

    private static void twins(Likeness like, List<ProposalFlag> flags) {
        Is father = like.named(FieldRole.FATHER_NAME);
        Is mother = like.named(FieldRole.MOTHER_NAME);
        boolean family =
                father == Is.ALIKE
                        || mother == Is.ALIKE
                        || like.named(FieldRole.FAMILY_NAME) == Is.ALIKE
                        || like.named(FieldRole.FULL_NAME) != Is.UNSAID;
        if (!like.bornOnOneDay() || !family || father == Is.OTHER || mother == Is.OTHER) {
            return;
        }
        if (like.sex() == Is.OTHER) {
            flags.add(new ProposalFlag(Kind.TWINS, Why.OTHER_SEX, 0));
        } else if (like.givenName() == Is.OTHER) {
            flags.add(new ProposalFlag(Kind.TWINS, Why.OTHER_GIVEN_NAME, 0));
        }
    }

    private void namesakes(
            Likeness like,
            Map<FieldRole, List<String>> one,
            Map<FieldRole, List<String>> other,
            List<ProposalFlag> flags) {
        boolean oneName =
                like.wholeName() == Is.ALIKE
                        || (like.givenName() == Is.ALIKE
                                && like.named(FieldRole.FAMILY_NAME) == Is.ALIKE);
        if (!oneName) {
            return;
        }
        if (like.named(FieldRole.FATHER_NAME) == Is.OTHER) {
            flags.add(new ProposalFlag(Kind.NAMESAKES, Why.OTHER_FATHER, 0));
        } else if (like.named(FieldRole.MOTHER_NAME) == Is.OTHER) {
            flags.add(new ProposalFlag(Kind.NAMESAKES, Why.OTHER_MOTHER, 0));
        } else if (like.born() == Is.OTHER) {
            flags.add(new ProposalFlag(Kind.NAMESAKES, Why.OTHER_BIRTH, 0));
        } else if (!speaksBesideTheName(like)) {
            int times = Math.max(times(one), times(other));
            if (times >= COMMON) {
                flags.add(new ProposalFlag(Kind.NAMESAKES, Why.COMMON_NAME, times));
            }
        }
    }

    private static boolean speaksBesideTheName(Likeness like) {
        return like.sameDocument()
                || like.bornOnOneDay()
                || like.named(FieldRole.MOTHER_NAME) == Is.ALIKE;
    }

    /// Whether nothing that is a person's own agrees: no given name, no birth, no document.
    private static boolean familyAlone(Likeness like) {
        return like.givenName() != Is.ALIKE
                && like.wholeName() != Is.ALIKE
                && like.born() != Is.ALIKE
                && !like.sameDocument()
                && !SharedFamily.between(like).isEmpty();
    }

    private int times(Map<FieldRole, List<String>> record) {
        return carried.getOrDefault(nameKey(record), 0);
    }

    /// One key for the spellings of one name, in any order of its words; empty for no whole name.
    private String nameKey(Map<FieldRole, List<String>> record) {
        List<String> found = new ArrayList<>();
        for (String word : Likeness.words(record)) {
            found.add(keys.computeIfAbsent(word, Flagging::key));
        }
        Collections.sort(found);
        return found.size() < 2 ? "" : String.join(" ", found);
    }

    private static String key(String word) {
        List<String> found = Names.sounds(word);
        return found.isEmpty() ? word : found.getFirst();
    }

    private Map<FieldRole, List<String>> values(String record) {
        int row = table.row(record);
        return row < 0 ? Map.of() : values(row);
    }

    private Map<FieldRole, List<String>> values(int row) {
        Map<FieldRole, List<String>> values = new EnumMap<>(FieldRole.class);
        for (FieldRole role : table.roles()) {
            List<String> said = table.values(row, role);
            if (!said.isEmpty()) {
                values.put(role, said);
            }
        }
        return values;
    }
}
