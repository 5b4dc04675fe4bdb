package org.nostos.legal;

import static org.nostos.basics.Effect.ALARMS;
import static org.nostos.basics.Effect.BLOCKS;
import static org.nostos.basics.Effect.CLOCK;
import static org.nostos.basics.Settler.CASE_OFFICER;
import static org.nostos.basics.Settler.COURT;
import static org.nostos.basics.Settler.HOLDER;
import static org.nostos.basics.Settler.INDEPENDENT_BODY;
import static org.nostos.basics.Settler.LEGAL_REVIEWER;
import static org.nostos.basics.Settler.PANEL;
import static org.nostos.basics.Settler.PERSON;
import static org.nostos.basics.Settler.PHYSICIAN;
import static org.nostos.basics.Settler.STATE;

import org.nostos.basics.Citation;
import org.nostos.basics.Effect;
import org.nostos.basics.Rule;
import org.nostos.basics.Settler;

/// What the law asks before anybody is moved, and how it is decided.
///
/// Read in a text of the instrument: the Fourth Geneva Convention 43, 45 and 127, the Convention on the
/// Rights of the Child 9, the Refugee Convention 33, ICCPR 13, the Second Optional Protocol 1. A lawyer
/// still has to confirm the others, above all the paragraphs of the general comment, and that each
/// instrument binds the states of an instance: the rules hold here whether or not a state has ratified. So with
/// whether a sentence for life is indeterminate in the sense of the Convention on the Transfer of Sentenced
/// Persons 3(1)(c), and on which day what is left of a sentence counts.
public enum LegalRule implements Rule {
    TORTURE(
            "torture",
            BLOCKS,
            LEGAL_REVIEWER,
            Cite.cat("art. 3"),
            Cite.iccpr("art. 7"),
            Cite.gc4("para. 13")),
    DEATH_PENALTY(
            "death-penalty",
            BLOCKS,
            LEGAL_REVIEWER,
            Cite.iccpr("art. 6"),
            new Citation("Second Optional Protocol to the ICCPR", "art. 1")),
    DISAPPEARANCE(
            "disappearance",
            BLOCKS,
            LEGAL_REVIEWER,
            new Citation("Convention against Enforced Disappearance", "art. 16")),
    UNFAIR_TRIAL("unfair-trial", BLOCKS, LEGAL_REVIEWER, Cite.iccpr("art. 14")),
    PERSECUTION(
            "persecution",
            BLOCKS,
            LEGAL_REVIEWER,
            new Citation("Refugee Convention 1951", "art. 33"),
            Cite.gciv("art. 45")),
    BEST_INTERESTS("best-interests", BLOCKS, PANEL, Cite.crc("art. 3")),
    FAMILY_UNITY("family-unity", BLOCKS, LEGAL_REVIEWER, Cite.crc("art. 9"), Cite.iccpr("art. 23")),
    HEALTH("health", BLOCKS, PHYSICIAN, Cite.gciv("art. 127")),
    /// A rule of the house: whoever is needed by a court stays within its reach.
    PROCEEDINGS("proceedings", BLOCKS, LEGAL_REVIEWER),
    /// A rule of the house: nobody is sent where they would not be let in or not be let stay.
    NO_ADMISSION("no-admission", BLOCKS, STATE),
    CAPACITY("capacity", BLOCKS, STATE, Cite.gciv("art. 45")),

    COURT_ORDER(
            "court-order",
            BLOCKS,
            COURT,
            new Citation("Rules of Court of the European Court of Human Rights", "rule 39"),
            new Citation("Rules of procedure of the Committee against Torture", "rule 114")),
    /// An appeal suspends: nothing moves until it is decided.
    APPEAL_PENDING("appeal-pending", BLOCKS, COURT, Cite.gc4("para. 13"), Cite.iccpr("art. 13")),
    /// A bar that was found is lifted by two hands, one of them of an independent body.
    LIFT("lift", BLOCKS, INDEPENDENT_BODY, Cite.gc4("para. 13"), Cite.cat("art. 3")),
    /// What was decided is over: its day has come, the state broke an assurance, or a new fact came up.
    STALE("stale", BLOCKS, LEGAL_REVIEWER, Cite.gc4("para. 11")),
    /// Whoever took a step does not confirm it.
    TWO_HANDS("two-hands", BLOCKS, LEGAL_REVIEWER, Cite.gc4("para. 13")),
    /// Whoever is held has had their case decided, and nothing can be brought against it any more.
    REVIEW_FINAL(
            "review-final", BLOCKS, LEGAL_REVIEWER, Cite.iccpr("art. 9"), Cite.gciv("art. 43")),
    /// The next review is due within six months.
    NEXT_REVIEW("next-review", CLOCK, LEGAL_REVIEWER, Cite.gciv("art. 43"), Cite.gciv("art. 78")),
    /// The day of a hearing that is set.
    HEARING("hearing", CLOCK, LEGAL_REVIEWER, Cite.gciv("art. 43")),
    /// Until that day the person can appeal, and nothing is final.
    APPEAL_TERM("appeal-term", CLOCK, PERSON, Cite.gciv("art. 78"), Cite.iccpr("art. 9")),
    /// Whoever a review lets go is let go.
    RELEASE("release", ALARMS, HOLDER, Cite.gciv("art. 132"), Cite.iccpr("art. 9")),
    /// A death sentence raises an alarm. It never blocks a consul, counsel or review.
    DEATH_SENTENCE(
            "death-sentence",
            ALARMS,
            COURT,
            Cite.iccpr("art. 6"),
            new Citation("Second Optional Protocol to the ICCPR", "art. 1")),
    /// Nobody is sent to rehabilitation but by a review.
    REHABILITATION_REVIEW(
            "rehabilitation-review",
            BLOCKS,
            LEGAL_REVIEWER,
            Cite.gciv("art. 43"),
            Cite.iccpr("art. 9")),
    /// A rule of the house: whoever was sent there is admitted within two weeks.
    REHABILITATION_ADMISSION("rehabilitation-admission", CLOCK, CASE_OFFICER),
    /// A rule of the house: their needs are looked at within ninety days, in words.
    REHABILITATION_ASSESSMENT("rehabilitation-assessment", CLOCK, CASE_OFFICER),
    /// Whoever completed it or left is not kept for it: somebody decides where they go.
    REHABILITATION_ONWARD(
            "rehabilitation-onward",
            CLOCK,
            LEGAL_REVIEWER,
            Cite.gciv("art. 132"),
            Cite.iccpr("art. 9")),
    /// Rehabilitation is no ground to hold anybody.
    REHABILITATION_GROUND("rehabilitation-ground", ALARMS, HOLDER, Cite.iccpr("art. 9")),
    /// From rehabilitation nobody goes before a court but by a review that decided so.
    REHABILITATION_JUDICIARY(
            "rehabilitation-judiciary", BLOCKS, LEGAL_REVIEWER, Cite.iccpr("art. 14")),
    /// A rule of the house: that somebody goes from there is decided before they are moved.
    REHABILITATION_OPEN("rehabilitation-open", BLOCKS, LEGAL_REVIEWER),
    SENTENCE_FINAL(
            "sentence-final",
            BLOCKS,
            COURT,
            new Citation("Convention on the Transfer of Sentenced Persons", "art. 3")),
    /// At least six months of the sentence are left, or it has no end. The Convention counts on the day on which the
    /// request came and lets two states agree on less; here it is counted on each day asked, and nobody agrees on less.
    SENTENCE_LEFT(
            "sentence-left",
            BLOCKS,
            COURT,
            new Citation("Convention on the Transfer of Sentenced Persons", "art. 3(1)(c)")),
    /// Where it is not known how much is left, the sentence is not served elsewhere.
    SENTENCE_LENGTH(
            "sentence-length",
            BLOCKS,
            COURT,
            new Citation("Convention on the Transfer of Sentenced Persons", "art. 3(1)(c)")),
    /// Whoever has served their sentence is let go.
    SENTENCE_SERVED("sentence-served", ALARMS, HOLDER, Cite.gciv("art. 132"), Cite.iccpr("art. 9")),
    WILL("will", BLOCKS, PERSON, new Citation("UNHCR Handbook on Voluntary Repatriation", "ch. 4")),
    BEST_INTERESTS_DECIDED("bid", BLOCKS, PANEL, Cite.crc("art. 3"), Cite.crc("art. 9")),
    /// A holder's policy. It keeps somebody out of plans and bars nothing else.
    EXCLUDED("excluded", BLOCKS, HOLDER),
    /// Without an independent body of review nothing is lifted.
    REVIEW_BODY("review-body", BLOCKS, INDEPENDENT_BODY, Cite.gc4("para. 13"));

    private final Entry entry;

    LegalRule(String key, Effect effect, Settler settler, Citation... citations) {
        this.entry = Entry.of("law." + key, effect, settler, citations);
    }

    @Override
    public Entry entry() {
        return entry;
    }

    /// The instruments that several rules rest on, by their short titles.
    private static final class Cite {

        static Citation cat(String place) {
            return new Citation("Convention against Torture", place);
        }

        static Citation gc4(String place) {
            return new Citation("Committee against Torture, General Comment 4", place);
        }

        static Citation iccpr(String place) {
            return new Citation("ICCPR", place);
        }

        static Citation crc(String place) {
            return new Citation("Convention on the Rights of the Child", place);
        }

        static Citation gciv(String place) {
            return new Citation("Fourth Geneva Convention", place);
        }
    }
}
