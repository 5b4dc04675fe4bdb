package org.nostos.custody;

import org.nostos.basics.Citation;
import org.nostos.basics.Effect;
import org.nostos.basics.Rule;
import org.nostos.basics.Settler;

/// What the law asks of whoever holds a person, and of the committee about it. None of these blocks.
///
/// For a lawyer to confirm: which of the Geneva Conventions governs a given holding, as a matter of
/// qualification of the conflict. Where it does not bind, the clocks stand as good practice (Copenhagen
/// Process Principles). That a ground stated by an earlier authority does not speak for the next one
/// is the house's reading of article 17(3)(c) of the Convention on enforced disappearance.
public enum CustodyRule implements Rule {
    /// A person is held on a legal ground, and it is known.
    LEGAL_GROUND(
            "custody.legal-ground",
            Effect.ALARMS,
            Settler.HOLDER,
            new Citation("Nelson Mandela Rules", "rule 7"),
            new Citation("Convention on Enforced Disappearance", "art. 17(3)(c)")),
    /// Who disputes the ground can take it to a court.
    GROUND_DISPUTED(
            "custody.ground-disputed",
            Effect.ALARMS,
            Settler.COURT,
            new Citation("Convention on Enforced Disappearance", "art. 17(2)(f)")),
    /// The bureau knows of everybody who is kept for more than two weeks.
    BUREAU_NOTICE(
            "custody.bureau-notice",
            Effect.CLOCK,
            Settler.HOLDER,
            new Citation("Fourth Geneva Convention", "art. 136")),
    /// Internment is looked at again at least twice a year.
    REVIEW(
            "custody.review",
            Effect.CLOCK,
            Settler.LEGAL_REVIEWER,
            new Citation("Fourth Geneva Convention", "art. 43"),
            new Citation("Fourth Geneva Convention", "art. 78")),
    /// The person is told without delay that a consul can be told.
    CONSULAR_RIGHT(
            "custody.consular-right",
            Effect.CLOCK,
            Settler.CASE_OFFICER,
            new Citation("Vienna Convention on Consular Relations", "art. 36(1)(b)")),
    /// Detention of a child is a last resort, and the shortest.
    CHILD_DETAINED(
            "custody.child-detained",
            Effect.ALARMS,
            Settler.HOLDER,
            new Citation("Convention on the Rights of the Child", "art. 37(b)")),
    /// A change of authority in the same building is a transfer, and needs its own look.
    CHANGE_OF_AUTHORITY(
            "custody.change-of-authority",
            Effect.ALARMS,
            Settler.LEGAL_REVIEWER,
            new Citation("Committee against Torture, General Comment No. 4 (2017)", "paras. 9–10"),
            new Citation("Fourth Geneva Convention", "art. 45"),
            new Citation(
                    "Gillard, International Review of the Red Cross", "vol. 90, no. 871, p. 703")),
    /// Nobody stays unaccounted for without somebody looking.
    UNACCOUNTED("custody.unaccounted", Effect.ALARMS, Settler.HOLDER),
    /// That somebody is held, and that they were moved, their family is told: by themselves, or for them.
    KIN_TOLD(
            "custody.kin-told",
            Effect.CLOCK,
            Settler.HOLDER,
            new Citation("Nelson Mandela Rules", "rule 68"),
            new Citation("Third Geneva Convention", "art. 70")),
    KIN_ILLNESS(
            "custody.kin-illness",
            Effect.CLOCK,
            Settler.HOLDER,
            new Citation("Nelson Mandela Rules", "rule 69")),
    KIN_DEATH(
            "custody.kin-death",
            Effect.CLOCK,
            Settler.HOLDER,
            new Citation("Nelson Mandela Rules", "rule 69")),
    /// Events that cannot follow each other are looked at again.
    OUT_OF_PLACE("custody.out-of-place", Effect.ALARMS, Settler.CASE_OFFICER);

    private final Entry entry;

    CustodyRule(String key, Effect effect, Settler settler, Citation... citations) {
        this.entry = Entry.of(key, effect, settler, citations);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
