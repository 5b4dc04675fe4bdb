package org.nostos.lists.internal;

import org.jspecify.annotations.Nullable;
import org.nostos.lists.ColumnUse;
import org.nostos.lists.FamilyTie;
import org.nostos.lists.Mapping;

/// Follows which household each row belongs to while the rows of a list go by in their order, every
/// one of them once.
final class FamilyThread {

    /// A family's number is no longer than this; what is longer ties nobody.
    private static final int LONGEST = 100;

    private final int numberColumn;
    private final boolean goesDown;
    private final int nameColumn;
    private @Nullable String above;

    FamilyThread(Mapping mapping) {
        int number = -1;
        boolean down = false;
        int name = -1;
        for (int i = 0; i < mapping.uses().size(); i++) {
            ColumnUse use = mapping.uses().get(i);
            if (use instanceof ColumnUse.FamilyNumber family) {
                number = i;
                down = family.goesDown();
            }
            if (name < 0 && use instanceof ColumnUse.Says && Mapping.holdsOn(use)) {
                name = i;
            }
        }
        this.numberColumn = number;
        this.goesDown = down;
        this.nameColumn = mapping.setIn() ? name : -1;
    }

    /// The household of this row, as far as its family's number or its being set in tells; else null.
    @Nullable String householdOf(Row row) {
        if (numberColumn >= 0) {
            return byNumber(row.cell(numberColumn).strip());
        }
        return nameColumn >= 0 ? bySetting(row) : null;
    }

    private @Nullable String byNumber(String number) {
        String said =
                number.isEmpty() || number.length() > LONGEST
                        ? null
                        : FamilyTie.ofNumber(Folding.fold(number));
        if (said != null || !goesDown) {
            above = said;
        }
        return above;
    }

    private @Nullable String bySetting(Row row) {
        String name = row.cell(nameColumn);
        if (!name.isBlank() && !isSetIn(name)) {
            above = FamilyTie.ofLine(row.line());
        }
        return above;
    }

    /// Whether spaces, a dash or a bullet stand before the text.
    static boolean isSetIn(String text) {
        return setIn(text) > 0;
    }

    /// The text behind the spaces, dashes and bullets before it.
    static String withoutSetting(String text) {
        return text.substring(setIn(text)).strip();
    }

    private static int setIn(String text) {
        int at = 0;
        while (at < text.length() && isSetting(text.charAt(at))) {
            at++;
        }
        return at == text.length() ? 0 : at;
    }

    private static boolean isSetting(char letter) {
        return Character.isWhitespace(letter)
                || Character.isSpaceChar(letter)
                || "-–—−•·*>└├│─ـ".indexOf(letter) >= 0;
    }
}
