package org.nostos.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nostos.requests.Ministry.MERIDIA;
import static org.nostos.requests.Ministry.ORISTAN;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.AsOf;
import org.nostos.basics.FieldRole;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Rule;
import org.nostos.basics.Unmet;
import org.nostos.custody.ConsularChoice.Wish;
import org.nostos.identity.IdentityReview;
import org.nostos.identity.Nationalities;
import org.nostos.identity.NationalityFile;
import org.nostos.identity.NationalityKeeping;
import org.nostos.identity.NationalityRule;
import org.nostos.identity.NationalityStanding;
import org.nostos.identity.NationalityStep;
import org.nostos.identity.Pair;
import org.nostos.identity.SplitPlan;
import org.nostos.identity.Splitting;
import org.nostos.identity.Verdict;
import org.nostos.parties.Caller;
import org.nostos.registry.Compartment;
import org.nostos.registry.NotesApart;
import org.nostos.registry.Persons;
import org.nostos.requests.Disclosing.Draft;

/// Nothing about a person leaves before all that the law asks is there, and what is missing is said
/// whole.
class DisclosingTest {

    private static Ministry m;

    @BeforeAll
    static void open() {
        m = new Ministry();
    }

    @AfterAll
    static void close() {
        m.close();
    }

    @Test
    void everythingThatIsMissingIsSaidAtOnceWithItsLaw() {
        UUID person = m.person();
        Draft careless =
                new Draft(
                        MERIDIA,
                        AskedFor.NATIONALITY,
                        EnumSet.of(FieldRole.FAMILY_NAME),
                        Ministry.today(),
                        true,
                        "A brother fled from that state last year.",
                        null);
        UUID disclosure = m.drafted(person, careless);
        List<Obstacle> missing = clear(m.legal, disclosure, person);
        assertThat(missing)
                .extracting(Obstacle::code)
                .containsExactly(
                        "unmet.request.harm",
                        "unmet.request.consular-not-asked",
                        "unmet.request.asylum-word");
        assertThat(missing.getFirst().citation())
                .hasToString("Fourth Geneva Convention, art. 137(2)");
        assertThat(missing.get(1).citation())
                .hasToString("Vienna Convention on Consular Relations, art. 36(1)(b)");
        assertThat(
                        m.officer.call(() ->
                                m.bean(Disclosing.class)
                                        .missing(List.of(person), MERIDIA, AskedFor.NATIONALITY)))
                .extracting(Unmet::rule)
                .contains(RequestRule.NOT_CLEARED, RequestRule.HARM);
    }

    @Test
    void aDisclosureAsksTheWishOfThePersonWithWhomItStandsAfterASplit() {
        UUID first = m.person();
        UUID other = m.person();
        joined(first, other);
        UUID disclosure = drafted(first);
        parted(first, other);
        assertThat(m.officer.call(() -> m.bean(Disclosing.class).of(List.of(other)))).hasSize(1);
        m.wishes(first, MERIDIA, Wish.WANTS);
        m.word(disclosure, true);
        assertThatThrownBy(() -> forge(m.legal, disclosure))
                .rootCause()
                .hasMessageContaining("has not wished");
        m.wishes(other, MERIDIA, Wish.WANTS);
        assertThat(clear(m.legal, disclosure, other)).isEmpty();
        UUID note = m.begun(MERIDIA, AskedFor.ACCEPTANCE);
        assertThat(m.put(note, List.of(disclosure))).isEmpty();
    }

    private static UUID drafted(UUID person) {
        Draft draft = Ministry.draft(MERIDIA, AskedFor.ACCEPTANCE);
        return m.drafted(
                person,
                new Draft(
                        MERIDIA,
                        AskedFor.ACCEPTANCE,
                        draft.fields(),
                        draft.until(),
                        false,
                        draft.harm(),
                        null));
    }

    private static void joined(UUID first, UUID other) {
        Pair pair = Pair.of(record(first), record(other));
        for (Caller hand : List.of(m.keeper, m.second)) {
            hand.run(() ->
                    m.bean(IdentityReview.class).judge(pair, Verdict.SAME, "the names agree"));
        }
    }

    /// Everything that happened while they were one goes to the other.
    private static void parted(UUID first, UUID other) {
        Map<UUID, Integer> places = Map.of(record(first), 1, record(other), 2);
        SplitPlan plan =
                m.keeper.call(
                        () -> m.bean(Splitting.class).plan(first, places, Map.of()).orElseThrow());
        Map<String, Integer> chosen = new HashMap<>();
        plan.lines().stream()
                .filter(SplitPlan.Line::isOpen)
                .forEach(line -> chosen.put(line.key(), 2));
        UUID split =
                Objects.requireNonNull(
                        m.keeper
                                .call(() ->
                                        m.bean(Splitting.class)
                                                .draft(first, places, chosen, "they differ"))
                                .split());
        assertThat(
                        m.second.call(
                                () -> m.bean(Splitting.class).carryOut(split, "I read both files")))
                .isEmpty();
    }

    private static UUID record(UUID person) {
        return m.as(
                m.officer, () -> m.bean(Persons.class).byIds(List.of(person)).getFirst().record());
    }

    @Test
    void nobodyClearsTheirOwnDraftAndNoOfficerClearsOne() {
        UUID person = m.person();
        UUID disclosure = m.drafted(person, Ministry.draft(MERIDIA, AskedFor.ACCEPTANCE));
        m.word(disclosure, true);
        assertThat(clear(m.officer, disclosure, person))
                .extracting(Obstacle::code)
                .containsExactly("unmet.request.other-hand");
        assertThatThrownBy(() -> forge(m.officer, disclosure))
                .rootCause()
                .hasMessageContaining("another hand");
        assertThatThrownBy(() -> forge(m.colleague, disclosure))
                .rootCause()
                .hasMessageContaining("another hand");
        assertThat(clear(m.legal, disclosure, person)).isEmpty();
        assertThat(
                        m.officer.call(() ->
                                m.bean(Disclosing.class)
                                        .clearance(List.of(person), MERIDIA, AskedFor.ACCEPTANCE)))
                .hasValueSatisfying(clearance ->
                        assertThat(clearance.fields())
                                .containsExactlyInAnyOrder(
                                        FieldRole.GIVEN_NAME,
                                        FieldRole.FAMILY_NAME,
                                        FieldRole.BIRTH_DATE));
    }

    @Test
    void aFieldThatTheRequestDoesNotNeedIsNotDisclosed() {
        Draft tooMuch =
                new Draft(
                        MERIDIA,
                        AskedFor.PROSECUTION,
                        EnumSet.of(FieldRole.FULL_NAME, FieldRole.KUNYA),
                        Ministry.today().plusDays(3),
                        false,
                        "nothing was found",
                        Ministry.TREATY);
        UUID person = m.person();
        assertThat(m.officer.call(() -> m.bean(Disclosing.class).draft(person, tooMuch)))
                .extracting(Obstacle::code)
                .containsExactly("unmet.request.field-not-needed");
    }

    @Test
    void theStateAPersonFearsIsNotToldAndTheQuestionTellsNobodyWhy() {
        UUID fearful = m.person();
        UUID other = m.person();
        assertThat(
                        m.keeper.call(() ->
                                m.bean(NotesApart.class)
                                        .write(
                                                fearful,
                                                Compartment.ASYLUM,
                                                "Fears the ministry of Meridia.")))
                .isEmpty();
        UUID ofFearful = m.drafted(fearful, Ministry.draft(MERIDIA, AskedFor.NATIONALITY));
        UUID ofOther = m.drafted(other, Ministry.draft(MERIDIA, AskedFor.NATIONALITY));
        assertThat(clear(m.legal, ofFearful, fearful)).isEqualTo(clear(m.legal, ofOther, other));
        m.word(ofFearful, false);
        m.word(ofOther, true);
        assertThat(clear(m.legal, ofFearful, fearful))
                .extracting(Obstacle::code)
                .containsExactly("unmet.request.asylum-word");
        assertThatThrownBy(() -> forge(m.legal, ofFearful))
                .rootCause()
                .hasMessageContaining("the keeper has not let this state be told");
        assertThat(clear(m.legal, ofOther, other)).isEmpty();
        assertThat(m.count(m.officer, "asylum_word")).as("the words are the keepers’").isZero();
        assertThat(m.count(m.legal, "asylum_word")).isZero();
        UUID toOristan = m.drafted(fearful, Ministry.draft(ORISTAN, AskedFor.NATIONALITY));
        m.word(toOristan, true);
        assertThat(clear(m.legal, toOristan, fearful)).isEmpty();
    }

    @Test
    void aNoteWrittenLaterTakesTheKeepersWordBack() {
        UUID person = m.person();
        m.cleared(person, ORISTAN, AskedFor.NATIONALITY);
        assertThat(missing(person)).isEmpty();
        m.keeper.run(() ->
                m.bean(NotesApart.class)
                        .write(person, Compartment.ASYLUM, "Was afraid to say it."));
        assertThat(missing(person))
                .extracting(Unmet::rule)
                .containsExactly(RequestRule.ASYLUM_WORD);
    }

    @Test
    void aNoToTheConsulIsHonouredAlsoWhenItComesLater() {
        UUID person = m.person();
        m.cleared(person, ORISTAN, AskedFor.NATIONALITY);
        m.wishes(person, ORISTAN, Wish.WITHDRAWN);
        assertThat(missing(person))
                .extracting(Unmet::rule)
                .containsExactly(RequestRule.CONSULAR_DECLINED);
        UUID other = m.person();
        m.wishes(other, ORISTAN, Wish.REFUSES);
        Draft draft = Ministry.draft(ORISTAN, AskedFor.NATIONALITY);
        UUID refused =
                m.drafted(
                        other,
                        new Draft(
                                ORISTAN,
                                AskedFor.NATIONALITY,
                                draft.fields(),
                                draft.until(),
                                false,
                                draft.harm(),
                                null));
        m.word(refused, true);
        assertThat(clear(m.legal, refused, other))
                .extracting(Obstacle::code)
                .containsExactly("unmet.request.consular-declined");
        assertThatThrownBy(() -> forge(m.legal, refused))
                .rootCause()
                .hasMessageContaining("has not wished that this consul knows");
    }

    @Test
    void whoeverComesSecondToADisclosureDecidesNothing() {
        UUID person = m.person();
        UUID disclosure = m.cleared(person, ORISTAN, AskedFor.NATIONALITY);
        List<UUID> one = List.of(person);
        Disclosing disclosing = m.bean(Disclosing.class);
        assertThat(
                        m.colleague.call(
                                () -> disclosing.withdraw(disclosure, one, "no more", disclosure)))
                .extracting(Obstacle::code)
                .containsExactly("obstacle.case.changed");
        assertThat(m.legal.call(() -> disclosing.clear(disclosure, one, "", null)))
                .extracting(Obstacle::code)
                .containsExactly("obstacle.case.changed");
        assertThat(missing(person)).as("the clearance stands").isEmpty();
        UUID seen = m.lastSaid(disclosure, one);
        assertThat(m.colleague.call(() -> disclosing.withdraw(disclosure, one, "no more", seen)))
                .isEmpty();
        assertThat(m.legal.call(() -> disclosing.refuse(disclosure, one, "late", seen)))
                .extracting(Obstacle::code)
                .containsExactly("obstacle.case.changed");
    }

    @Test
    void aStateIsAskedWhoseNationalSomebodyIsOnlyWhileItMayBeToldOfThem() {
        UUID person = m.person();
        NationalityKeeping.Entry said = entry(person);
        assertThat(m.officer.call(() -> m.bean(NationalityKeeping.class).claimed(person, said)))
                .isEmpty();
        List<Obstacle> refused = asked(person);
        assertThat(refused)
                .extracting(Obstacle::code)
                .containsExactly("unmet.nationality.not-cleared");
        assertThat(refused.getFirst().citation())
                .hasToString("Fourth Geneva Convention, art. 137(2)");
        assertThat(whyNotAsked(person)).containsExactly(NationalityRule.NOT_CLEARED);
        assertThatThrownBy(() -> forgeAsked(person))
                .rootCause()
                .hasMessageContaining("no clearance lets this state be asked");
        m.cleared(person, ORISTAN, AskedFor.ACCEPTANCE);
        assertThat(asked(person)).as("a clearance for another request").isNotEmpty();
        UUID disclosure = m.cleared(person, ORISTAN, AskedFor.NATIONALITY);
        assertThat(whyNotAsked(person)).isEmpty();
        assertThat(asked(person)).isEmpty();
        m.wishes(person, ORISTAN, Wish.REFUSES);
        assertThat(asked(person))
                .extracting(Obstacle::code)
                .containsExactly(
                        "unmet.nationality.not-cleared", "unmet.request.consular-declined");
        assertThatThrownBy(() -> forgeAsked(person))
                .rootCause()
                .hasMessageContaining("no clearance lets this state be asked");
        m.wishes(person, ORISTAN, Wish.WANTS);
        assertThat(forgeAsked(person)).isOne();
        withdraw(disclosure, person);
        assertThat(asked(person))
                .extracting(Obstacle::code)
                .containsExactly("unmet.nationality.not-cleared", "unmet.request.disclosure-ended");
        assertThatThrownBy(() -> forgeAsked(person))
                .rootCause()
                .hasMessageContaining("no clearance lets this state be asked");
    }

    private static void withdraw(UUID disclosure, UUID person) {
        List<UUID> one = List.of(person);
        UUID seen = m.lastSaid(disclosure, one);
        assertThat(
                        m.colleague.call(() ->
                                m.bean(Disclosing.class)
                                        .withdraw(disclosure, one, "asks us not to", seen)))
                .isEmpty();
    }

    private static NationalityFile nationality(UUID person) {
        return m.officer.call(() -> m.bean(Nationalities.class).of(List.of(person), AsOf.now()));
    }

    private static List<Obstacle> asked(UUID person) {
        NationalityKeeping.Entry entry = entry(person);
        return m.officer.call(
                () -> m.bean(NationalityKeeping.class).requested(person, entry, null));
    }

    private static NationalityKeeping.Entry entry(UUID person) {
        return new NationalityKeeping.Entry(
                ORISTAN, AsOf.now().on(), "Note 7", "", nationality(person).last());
    }

    /// What the page says is missing before Oristan is asked.
    private static List<Rule> whyNotAsked(UUID person) {
        NationalityStanding now = nationality(person).with(ORISTAN).orElseThrow();
        NationalityKeeping keeping = m.bean(NationalityKeeping.class);
        NationalityStep step = NationalityStep.VERIFICATION_REQUESTED;
        return m.officer.call(() -> keeping.whyNot(List.of(person), now, step)).stream()
                .map(Unmet::rule)
                .toList();
    }

    private static int forgeAsked(UUID person) {
        return m.as(
                m.officer,
                () -> {
                    UUID act =
                            m.bean(Acts.class)
                                    .record(
                                            Act.of(
                                                    "identity.nationality-verification-requested",
                                                    Purpose.CASEWORK,
                                                    Map.of("person", person)));
                    return m.committee
                            .house
                            .jdbc()
                            .sql(
                                    """
                                    with one as (select gen_random_uuid() as id)
                                    insert into nostos.nationality_event (id, person, party, state, kind, happened_on, source,
                                                                          reason, root, account, act)
                                    select one.id, ?, nostos.caller_party(), ?, 'VERIFICATION_REQUESTED', current_date,
                                           'Note 7', '', one.id, nostos.caller_account(), ? from one
                                    """)
                            .params(person, ORISTAN.value(), act)
                            .update();
                });
    }

    @Test
    void whatIsWithdrawnLetsNothingLeave() {
        UUID person = m.person();
        UUID disclosure = m.cleared(person, ORISTAN, AskedFor.NATIONALITY);
        assertThat(
                        m.colleague.call(() ->
                                m.bean(Disclosing.class)
                                        .withdraw(
                                                disclosure,
                                                List.of(person),
                                                "asks us not to",
                                                m.lastSaid(disclosure, List.of(person)))))
                .isEmpty();
        assertThat(missing(person)).extracting(Unmet::rule).contains(RequestRule.DISCLOSURE_ENDED);
        assertThat(clear(m.legal, disclosure, person)).isNotEmpty();
    }

    private static List<Unmet> missing(UUID person) {
        return m.officer.call(() ->
                m.bean(Disclosing.class).missing(List.of(person), ORISTAN, AskedFor.NATIONALITY));
    }

    private static List<Obstacle> clear(Caller who, UUID disclosure, UUID person) {
        return who.call(() ->
                m.bean(Disclosing.class)
                        .clear(
                                disclosure,
                                List.of(person),
                                "",
                                m.lastSaid(disclosure, List.of(person))));
    }

    private static int forge(Caller who, UUID disclosure) {
        return m.as(
                who,
                () -> {
                    UUID act =
                            m.bean(Acts.class)
                                    .record(
                                            Act.of(
                                                    "requests.disclosure-cleared",
                                                    Purpose.STATE_REQUEST,
                                                    Map.of("disclosure", disclosure)));
                    return m.committee
                            .house
                            .jdbc()
                            .sql(
                                    """
                                    insert into nostos.disclosure_event (id, disclosure, kind, happened_on, reason, account, act)
                                    values (gen_random_uuid(), ?, 'CLEARED', current_date, '', nostos.caller_account(), ?)
                                    """)
                            .params(disclosure, act)
                            .update();
                });
    }
}
