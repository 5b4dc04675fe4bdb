package org.nostos.ledger;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What does not fit between published figures, with its arithmetic.
///
/// @param group the figures that are compared with each other; a change among them works it out anew
/// @param lines the arithmetic, line by line
/// @param decision what an analyst decided about it last
public record Finding(Kind kind, String group, List<Line> lines, @Nullable Decision decision) {

    public Finding {
        lines = List.copyOf(lines);
    }

    /// What does not fit.
    public enum Kind {
        /// The parts add up to a little less than the total as stated.
        PARTS_MISS,
        /// The parts add up to more than the total as stated.
        PARTS_EXCEED,
        /// A part is larger than that of which it is said to be a part.
        PART_LARGER,
        /// A step against the way of the whole series.
        STEP_BACK,
        /// Two statements of one population on one day that cannot both be.
        DISAGREE,
        /// More or fewer people to a family than there can be.
        RATIO
    }

    /// What a line of the arithmetic is.
    public enum Role {
        PART,
        SUM,
        STATED,
        OFF,
        BEFORE,
        AFTER,
        ONE,
        OTHER,
        PEOPLE,
        FAMILIES,
        EACH
    }

    /// A line: a figure with the number that counts of it, or a result.
    public record Line(Role role, @Nullable UUID figure, BigDecimal number) {
        public static Line of(Role role, BigDecimal number) {
            return new Line(role, null, number);
        }
    }

    /// What an analyst decided about a finding.
    public enum Verdict {
        /// It is so: one of the figures is wrong, or all are.
        ACCEPTED,
        /// It is so, and there is a reason for it.
        EXPLAINED,
        /// It only looks so.
        DISMISSED
    }

    public record Decision(Verdict verdict, String reason, String by, Instant at) {}

    public List<UUID> figures() {
        return lines.stream().map(Line::figure).filter(Objects::nonNull).distinct().toList();
    }

    /// What it says, as a hash: the same finding has the same key whenever it is worked out, and another
    /// number is another finding.
    public String key() {
        StringBuilder said = new StringBuilder(kind.name());
        for (Line line : lines) {
            said.append('|').append(line.role()).append('|').append(line.figure()).append('|');
            said.append(line.number().stripTrailingZeros().toPlainString());
        }
        try {
            byte[] bytes = said.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
