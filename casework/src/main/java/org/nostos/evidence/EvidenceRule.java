package org.nostos.evidence;

import static org.nostos.basics.Effect.ALARMS;
import static org.nostos.basics.Effect.BLOCKS;
import static org.nostos.basics.Settler.CASE_OFFICER;
import static org.nostos.basics.Settler.HOLDER;
import static org.nostos.basics.Settler.LEGAL_REVIEWER;

import org.nostos.basics.Citation;
import org.nostos.basics.Effect;
import org.nostos.basics.Rule;
import org.nostos.basics.Settler;

/// When an item of evidence may be relied on, shown or handed on.
///
/// Article 15 was read in its text: a statement that is established to have been made as a result of
/// torture shall not be invoked as evidence in any proceedings, except against a person accused of
/// torture as evidence that the statement was made. That a state must find out for itself, once it is
/// alleged, is the Committee's reading since P.E. v. France, read in a commentary. The house goes further
/// than both: it takes every item alike, and other ill-treatment as well. A lawyer still has to confirm
/// that, and how far ICCPR 14 reaches into a review that is no criminal trial.
public enum EvidenceRule implements Rule {
    TORTURE(
            "torture",
            BLOCKS,
            LEGAL_REVIEWER,
            new Citation("Convention against Torture", "art. 15")),
    ALLEGED(
            "alleged",
            BLOCKS,
            LEGAL_REVIEWER,
            new Citation("Convention against Torture", "art. 15"),
            new Citation("Committee against Torture, P.E. v. France (2002)", "on art. 15")),
    /// Whoever gave an item under their own control agrees before it goes further.
    ORIGINATOR("originator", BLOCKS, HOLDER),
    /// Whoever proposed to clear an item of an allegation does not clear it.
    TWO_HANDS("two-hands", BLOCKS, LEGAL_REVIEWER),
    LOST("lost", BLOCKS, CASE_OFFICER),
    /// An item is relied on that an allegation has come to stand against.
    RELIED("relied", ALARMS, LEGAL_REVIEWER, new Citation("Convention against Torture", "art. 15")),
    DEFENCE("defence", ALARMS, LEGAL_REVIEWER, new Citation("ICCPR", "art. 14(3)(b)")),
    /// Somebody handed on what, by the register, another had.
    CHAIN("chain", ALARMS, CASE_OFFICER);

    private final Entry entry;

    EvidenceRule(String key, Effect effect, Settler settler, Citation... citations) {
        this.entry = Entry.of("evidence." + key, effect, settler, citations);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
