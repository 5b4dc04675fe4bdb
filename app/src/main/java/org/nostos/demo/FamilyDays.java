package org.nostos.demo;

import static org.nostos.demo.Casebook.ago;
import static org.nostos.demo.Casebook.state;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.StateCode;
import org.nostos.demo.Casebook.Known;
import org.nostos.identity.EvidenceGrade;
import org.nostos.identity.EvidenceKind;
import org.nostos.identity.Nationalities;
import org.nostos.identity.NationalityEvent.Consent;
import org.nostos.identity.NationalityEvent.Rests;
import org.nostos.identity.NationalityEvidence;
import org.nostos.identity.NationalityEvidence.Seen;
import org.nostos.identity.NationalityKeeping;
import org.nostos.identity.NationalityKeeping.Entry;
import org.nostos.identity.NationalityStanding;
import org.nostos.identity.NationalityStep;
import org.nostos.registry.AgeAssessment;
import org.nostos.registry.AgeAssessment.Method;
import org.nostos.registry.CareEvent.Company;
import org.nostos.registry.CareEvent.Ground;
import org.nostos.registry.CareEvent.Outcome;
import org.nostos.registry.CareKeeping;
import org.nostos.registry.FamilyFile;
import org.nostos.registry.Kin;
import org.nostos.registry.KinEvent;
import org.nostos.registry.KinKeeping;
import org.nostos.registry.KinRelation;
import org.nostos.requests.AskedFor;

/// Families and children, and whose nationals people are: a tie, a guardian and a nationality in every
/// state that one can be in.
final class FamilyDays {

    private static final StateCode MERIDIA = state("XMD");
    private static final StateCode VARLAND = state("XVR");
    private static final AgeAssessment HOW =
            new AgeAssessment(EnumSet.of(Method.INTERVIEW, Method.DEVELOPMENT), true, true);
    private static final String REVIEW = "Guardianship Bench of Quince";

    private final Casebook book;
    private final KinKeeping ties;
    private final CareKeeping care;
    private final NationalityKeeping nationalities;
    private final Map<Known, StateCode> toBeAsked = new LinkedHashMap<>();

    FamilyDays(Casebook book) {
        this.book = book;
        this.ties = book.bean(KinKeeping.class);
        this.care = book.bean(CareKeeping.class);
        this.nationalities = book.bean(NationalityKeeping.class);
    }

    void hold() {
        families();
        guardians();
        nationalities();
    }

    /// A mother and her child, confirmed by two hands.
    void motherOf(Known child, Known mother) {
        tie(child, mother, KinRelation.MOTHER, KinEvent.Kind.CONFIRMED);
    }

    private void families() {
        Known mother = book.adult();
        Known elder = book.child();
        Known younger = book.child();
        motherOf(elder, mother);
        motherOf(younger, mother);
        tie(elder, younger, KinRelation.SIBLING);
        tie(book.adult(), book.adult(), KinRelation.SPOUSE, KinEvent.Kind.CONFIRMED);
        tie(book.child(), book.adult(), KinRelation.FATHER, KinEvent.Kind.REFUSED);
        tie(
                book.child(),
                book.adult(),
                KinRelation.CAREGIVER,
                KinEvent.Kind.CONFIRMED,
                KinEvent.Kind.ENDED,
                KinEvent.Kind.END_CONFIRMED);
    }

    private void tie(Known who, Known relative, KinRelation relation, KinEvent.Kind... steps) {
        KinKeeping.Proposal proposal =
                new KinKeeping.Proposal(
                        relative.leader(),
                        "",
                        null,
                        relation,
                        relation == KinRelation.SPOUSE ? KinEvent.Marriage.RELIGIOUS_ONLY : null,
                        KinEvent.Grade.WITNESSED,
                        true,
                        ago(400),
                        "said by both, alone");
        UUID seen = family(who).last();
        book.as(Member.MOSS, () -> ties.propose(who.leader(), proposal, seen));
        for (KinEvent.Kind kind : steps) {
            FamilyFile file = family(who);
            UUID tie =
                    file.ties().stream()
                            .filter(one -> relative.ids().contains(one.otherThan(file.known())))
                            .findFirst()
                            .orElseThrow()
                            .id();
            Member hand = kind == KinEvent.Kind.ENDED ? Member.MOSS : Member.SEDGE;
            KinKeeping.Step step =
                    new KinKeeping.Step(kind, ago(2), null, "as the papers say", file.last());
            book.as(hand, () -> ties.step(who.leader(), tie, step));
        }
    }

    private FamilyFile family(Known who) {
        return book.ask(Member.MOSS, () -> book.bean(Kin.class).of(who.ids(), AsOf.now()));
    }

    private void guardians() {
        Known alone = book.child();
        care(alone, entry -> care.companySaid(alone.leader(), entry, Company.UNACCOMPANIED));
        Known interim = book.child();
        care(interim, entry -> care.companySaid(interim.leader(), entry, Company.SEPARATED));
        care(interim, entry -> care.guardianInterim(interim.leader(), entry, "Wren Thicket"));
        Known appointed = book.child();
        care(appointed, entry -> care.guardianAppointed(appointed.leader(), entry, "Aunt Sorrel"));
        Known ended = book.child();
        care(ended, entry -> care.guardianAppointed(ended.leader(), entry, "Uncle Larch"));
        care(ended, entry -> care.guardianEnded(ended.leader(), entry));
        Known soon = book.child();
        aged(soon, 18 * 365 + 4 - 40, 17 * 365);
        Known doubted = book.child();
        care(
                doubted,
                entry ->
                        care.ageAssessed(
                                doubted.leader(),
                                entry,
                                ago(19 * 365),
                                ago(16 * 365),
                                HOW,
                                REVIEW));
        screened(book.adult(), Ground.TRAFFICKING, Outcome.INDICATION, false);
        screened(book.adult(), Ground.SLAVERY, Outcome.INDICATION, true);
        screened(book.child(), Ground.RECRUITED_AS_CHILD, Outcome.CANNOT_SAY, false);
        screened(book.adult(), Ground.TRAFFICKING, Outcome.NO_INDICATION, false);
        Known dead = book.adult();
        care(dead, entry -> care.died(dead.leader(), entry));
    }

    /// Born between these days ago, as two hands say.
    private void aged(Known who, int first, int last) {
        care(
                who,
                entry -> care.ageAssessed(who.leader(), entry, ago(first), ago(last), HOW, REVIEW));
        FamilyFile file = family(who);
        UUID waits = file.care().waiting().getFirst().id();
        book.as(Member.SEDGE, () -> care.confirm(who.leader(), waits, file.last()));
    }

    private void screened(Known who, Ground ground, Outcome outcome, boolean referred) {
        care(who, entry -> care.screened(who.leader(), entry, ground, outcome));
        if (referred) {
            care(who, entry -> care.referred(who.leader(), entry, ground, "House of Return"));
        }
    }

    /// A step in the care of somebody.
    private interface Caring {
        List<Obstacle> take(CareKeeping.Entry entry);
    }

    private void care(Known who, Caring step) {
        CareKeeping.Entry entry =
                new CareKeeping.Entry(
                        ago(6), "report of the social worker", "", family(who).last());
        book.as(Member.MOSS, () -> step.take(entry));
    }

    private void nationalities() {
        claim(MERIDIA);
        claim(MERIDIA, NationalityStep.EVIDENCE_ADDED);
        toBeAsked.put(claim(MERIDIA), MERIDIA);
        claim(MERIDIA, NationalityStep.INTERVIEW_SCHEDULED);
        claim(VARLAND, NationalityStep.INTERVIEW_SCHEDULED, NationalityStep.INTERVIEWED);
        claim(VARLAND, NationalityStep.VERIFIED);
        claim(VARLAND, NationalityStep.NOT_ESTABLISHED);
        claim(VARLAND, NationalityStep.RENOUNCED);
        claim(VARLAND, NationalityStep.DEPRIVED);
        claim(VARLAND, NationalityStep.DEPRIVED, NationalityStep.DEPRIVATION_CHALLENGED);
        Known nobodys = claim(MERIDIA, NationalityStep.DENIED);
        claim(nobodys, VARLAND, NationalityStep.DENIED);
        Known both = claim(MERIDIA, NationalityStep.VERIFIED);
        claim(both, VARLAND);
        toBeAsked.put(both, VARLAND);
        Known alleged = book.adult();
        nationality(alleged, VARLAND, NationalityStep.ALLEGED);
    }

    /// States are asked whose nationals people are, once they may be told of them.
    void asked(AskingDays asking) {
        toBeAsked.forEach((who, state) -> {
            asking.cleared(who, state, AskedFor.NATIONALITY);
            nationality(who, state, NationalityStep.VERIFICATION_REQUESTED);
        });
    }

    private Known claim(StateCode state, NationalityStep... steps) {
        Known who = book.adult();
        claim(who, state, steps);
        return who;
    }

    /// The person says so, and then this happens; what needs two hands has them.
    void claim(Known who, StateCode state, NationalityStep... steps) {
        nationality(who, state, NationalityStep.CLAIMED);
        for (NationalityStep step : steps) {
            nationality(who, state, step);
            if (step.needsSecondHand()) {
                confirm(who, state);
            }
        }
    }

    private void confirm(Known who, StateCode state) {
        UUID waits =
                file(who).standings().stream()
                        .filter(one -> one.state().equals(state))
                        .map(NationalityStanding::waiting)
                        .flatMap(List::stream)
                        .findFirst()
                        .orElseThrow()
                        .id();
        @Nullable UUID seen = file(who).last();
        book.as(Member.SEDGE, () -> nationalities.confirm(who.leader(), waits, seen));
    }

    private org.nostos.identity.NationalityFile file(Known who) {
        return book.ask(
                Member.MOSS, () -> book.bean(Nationalities.class).of(who.ids(), AsOf.now()));
    }

    private void nationality(Known who, StateCode state, NationalityStep step) {
        Entry entry =
                new Entry(state, ago(25), "letter of the mission", "as it says", file(who).last());
        UUID person = who.leader();
        book.as(
                Member.MOSS,
                () ->
                        switch (step) {
                            case CLAIMED -> nationalities.claimed(person, entry);
                            case ALLEGED -> nationalities.alleged(person, entry);
                            case EVIDENCE_ADDED ->
                                    nationalities.evidence(
                                            person,
                                            entry,
                                            NationalityEvidence.of(
                                                    EvidenceKind.BIRTH_CERTIFICATE,
                                                    EvidenceGrade.PRIMA_FACIE,
                                                    Seen.COPY),
                                            null);
                            case VERIFICATION_REQUESTED ->
                                    nationalities.requested(person, entry, ago(-5));
                            case INTERVIEW_SCHEDULED ->
                                    nationalities.interviewScheduled(
                                            person,
                                            entry,
                                            new NationalityKeeping.Interview(
                                                    ago(1), "Sumac Reed", Consent.GIVEN));
                            case INTERVIEWED -> nationalities.interviewed(person, entry);
                            case DEPRIVATION_CHALLENGED -> nationalities.challenged(person, entry);
                            default -> nationalities.found(person, entry, step, Rests.STATE_ANSWER);
                        });
    }
}
