package org.nostos.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;

/// What an answer says.
///
/// @param conditions of a conditional acceptance, a line for each
/// @param reasonsGiven of a refusal; that none were given is a value of its own
/// @param ground the reasons, where some were given
/// @param reviewBody who can review a refusal; empty when none was named
/// @param document SHA-256 (hex) of the paper it stands on
/// @param agreement for an outcome that an agreement lays down for silence
public record AnswerForm(
        AnswerKind kind,
        String conditions,
        @Nullable Boolean reasonsGiven,
        String ground,
        String reviewBody,
        String source,
        @Nullable String document,
        @Nullable UUID agreement) {

    private static final int LONGEST = 2000;
    private static final int LONGEST_LINE = 300;

    public AnswerForm {
        conditions = String.join("\n", lines(conditions));
        ground = ground.strip();
        reviewBody = reviewBody.strip();
        source = source.strip();
    }

    /// The conditions of a conditional acceptance, in their order.
    public List<String> eachCondition() {
        return lines(conditions);
    }

    private static List<String> lines(String words) {
        return words.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /// An answer that needs no more words.
    public static AnswerForm of(AnswerKind kind) {
        return new AnswerForm(kind, "", null, "", "", "", null, null);
    }

    /// A refusal with or without reasons.
    public static AnswerForm refusal(boolean reasonsGiven, String ground, String reviewBody) {
        return new AnswerForm(
                AnswerKind.REFUSED, "", reasonsGiven, ground, reviewBody, "", null, null);
    }

    /// The same, with where it is known from.
    public AnswerForm from(String newSource, @Nullable String sha256) {
        return new AnswerForm(
                kind, conditions, reasonsGiven, ground, reviewBody, newSource, sha256, agreement);
    }

    List<Obstacle> faults() {
        List<Obstacle> faults = new ArrayList<>();
        if (kind == AnswerKind.ACCEPTED_CONDITIONAL && conditions.isEmpty()) {
            faults.add(Obstacle.of("obstacle.requests.conditions"));
        }
        if (kind == AnswerKind.REFUSED && reasonsGiven == null) {
            faults.add(Obstacle.of("obstacle.requests.reasons-given"));
        }
        if (Boolean.TRUE.equals(reasonsGiven) && ground.isEmpty()) {
            faults.add(Obstacle.of("obstacle.requests.ground"));
        }
        if (conditions.length() > LONGEST
                || ground.length() > LONGEST
                || reviewBody.length() > LONGEST_LINE
                || source.length() > LONGEST_LINE) {
            faults.add(Obstacle.of("obstacle.requests.too-long"));
        }
        if (document != null && !document.matches("[0-9a-f]{64}")) {
            faults.add(Obstacle.of("obstacle.requests.document"));
        }
        return faults;
    }
}
