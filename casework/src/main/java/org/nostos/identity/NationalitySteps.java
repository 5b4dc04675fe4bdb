package org.nostos.identity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Unmet;
import org.nostos.identity.NationalityEvent.Consent;
import org.nostos.identity.NationalityEvent.Rests;
import org.nostos.identity.NationalityEvidence.Seen;

/// Which steps a nationality allows, and what is missing for the others. Pure.
public final class NationalitySteps {

    private NationalitySteps() {}

    /// What stands in the way of this step as things stand; what a form must still say is not in it.
    public static List<Unmet> whyNot(@Nullable NationalityStanding now, NationalityStep step) {
        List<Unmet> missing = new ArrayList<>();
        NationalityStatus status = now == null ? null : now.status();
        String state = now == null ? "" : now.state().value();
        if (step.needsSecondHand() && now != null && !now.waiting().isEmpty()) {
            missing.add(Unmet.of(NationalityRule.SECOND_HAND, state));
        }
        boolean asks =
                step == NationalityStep.VERIFICATION_REQUESTED
                        || step == NationalityStep.INTERVIEW_SCHEDULED
                        || step == NationalityStep.VERIFIED;
        if (asks && status == NationalityStatus.VERIFIED) {
            missing.add(Unmet.of(NationalityRule.VERIFIED_ALREADY, state));
        }
        if (step == NationalityStep.INTERVIEWED
                && status != NationalityStatus.INTERVIEW_SCHEDULED) {
            missing.add(Unmet.of(NationalityRule.INTERVIEW_SCHEDULED));
        }
        if (step == NationalityStep.DEPRIVATION_CHALLENGED
                && status != NationalityStatus.DEPRIVED) {
            missing.add(Unmet.of(NationalityRule.DEPRIVED_FIRST));
        }
        return missing;
    }

    /// What is missing for this evidence to carry as far as it is said to.
    static List<Unmet> whyNot(NationalityEvidence evidence, @Nullable Consent consent) {
        List<Unmet> missing = new ArrayList<>();
        boolean tooHigh = evidence.grade().compareTo(evidence.kind().highest()) > 0;
        if (tooHigh || (evidence.isProof() && evidence.seen() != Seen.ORIGINAL)) {
            missing.add(Unmet.of(NationalityRule.PROOF_IN_ORIGINAL));
        }
        boolean named = !evidence.laboratory().isEmpty() && !evidence.chain().isEmpty();
        if (evidence.kind() == EvidenceKind.PARENTAGE_RESULT
                && (!named || consent != Consent.GIVEN)) {
            missing.add(Unmet.of(NationalityRule.PARENTAGE_REFERENCE));
        }
        return missing;
    }

    /// What is missing for a finding of the state that rests on this.
    static List<Unmet> whyNot(
            @Nullable NationalityStanding now, NationalityStep finding, @Nullable Rests rests) {
        List<Unmet> missing = new ArrayList<>(whyNot(now, finding));
        boolean unproven =
                finding == NationalityStep.VERIFIED
                        && rests == Rests.STATE_DOCUMENT
                        && (now == null || !now.hasProof());
        boolean notAnswered = finding == NationalityStep.DENIED && rests != Rests.STATE_ANSWER;
        if (finding.needsSecondHand() && (rests == null || unproven || notAnswered)) {
            missing.add(Unmet.of(NationalityRule.RESTS_ON_STATE));
        }
        return missing;
    }
}
