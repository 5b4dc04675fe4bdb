package org.nostos.transfers;

import java.util.List;
import java.util.UUID;

/// A receipt as it was drawn up: who gave, who took over, where, and what with each.
///
/// @param event the step with which it was drawn up
public record Receipt(UUID event, Sides sides, List<Item> items) {

    /// Who signs for each side, and where.
    ///
    /// @param witness who else saw it, or empty
    public record Sides(
            String giver,
            String giverOffice,
            String receiver,
            String receiverOffice,
            String witness,
            String place) {
        public Sides {
            giver = giver.strip();
            giverOffice = giverOffice.strip();
            receiver = receiver.strip();
            receiverOffice = receiverOffice.strip();
            witness = witness.strip();
            place = place.strip();
        }

        /// Whether nothing is left out and nothing too long.
        boolean isWhole() {
            return fits(giver)
                    && fits(giverOffice)
                    && fits(receiver)
                    && fits(receiverOffice)
                    && fits(place)
                    && witness.length() <= LONGEST;
        }

        private static boolean fits(String text) {
            return !text.isEmpty() && text.length() <= LONGEST;
        }
    }

    /// So many of one kind, handed over with one person.
    ///
    /// @param marks seals and numbers
    public record Item(UUID line, Kind kind, int amount, List<String> marks) {
        public Item {
            marks = List.copyOf(marks);
        }
    }

    /// What is handed over: each kind is counted apart.
    public enum Kind {
        PERSON,
        FILE,
        /// The medical summary, sealed, for medical staff alone.
        MEDICAL,
        PROPERTY,
        DOCUMENT,
        /// Pointers to evidence, under the control of whoever it comes from.
        EVIDENCE
    }

    private static final int LONGEST = 200;

    public Receipt {
        items = List.copyOf(items);
    }

    /// How many of a kind in all.
    public int count(Kind kind) {
        return items.stream().filter(one -> one.kind == kind).mapToInt(Item::amount).sum();
    }

    /// What of a kind goes with one person.
    public List<Item> of(UUID line, Kind kind) {
        return items.stream().filter(one -> one.line.equals(line) && one.kind == kind).toList();
    }
}
