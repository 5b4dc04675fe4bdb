package org.nostos.requests;

import org.nostos.basics.Citation;
import org.nostos.basics.Effect;
import org.nostos.basics.Rule;
import org.nostos.basics.Settler;

/// The rules of what may be told to a state, of asking it, and of its answer or silence.
///
/// Annex 9 says within 30 days of the request; the clock here runs from the day the note was delivered,
/// and its paragraph is that of the twelfth edition: a lawyer confirms both. Whether the judgement in
/// H.F. binds a state that is no party to the fourth protocol is for a lawyer as well.
public enum RequestRule implements Rule {
    NOT_CLEARED("request.not-cleared", Effect.BLOCKS, Settler.LEGAL_REVIEWER),
    OTHER_HAND("request.other-hand", Effect.BLOCKS, Settler.LEGAL_REVIEWER),
    FIELD_NOT_NEEDED("request.field-not-needed", Effect.BLOCKS, Settler.CASE_OFFICER, Law.IDENTIFY),
    HARM("request.harm", Effect.BLOCKS, Settler.LEGAL_REVIEWER, Law.HARM),
    CONSULAR_NOT_ASKED(
            "request.consular-not-asked", Effect.BLOCKS, Settler.CASE_OFFICER, Law.CONSUL),
    CONSULAR_DECLINED(
            "request.consular-declined", Effect.BLOCKS, Settler.PERSON, Law.CONSUL, Law.OPPOSES),
    ASYLUM_WORD("request.asylum-word", Effect.BLOCKS, Settler.CASE_OFFICER, Law.ASYLUM),
    CLEARANCE_LAPSED("request.clearance-lapsed", Effect.BLOCKS, Settler.CASE_OFFICER),
    DISCLOSURE_ENDED("request.disclosure-ended", Effect.BLOCKS, Settler.CASE_OFFICER),
    NO_LINES("request.no-lines", Effect.BLOCKS, Settler.CASE_OFFICER),
    TWO_HANDS("request.two-hands", Effect.BLOCKS, Settler.LEGAL_REVIEWER),
    SIGNATURE("request.signature", Effect.BLOCKS, Settler.LEGAL_REVIEWER, Law.SIGNED),
    WRONG_ORDER("request.wrong-order", Effect.BLOCKS, Settler.CASE_OFFICER),
    ASKED_ALREADY("request.asked-already", Effect.BLOCKS, Settler.STATE),
    NO_DEEMED_OUTCOME("request.no-deemed-outcome", Effect.BLOCKS, Settler.LEGAL_REVIEWER),
    REPLY_CLOCK("request.reply-clock", Effect.CLOCK, Settler.STATE, Law.THIRTY_DAYS),
    REFUSAL_WITHOUT_REVIEW(
            "request.refusal-without-review", Effect.ALARMS, Settler.STATE, Law.REVIEW),
    NOT_ASKED("request.not-asked", Effect.BLOCKS, Settler.CASE_OFFICER),
    PENDING("request.pending", Effect.BLOCKS, Settler.STATE),
    NO_ANSWER("request.no-answer", Effect.BLOCKS, Settler.STATE, Law.THIRTY_DAYS),
    ANSWER_WITHDRAWN("request.answer-withdrawn", Effect.BLOCKS, Settler.STATE),
    REFUSED("request.refused", Effect.BLOCKS, Settler.STATE, Law.REVIEW),
    NOT_OUR_NATIONAL("request.not-our-national", Effect.BLOCKS, Settler.STATE),
    MORE_NEEDED("request.more-needed", Effect.BLOCKS, Settler.CASE_OFFICER),
    CONDITIONS("request.conditions", Effect.BLOCKS, Settler.CASE_OFFICER),
    CHILD_ONLY("request.child-only", Effect.BLOCKS, Settler.PANEL),
    /// A state that is not the person's own is asked only once it was said why, and by which programme.
    THIRD_STATE_PROPOSED("request.third-state-proposed", Effect.BLOCKS, Settler.CASE_OFFICER),
    /// Whose national the person is, takes them back: it is no third state.
    OWN_NATIONAL("request.own-national", Effect.BLOCKS, Settler.CASE_OFFICER);

    private static final class Law {
        static final Citation HARM = new Citation("Fourth Geneva Convention", "art. 137(2)");
        static final Citation SIGNED = new Citation("Fourth Geneva Convention", "art. 137(3)");
        static final Citation IDENTIFY = new Citation("Fourth Geneva Convention", "art. 138");
        static final Citation CONSUL =
                new Citation("Vienna Convention on Consular Relations", "art. 36(1)(b)");
        static final Citation OPPOSES =
                new Citation("Vienna Convention on Consular Relations", "art. 36(1)(c)");
        static final Citation ASYLUM =
                new Citation(
                        "UNHCR Advisory Opinion on the Rules of Confidentiality Regarding Asylum"
                                + " Information",
                        "2005");
        static final Citation THIRTY_DAYS =
                new Citation("ICAO Annex 9, Facilitation", "ch. 5, para. 5.26 (12th ed.)");
        static final Citation REVIEW =
                new Citation(
                        "H.F. and Others v. France (ECtHR, GC, 24384/19)",
                        "Protocol No. 4, art. 3(2)");
    }

    private final Entry entry;

    RequestRule(String key, Effect effect, Settler settler, Citation... citations) {
        this.entry = Entry.of(key, effect, settler, citations);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
