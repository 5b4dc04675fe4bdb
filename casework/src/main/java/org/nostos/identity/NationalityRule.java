package org.nostos.identity;

import org.nostos.basics.Citation;
import org.nostos.basics.Effect;
import org.nostos.basics.Rule;
import org.nostos.basics.Settler;

/// The rules of identity and nationality.
///
/// The readmission agreement cited is one of many with the same three classes of evidence; whether it
/// speaks to a given pair of states, only a lawyer can say. It is cited for what proof is, not as
/// binding them.
public enum NationalityRule implements Rule {
    /// Arguments: the state, and how it stands with it.
    NOT_VERIFIED(
            "nationality.not-verified",
            Effect.BLOCKS,
            Settler.STATE,
            new Citation("EC–Pakistan Readmission Agreement", "art. 6, annexes 1 and 2")),
    /// Arguments: how the identity stands.
    IDENTITY_NOT_CORROBORATED(
            "nationality.identity-not-corroborated", Effect.BLOCKS, Settler.IDENTITY_REVIEWER),
    AT_RISK_OF_STATELESSNESS(
            "nationality.statelessness",
            Effect.ALARMS,
            Settler.LEGAL_REVIEWER,
            new Citation("Convention relating to the Status of Stateless Persons", "art. 1(1)"),
            new Citation("Convention on the Reduction of Statelessness", "arts. 7(1)(a), 8(1)")),
    /// Arguments: the state.
    SECOND_HAND("nationality.second-hand", Effect.BLOCKS, Settler.LEGAL_REVIEWER),
    RESTS_ON_STATE("nationality.rests-on-state", Effect.BLOCKS, Settler.STATE),
    PROOF_IN_ORIGINAL(
            "nationality.proof-in-original",
            Effect.BLOCKS,
            Settler.CASE_OFFICER,
            new Citation("EC–Pakistan Readmission Agreement", "annexes 1 and 2")),
    PARENTAGE_REFERENCE("nationality.parentage-reference", Effect.BLOCKS, Settler.CASE_OFFICER),
    INTERVIEW_CONSENT(
            "nationality.interview-consent",
            Effect.BLOCKS,
            Settler.PERSON,
            new Citation("Vienna Convention on Consular Relations", "art. 36(1)(c)")),
    INTERVIEW_SCHEDULED("nationality.interview-scheduled", Effect.BLOCKS, Settler.CASE_OFFICER),
    DEPRIVED_FIRST(
            "nationality.deprived-first",
            Effect.BLOCKS,
            Settler.STATE,
            new Citation("Convention on the Reduction of Statelessness", "art. 8(4)")),
    /// Arguments: the state.
    VERIFIED_ALREADY("nationality.verified-already", Effect.BLOCKS, Settler.CASE_OFFICER),
    /// Arguments: the state.
    NOT_CLEARED(
            "nationality.not-cleared",
            Effect.BLOCKS,
            Settler.LEGAL_REVIEWER,
            new Citation("Fourth Geneva Convention", "art. 137(2)"),
            new Citation("Vienna Convention on Consular Relations", "art. 36(1)(b)"));

    private final Entry entry;

    NationalityRule(String key, Effect effect, Settler settler, Citation... citations) {
        this.entry = Entry.of(key, effect, settler, citations);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
