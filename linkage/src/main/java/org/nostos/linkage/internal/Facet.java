package org.nostos.linkage.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.linkage.Evidence.Code;

/// One comparison of two records: which slot, and which levels it can come to, the most alike first.
///
/// Level 0 is unknown; level 1 is the first of `levels`. Where values may stand in two scripts, the
/// levels are counted twice: pairs across scripts agree in other ways than pairs within one, so they
/// have levels, and an `m` and a `u`, of their own, after those within a script.
enum Facet {
    GIVEN_NAME(0, Kind.NAME, Slot.GIVEN),
    FATHER_NAME(1, Kind.NAME, Slot.FATHER),
    GRANDFATHER_NAME(2, Kind.NAME, Slot.GRANDFATHER),
    FAMILY_NAME(3, Kind.NAME, Slot.FAMILY),
    OTHER_NAMES(4, Kind.OTHER_NAMES, Slot.OTHER),
    MOTHER_NAME(5, Kind.TEXT, Slot.MOTHER),
    KUNYA(6, Kind.TEXT, Slot.KUNYA),
    BIRTH_DATE(7, Kind.DATE, null, FieldRole.BIRTH_DATE),
    BIRTH_PLACE(8, Kind.TEXT, Slot.PLACE),
    SEX(9, Kind.SEX, null, FieldRole.SEX),
    NATIONALITY(10, Kind.TEXT, Slot.NATIONALITY),
    DOCUMENT_NUMBER(11, Kind.NUMBER, null, FieldRole.DOCUMENT_NUMBER),
    POSTAL_CODE(12, Kind.AREA, null, FieldRole.POSTAL_CODE),
    OCCUPATION(13, Kind.TEXT, Slot.OCCUPATION);

    /// How values are compared, and the levels that gives.
    enum Kind {
        NAME(
                true,
                Code.SAME,
                Code.SAME_SOUND,
                Code.NEAR,
                Code.SHORT_FORM,
                Code.OTHER_FIELD,
                Code.DIFFERENT),
        TEXT(true, Code.SAME, Code.SAME_SOUND, Code.NEAR, Code.PART, Code.DIFFERENT),
        OTHER_NAMES(false, Code.SAME, Code.PART, Code.DIFFERENT),
        DATE(
                false,
                Code.SAME,
                Code.DATE_WITHIN,
                Code.DAY_MONTH_SWAPPED,
                Code.DATE_ONE_PART,
                Code.SAME_YEAR,
                Code.YEARS_APART,
                Code.DIFFERENT),
        SEX(false, Code.SAME, Code.DIFFERENT),
        NUMBER(false, Code.SAME, Code.NEAR, Code.DIFFERENT),
        AREA(false, Code.SAME, Code.NEAR, Code.PART, Code.DIFFERENT);

        private final boolean scripts;

        @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
        private final List<Code> levels;

        Kind(boolean scripts, Code... levels) {
            this.scripts = scripts;
            this.levels = List.of(levels);
        }

        List<Code> levels() {
            return levels;
        }

        int level(Code code) {
            return levels.indexOf(code) + 1;
        }
    }

    private final int number;
    private final Kind kind;
    private final @Nullable Slot slot;
    private final FieldRole role;

    Facet(int number, Kind kind, Slot slot) {
        this(number, kind, slot, slot.role());
    }

    Facet(int number, Kind kind, @Nullable Slot slot, FieldRole role) {
        this.number = number;
        this.kind = kind;
        this.slot = slot;
        this.role = role;
    }

    /// Its place in arrays and patterns, from 0.
    int number() {
        return number;
    }

    Kind kind() {
        return kind;
    }

    FieldRole role() {
        return role;
    }

    @Nullable Slot slot() {
        return slot;
    }

    /// Levels in all, those across scripts included.
    int levelCount() {
        return kind.scripts ? 2 * kind.levels.size() : kind.levels.size();
    }

    /// Whether it is a person's own, and not shared in a household as a father's name and a place are.
    boolean isOwn() {
        return switch (this) {
            case GIVEN_NAME, OTHER_NAMES, KUNYA, BIRTH_DATE, SEX, DOCUMENT_NUMBER, OCCUPATION ->
                    true;
            case FATHER_NAME,
                    GRANDFATHER_NAME,
                    FAMILY_NAME,
                    MOTHER_NAME,
                    BIRTH_PLACE,
                    NATIONALITY,
                    POSTAL_CODE ->
                    false;
        };
    }

    Code code(int level) {
        return level == 0 ? Code.UNKNOWN : kind.levels.get((level - 1) % kind.levels.size());
    }

    boolean isAcrossScripts(int level) {
        return level > kind.levels.size();
    }

    /// The names of its comparisons in a model: one, or one within and one across scripts.
    List<String> names() {
        String name = name().toLowerCase(Locale.ROOT);
        List<String> names = new ArrayList<>(List.of(name));
        if (kind.scripts) {
            names.add(name + "_across_scripts");
        }
        return names;
    }
}
