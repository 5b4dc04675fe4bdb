package org.nostos.registry;

import org.nostos.basics.Citation;
import org.nostos.basics.Effect;
import org.nostos.basics.Rule;
import org.nostos.basics.Settler;

/// The rules of families and children.
///
/// Whether the law that applies to a child lets majority begin before eighteen (CRC art. 1), only a
/// lawyer can say; nothing here lowers it. The wording of the joint general comment waits for one too.
public enum KinRule implements Rule {
    /// Arguments: how many people belong together.
    UNITY(
            "family.unity",
            Effect.BLOCKS,
            Settler.PANEL,
            new Citation("Convention on the Rights of the Child", "art. 9(1)")),
    GUARDIAN(
            "family.guardian",
            Effect.BLOCKS,
            Settler.COURT,
            new Citation("CRC Committee, General Comment No. 6", "paras. 33–38"),
            new Citation("Convention on the Rights of the Child", "arts. 18(2), 20(1)")),
    /// Arguments: in how many days.
    MAJORITY(
            "family.majority",
            Effect.CLOCK,
            Settler.CASE_OFFICER,
            new Citation("Convention on the Rights of the Child", "art. 1"),
            new Citation("CRC Committee, General Comment No. 6", "para. 31")),
    /// Arguments: the ground.
    REFERRAL(
            "family.referral",
            Effect.ALARMS,
            Settler.CASE_OFFICER,
            new Citation(
                    "Protocol to Prevent, Suppress and Punish Trafficking in Persons", "art. 6"),
            new Citation("Convention on the Rights of the Child", "art. 39")),
    /// An age is not assessed by bones or teeth alone.
    AGE_FAIRLY(
            "family.age-fairly",
            Effect.BLOCKS,
            Settler.CASE_OFFICER,
            new Citation(
                    "CMW and CRC Committees, Joint General Comment No. 4 and No. 23", "para. 4")),
    /// The child is told, in a language that they understand.
    AGE_TOLD(
            "family.age-told",
            Effect.BLOCKS,
            Settler.CASE_OFFICER,
            new Citation(
                    "CMW and CRC Committees, Joint General Comment No. 4 and No. 23", "para. 4")),
    /// What touches the body is done with consent.
    AGE_AGREED(
            "family.age-agreed",
            Effect.BLOCKS,
            Settler.CASE_OFFICER,
            new Citation("CRC Committee, General Comment No. 6", "para. 31")),
    SECOND_HAND("family.second-hand", Effect.BLOCKS, Settler.LEGAL_REVIEWER),
    GUARDIAN_ENDS("family.guardian-ends", Effect.BLOCKS, Settler.CASE_OFFICER);

    /// From how many days before majority on it is a matter for somebody's desk.
    public static final int DAYS_BEFORE_MAJORITY = 90;

    private final Entry entry;

    KinRule(String key, Effect effect, Settler settler, Citation... citations) {
        this.entry = Entry.of(key, effect, settler, citations);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
