package org.nostos.lists;

/// What a row says about the household of the person in it.
///
/// `household` is alike in the rows of one household of a file and says how they are tied: `no:` and
/// the family's number, or `row:` and the line of the row that names it. `stated` is the word for the
/// relation as it was written, or empty. `size` is how many people the row says there are, or 0.
public record FamilyTie(String household, Relation relation, String stated, int size) {

    /// The household of a family's number.
    public static String ofNumber(String number) {
        return "no:" + number;
    }

    /// The household that the row in this line names.
    public static String ofLine(long line) {
        return "row:" + line;
    }
}
