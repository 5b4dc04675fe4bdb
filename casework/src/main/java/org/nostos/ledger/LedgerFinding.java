package org.nostos.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Finding;
import org.nostos.figures.Finding.Kind;

/// What was found among published figures, and what an analyst decided about it last.
public record LedgerFinding(Finding what, @Nullable Decision decision) {

    /// What an analyst decided about a finding.
    public enum Verdict {
        /// It is so: one of the figures is wrong, or all are.
        ACCEPTED,
        /// It is so, and there is a reason for it.
        EXPLAINED,
        /// It only looks so.
        DISMISSED
    }

    /// Where a finding stands: nobody decided about it, or what was decided last.
    public enum Standing {
        WAITS,
        ACCEPTED,
        EXPLAINED,
        DISMISSED
    }

    public record Decision(Verdict verdict, String reason, String by, Instant at) {}

    /// What is looked at together.
    public enum Heap {
        /// What an analyst is asked about.
        MISFITS,
        /// What may both be true, and what differs.
        APART,
        /// What fits: sums, series, corrected verbs.
        FITS;

        public List<Kind> kinds() {
            return java.util.Arrays.stream(Kind.values()).filter(kind -> of(kind) == this).toList();
        }

        static Heap of(Kind kind) {
            return kind.asks() ? MISFITS : kind == Kind.NOT_COMPARABLE ? APART : FITS;
        }
    }

    /// Whether it asks, and nobody explained or dismissed it.
    public boolean isOff() {
        return what.kind().asks() && (decision == null || decision.verdict() == Verdict.ACCEPTED);
    }

    public Standing standing() {
        return decision == null ? Standing.WAITS : Standing.valueOf(decision.verdict().name());
    }

    public String key() {
        return key(what);
    }

    /// What it says, as a hash: its kind and the figures that do not fit. A figure never changes, so the same
    /// finding has the same key whenever it is worked out, and another number is another finding.
    public static String key(Finding finding) {
        StringBuilder said = new StringBuilder(finding.kind().name());
        finding.off().stream()
                .map(UUID::toString)
                .distinct()
                .sorted()
                .forEach(figure -> said.append('|').append(figure));
        try {
            byte[] bytes = said.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
