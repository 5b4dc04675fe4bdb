package org.nostos.identity;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.identity.internal.ProposalFiles;
import org.nostos.parties.Caller;
import org.nostos.parties.PartyKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Measures how far reviewers agree: a random sample, each pair judged by two people who see nothing of
/// each other nor of any verdict before. It settles no pair, and it compares no persons. Thread-safe.
@Service
@Transactional
public class BlindReview {

    private static final int LONGEST_REASON = 2000;
    private static final int FEWEST = 10;
    private static final int MOST = 500;

    private final Acts acts;
    private final BlindReviews reviews;
    private final Proposals proposals;
    private final ProposalFiles files;
    private final SecureRandom random = new SecureRandom();

    BlindReview(Acts acts, BlindReviews reviews, Proposals proposals, ProposalFiles files) {
        this.acts = acts;
        this.reviews = reviews;
        this.proposals = proposals;
        this.files = files;
    }

    /// Draws a sample. The committee's administrator does, who sees no person and none of the pairs.
    /// Empty when it is done.
    public List<Obstacle> draw(BlindDraw.Scope scope, int asked, String reason) {
        Caller me = Caller.required();
        if (me.role() != Role.ADMINISTRATOR || me.partyKind() != PartyKind.COORDINATING_COMMITTEE) {
            return List.of(Obstacle.of("obstacle.identity.blind-not-yours"));
        }
        if (asked < FEWEST || asked > MOST) {
            return List.of(Obstacle.of("obstacle.identity.blind-size"));
        }
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            return List.of(Obstacle.of("obstacle.identity.blind-reason"));
        }
        UUID review = UUID.randomUUID();
        UUID act =
                acts.record(
                        Act.of(
                                        "identity.blind-drawn",
                                        Purpose.ADMINISTRATION,
                                        Map.of("review", review, "asked", asked))
                                .withReason(reason.strip()));
        reviews.draw(review, scope, asked, random.nextLong(), reason.strip(), act);
        return List.of();
    }

    /// All samples, the latest first, with their agreement.
    @Transactional(readOnly = true)
    public List<BlindDraw> all() {
        return reviews.all();
    }

    /// How many pairs wait for the caller.
    @Transactional(readOnly = true)
    public int waiting() {
        return reviews.mine().size();
    }

    /// The pair that comes next for the caller.
    @Transactional(readOnly = true)
    public Optional<UUID> next() {
        return reviews.mine().stream().map(BlindReviews.Waiting::id).findFirst();
    }

    /// The two records and the engine's evidence, without anything that people said of them. Reading
    /// it is an act.
    public Optional<ProposalFile> file(UUID pair) {
        return reviews.mine(pair)
                .flatMap(waiting -> proposals.byId(waiting.proposal()))
                .flatMap(files::file)
                .map(BlindReview::blinded)
                .map(file -> {
                    acts.record(
                            Act.of(
                                    "identity.blind-read",
                                    Purpose.IDENTITY_REVIEW,
                                    Map.of(
                                            "pair",
                                            pair,
                                            "records",
                                            List.of(file.left().id(), file.right().id()))));
                    return file;
                });
    }

    private static ProposalFile blinded(ProposalFile file) {
        return new ProposalFile(
                file.pair(),
                file.proposal(),
                file.left(),
                file.right(),
                file.leftPerson(),
                file.rightPerson(),
                file.explanation(),
                PairStanding.OPEN,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /// Gives the caller's verdict on a pair of a sample. Empty when it is done.
    public List<Obstacle> give(UUID pair, Verdict verdict, String reason) {
        String why = reason.strip();
        if (why.length() > LONGEST_REASON || (why.isEmpty() && verdict == Verdict.UNSURE)) {
            return List.of(Obstacle.of("obstacle.identity.reason"));
        }
        if (reviews.mine(pair).isEmpty()) {
            return List.of(Obstacle.of("obstacle.identity.blind-not-waiting"));
        }
        UUID act =
                acts.record(
                        Act.of(
                                "identity.blind-judged",
                                Purpose.IDENTITY_REVIEW,
                                Map.of("pair", pair)));
        reviews.give(pair, verdict, why, act);
        return List.of();
    }
}
