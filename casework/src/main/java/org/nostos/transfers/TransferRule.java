package org.nostos.transfers;

import static org.nostos.basics.Effect.ALARMS;
import static org.nostos.basics.Effect.BLOCKS;
import static org.nostos.basics.Effect.CLOCK;
import static org.nostos.basics.Settler.CASE_OFFICER;
import static org.nostos.basics.Settler.HOLDER;
import static org.nostos.basics.Settler.LEGAL_REVIEWER;
import static org.nostos.basics.Settler.PERSON;
import static org.nostos.basics.Settler.PHYSICIAN;
import static org.nostos.basics.Settler.STATE;

import org.nostos.basics.Citation;
import org.nostos.basics.Effect;
import org.nostos.basics.Rule;
import org.nostos.basics.Settler;

/// What is asked before anybody leaves, and of whoever receives them.
///
/// Read in a text of the instrument: the Fourth Geneva Convention 127, the general comment 4 of the Committee
/// against Torture 13, Annex 9 5.2 in an older edition; the Fourth Geneva Convention 45 in its commentary. A
/// lawyer still has to confirm the Convention against Torture 3, the Convention on the Rights of the Child
/// 20(1), the article of the Convention against Enforced Disappearance, the chapter of Annex 9 that the rule
/// on documents rests on, and chapter 4 of the handbook of UNHCR. How many hours and days a rule allows is the
/// house's own.
public enum TransferRule implements Rule {
    /// Arguments: the state.
    CLEARANCE(
            "clearance",
            BLOCKS,
            LEGAL_REVIEWER,
            Cite.gciv("art. 45"),
            new Citation("Convention against Torture", "art. 3")),
    /// Arguments: its last day, the planned day.
    CLEARANCE_LAPSES(
            "clearance-lapses",
            BLOCKS,
            LEGAL_REVIEWER,
            Cite.gciv("art. 45"),
            new Citation("Committee against Torture, General Comment 4", "para. 13")),
    /// Neither a national of the state nor of the family of one who goes along. Arguments: the state.
    NATIONAL_OR_FAMILY("national-or-family", BLOCKS, STATE, Cite.gciv("art. 45")),
    /// The receiving side has not said who receives them, and that it has room.
    RECEIVER("receiver", BLOCKS, STATE, Cite.gciv("art. 45")),
    DOCUMENT("document", BLOCKS, STATE, Cite.annex9("ch. 5")),
    /// Arguments: its last day, the planned day.
    DOCUMENT_EXPIRES("document-expires", BLOCKS, STATE, Cite.annex9("ch. 5")),
    EXIT("exit", BLOCKS, HOLDER),
    /// Arguments: the state on the way.
    TRANSIT("transit", BLOCKS, STATE, Cite.annex9("5.2")),
    /// A physician's conclusion, at most three days old.
    FIT("fit", BLOCKS, PHYSICIAN, Cite.gciv("art. 127")),
    MEDICAL_ESCORT("medical-escort", BLOCKS, CASE_OFFICER, Cite.gciv("art. 127")),
    CHILD_ESCORT(
            "child-escort",
            BLOCKS,
            CASE_OFFICER,
            new Citation("Convention on the Rights of the Child", "art. 20(1)")),
    /// Arguments: held, needed.
    SEATS("seats", BLOCKS, CASE_OFFICER),
    /// Said again in the last three days.
    WILL("will", BLOCKS, PERSON, new Citation("UNHCR Handbook on Voluntary Repatriation", "ch. 4")),
    /// Nobody who could let them go holds them.
    HELD("held", BLOCKS, HOLDER),
    ELSEWHERE("elsewhere", BLOCKS, CASE_OFFICER),
    /// Nobody leaves on a list that two hands have not frozen.
    FROZEN("frozen", BLOCKS, CASE_OFFICER, Cite.gciv("art. 127")),
    EMPTY("empty", BLOCKS, CASE_OFFICER),
    TWO_HANDS("two-hands", BLOCKS, CASE_OFFICER),
    /// A step that cannot follow what happened.
    ORDER("order", BLOCKS, CASE_OFFICER),
    /// Left, and nobody has said that they came. Arguments: the transfer's number, the hours.
    NOT_RECEIVED(
            "not-received",
            ALARMS,
            STATE,
            new Citation("Convention against Enforced Disappearance", "art. 17(3)(h)")),
    /// Arguments: the transfer's number.
    ARRIVAL(
            "arrival",
            CLOCK,
            STATE,
            new Citation("Convention against Enforced Disappearance", "art. 17(3)(h)")),
    /// Somebody looks how they are treated. Arguments: the transfer's number.
    FOLLOW_UP(
            "follow-up",
            CLOCK,
            CASE_OFFICER,
            Cite.gciv("art. 45"),
            new Citation("Convention against Torture", "art. 3"));

    private final Entry entry;

    TransferRule(String key, Effect effect, Settler settler, Citation... citations) {
        this.entry = Entry.of("transfer." + key, effect, settler, citations);
    }

    @Override
    public Entry entry() {
        return entry;
    }

    /// The instruments that several rules rest on, by their short titles.
    private static final class Cite {

        static Citation gciv(String place) {
            return new Citation("Fourth Geneva Convention", place);
        }

        static Citation annex9(String place) {
            return new Citation("Chicago Convention, Annex 9", place);
        }
    }
}
