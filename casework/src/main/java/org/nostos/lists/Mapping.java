package org.nostos.lists;

import java.util.List;
import org.nostos.basics.FieldRole;

/// What each column of a list is read as, in the columns' order.
public record Mapping(List<ColumnUse> uses) {

    public Mapping {
        uses = List.copyOf(uses);
    }

    /// Whether a row read this way can hold on to anybody: a name of some kind, or a number.
    public boolean namesSomebody() {
        return uses.stream().anyMatch(Mapping::holdsOn);
    }

    /// How many columns claim to be the list's own number.
    public long numberColumns() {
        return uses.stream().filter(use -> use instanceof ColumnUse.ListNumber).count();
    }

    /// Whether a row that says this, and nothing else, still points to somebody.
    public static boolean holdsOn(ColumnUse use) {
        return switch (use) {
            case ColumnUse.ListNumber _ -> true;
            case ColumnUse.Says says -> isName(says.role());
            case ColumnUse.Birth _, ColumnUse.Kept _ -> false;
        };
    }

    private static boolean isName(FieldRole role) {
        return switch (role) {
            case FULL_NAME,
                    GIVEN_NAME,
                    FATHER_NAME,
                    GRANDFATHER_NAME,
                    FAMILY_NAME,
                    KUNYA,
                    DOCUMENT_NUMBER ->
                    true;
            case MOTHER_NAME, SEX, BIRTH_DATE, BIRTH_PLACE, NATIONALITY, POSTAL_CODE, OCCUPATION ->
                    false;
        };
    }
}
