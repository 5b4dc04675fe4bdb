package org.nostos.lists;

import java.util.List;
import org.nostos.basics.FieldRole;

/// What each column of a list is read as, in the columns' order.
///
/// `setIn` says that a row whose name is set in (by spaces or a dash before it) belongs to the
/// household of the last row above whose name is not.
public record Mapping(List<ColumnUse> uses, boolean setIn) {

    public Mapping {
        uses = List.copyOf(uses);
    }

    /// A mapping in which setting in means nothing.
    public Mapping(List<ColumnUse> uses) {
        this(uses, false);
    }

    /// Whether a row read this way can hold on to anybody: a name of some kind, or a number.
    public boolean namesSomebody() {
        return uses.stream().anyMatch(Mapping::holdsOn);
    }

    /// How many columns claim to be the list's own number.
    public long numberColumns() {
        return uses.stream().filter(use -> use instanceof ColumnUse.ListNumber).count();
    }

    /// How many columns claim to be the family's number.
    public long familyColumns() {
        return uses.stream().filter(use -> use instanceof ColumnUse.FamilyNumber).count();
    }

    /// The first column, from 1, that speaks of a member whom no column before it names; or 0.
    public int columnOfNoMember() {
        for (int i = 0; i < uses.size(); i++) {
            if (uses.get(i) instanceof ColumnUse.Member) {
                return 0;
            }
            if (uses.get(i) instanceof ColumnUse.OfMember) {
                return i + 1;
            }
        }
        return 0;
    }

    /// Whether a row that says this, and nothing else, still points to somebody.
    public static boolean holdsOn(ColumnUse use) {
        return switch (use) {
            case ColumnUse.ListNumber _ -> true;
            case ColumnUse.Says says -> isName(says.role());
            case ColumnUse.Birth _,
                    ColumnUse.Age _,
                    ColumnUse.FamilyNumber _,
                    ColumnUse.RelationToHead _,
                    ColumnUse.HouseholdSize _,
                    ColumnUse.Member _,
                    ColumnUse.OfMember _,
                    ColumnUse.Kept _,
                    ColumnUse.LeftInFile _ ->
                    false;
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
