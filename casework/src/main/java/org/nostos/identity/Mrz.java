package org.nostos.identity;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.StateCode;

/// What the machine readable zone of a travel document says.
///
/// Its check digits show that a zone was read as it was printed. They prove nobody's name: no digit is
/// reckoned over the name, and whoever prints a zone can reckon them all.
///
/// @param document `P` a passport, `V` a visa, `I`, `A` or `C` a card
/// @param nationalityWritten as it stands there, where it is no code
/// @param birth the days that are possible, or null when it cannot be read
/// @param sex `M`, `F`, or a filler
/// @param text the lines as read
public record Mrz(
        Format format,
        String document,
        @Nullable StateCode issuer,
        String surname,
        String given,
        String number,
        @Nullable StateCode nationality,
        String nationalityWritten,
        @Nullable Days birth,
        char sex,
        @Nullable Days expiry,
        List<Check> checks,
        String text) {

    public Mrz {
        checks = List.copyOf(checks);
    }

    /// The sizes of documents and of visas.
    public enum Format {
        TD1(3, 30, false),
        TD2(2, 36, false),
        TD3(2, 44, false),
        MRV_A(2, 44, true),
        MRV_B(2, 36, true);

        private final int lines;
        private final int length;
        private final boolean visa;

        Format(int lines, int length, boolean visa) {
            this.lines = lines;
            this.length = length;
            this.visa = visa;
        }

        public int lines() {
            return lines;
        }

        public int length() {
            return length;
        }

        /// A visa says who somebody is, and nothing of whose national they are that its state could know.
        public boolean isVisa() {
            return visa;
        }
    }

    /// The days that a date can mean.
    public record Days(LocalDate first, LocalDate last) {}

    /// A check digit as written and as reckoned.
    public record Check(String field, char written, char reckoned) {
        public boolean holds() {
            return written == reckoned;
        }
    }

    public boolean checksHold() {
        return checks.stream().allMatch(Check::holds);
    }

    public String name() {
        return (given + " " + surname).strip();
    }
}
