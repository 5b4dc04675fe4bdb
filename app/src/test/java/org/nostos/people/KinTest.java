package org.nostos.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.parties.Caller;
import org.nostos.people.Committee.Row;
import org.nostos.registry.Age;
import org.nostos.registry.AgeAssessment;
import org.nostos.registry.AgeAssessment.Method;
import org.nostos.registry.Care;
import org.nostos.registry.CareEvent;
import org.nostos.registry.CareEvent.Company;
import org.nostos.registry.CareEvent.Ground;
import org.nostos.registry.CareEvent.Outcome;
import org.nostos.registry.CareKeeping;
import org.nostos.registry.Children;
import org.nostos.registry.FamilyFile;
import org.nostos.registry.FamilyUnity;
import org.nostos.registry.Kin;
import org.nostos.registry.KinEvent;
import org.nostos.registry.KinEvent.Kind;
import org.nostos.registry.KinKeeping;
import org.nostos.registry.KinKeeping.Proposal;
import org.nostos.registry.KinKeeping.Step;
import org.nostos.registry.KinRelation;
import org.nostos.registry.KinTie;

/// Kin by two hands, children and who acts for them, behind the walls.
class KinTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final AgeAssessment HEARD =
            new AgeAssessment(EnumSet.of(Method.INTERVIEW), true, false);

    private static Committee c;
    private static Caller officer;
    private static Caller colleague;
    private static Caller legal;
    private static Caller consul;

    @BeforeAll
    static void openHouse() {
        c = Committee.open();
        officer = c.house.committee(Role.CASE_OFFICER);
        colleague = c.house.committee(Role.CASE_OFFICER);
        legal = c.house.committee(Role.LEGAL_REVIEWER);
        consul = c.house.member(c.meridia.party(), Role.CONSULAR_OFFICER);
    }

    @AfterAll
    static void closeHouse() {
        c.close();
    }

    @Test
    void oneProposesATieAndAnotherConfirmsIt() {
        UUID mother = person("Warda", TODAY.minusYears(30));
        UUID child = person("Narjis", TODAY.minusYears(8));
        assertThat(propose(officer, child, mother, KinRelation.MOTHER)).isEmpty();
        KinTie tie = file(child).ties().getFirst();
        assertThat(tie.holds()).isFalse();
        assertThat(unity(mother)).containsExactly(mother);
        assertThat(step(officer, child, tie.id(), Kind.CONFIRMED))
                .extracting(Obstacle::code)
                .containsExactly("unmet.family.second-hand");
        assertThat(step(legal, child, tie.id(), Kind.CONFIRMED)).isEmpty();
        assertThat(file(child).care().company()).isEqualTo(Company.WITH_PARENT);
        assertThat(unity(mother)).containsExactlyInAnyOrder(mother, child);
        assertThat(unity(child)).containsExactlyInAnyOrder(mother, child);
        assertThat(whyNot(mother, List.of(mother))).containsExactly("family.unity");
        assertThat(whyNot(mother, List.of(mother, child))).isEmpty();
        assertThat(propose(officer, mother, child, KinRelation.CHILD))
                .extracting(Obstacle::code)
                .containsExactly("obstacle.family.tied-already");
    }

    @Test
    void spousesAndGrownChildrenBelongToTheFamilyButOnlySpousesMustTravelWithThem() {
        UUID wife = person("Sunbula", TODAY.minusYears(50));
        UUID husband = person("Zaytun", TODAY.minusYears(52));
        UUID son = person("Balut", TODAY.minusYears(25));
        tied(wife, husband, KinRelation.SPOUSE);
        tied(son, wife, KinRelation.MOTHER);
        assertThat(unity(wife)).containsExactlyInAnyOrder(wife, husband);
        assertThat(group(wife)).containsExactlyInAnyOrder(wife, husband, son);
    }

    @Test
    void aChildBornInCustodyBelongsToItsMotherBeforeAnyListKnowsIt() {
        UUID mother = person("Yasmin", TODAY.minusYears(24));
        Proposal born =
                new Proposal(
                        null,
                        "Bulbul, a girl",
                        TODAY.minusDays(3),
                        KinRelation.CHILD,
                        null,
                        KinEvent.Grade.WITNESSED,
                        true,
                        TODAY.minusDays(3),
                        "the midwife of the site");
        assertThat(officer.call(() -> ties().propose(mother, born, file(mother).last()))).isEmpty();
        confirm(mother);
        FamilyUnity.Group group =
                officer.call(() -> c.house.bean(FamilyUnity.class).whoMustTravelTogether(mother));
        assertThat(group.unregistered()).containsExactly("Bulbul, a girl");
        assertThat(whyNot(mother, List.of(mother))).containsExactly("family.unity");
    }

    @Test
    void whoDiedIsNoMoreToBeKeptTogether() {
        UUID wife = person("Arz", TODAY.minusYears(40));
        UUID husband = person("Tut", TODAY.minusYears(41));
        tied(wife, husband, KinRelation.SPOUSE);
        assertThat(care(officer, husband, (k, e) -> k.died(husband, e))).isEmpty();
        assertThat(unity(wife)).as("by one hand").containsExactlyInAnyOrder(wife, husband);
        UUID death = file(husband).care().waiting().getFirst().id();
        assertThat(care(officer, husband, (k, e) -> k.confirm(husband, death, e.seen())))
                .extracting(Obstacle::code)
                .containsExactly("unmet.family.second-hand");
        assertThat(care(legal, husband, (k, e) -> k.confirm(husband, death, e.seen()))).isEmpty();
        assertThat(unity(wife)).containsExactly(wife);
    }

    @Test
    void aTieThatTwoConfirmedTwoEnd() {
        UUID one = person("Kharrub", TODAY.minusYears(30));
        UUID other = person("Sindyan", TODAY.minusYears(31));
        tied(one, other, KinRelation.SPOUSE);
        UUID tie = file(one).ties().getFirst().id();
        assertThat(step(officer, one, tie, Kind.ENDED)).isEmpty();
        assertThat(unity(one)).containsExactlyInAnyOrder(one, other);
        assertThat(step(officer, one, tie, Kind.END_CONFIRMED))
                .extracting(Obstacle::code)
                .containsExactly("unmet.family.second-hand");
        assertThatThrownBy(() -> forged(officer, tie, "END_CONFIRMED"))
                .rootCause()
                .hasMessageContaining("nobody ends alone");
        assertThat(step(legal, one, tie, Kind.END_CONFIRMED)).isEmpty();
        assertThat(unity(one)).containsExactly(one);
    }

    @Test
    void aTieThatTwoConfirmedTwoTakeBack() {
        UUID one = person("Dulb", TODAY.minusYears(20));
        UUID other = person("Hawr", TODAY.minusYears(22));
        tied(one, other, KinRelation.SIBLING);
        UUID tie = file(one).ties().getFirst().id();
        assertThat(step(officer, one, tie, Kind.TAKING_BACK)).isEmpty();
        assertThat(step(officer, one, tie, Kind.TAKEN_BACK))
                .extracting(Obstacle::code)
                .containsExactly("unmet.family.second-hand");
        assertThat(file(other).ties().getFirst().holds()).isTrue();
        assertThat(step(colleague, one, tie, Kind.TAKEN_BACK)).isEmpty();
        assertThat(file(other).ties().getFirst().standing()).isEqualTo(KinTie.Standing.TAKEN_BACK);
    }

    @Test
    void aProposedTieThatItsHandWithdrewHasEnded() {
        UUID one = person("Dulb", TODAY.minusYears(20));
        UUID other = person("Hawr", TODAY.minusYears(22));
        propose(officer, one, other, KinRelation.SIBLING);
        UUID tie = file(one).ties().getFirst().id();
        assertThat(step(officer, one, tie, Kind.TAKING_BACK)).isEmpty();
        assertThat(file(one).ties().getFirst().standing()).isEqualTo(KinTie.Standing.TAKEN_BACK);
        assertThat(step(colleague, one, tie, Kind.CONFIRMED))
                .extracting(Obstacle::code)
                .contains("obstacle.family.tie-moved-on");
        assertThatThrownBy(() -> forged(colleague, tie, "CONFIRMED"))
                .rootCause()
                .hasMessageContaining("this tie was withdrawn");
    }

    @Test
    void aForgedStatementConfirmsNoTieOfItsOwn() {
        UUID one = person("Safsaf", TODAY.minusYears(20));
        UUID other = person("Nakhil", TODAY.minusYears(22));
        propose(officer, one, other, KinRelation.SIBLING);
        UUID tie = file(one).ties().getFirst().id();
        assertThatThrownBy(() -> forged(officer, tie, "CONFIRMED"))
                .rootCause()
                .hasMessageContaining("nobody confirms their own");
        assertThatThrownBy(() -> forged(consul, tie, "CONFIRMED"))
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> forged(legal, tie, "ENDED"))
                .rootCause()
                .hasMessageContaining("row-level security");
        forged(colleague, tie, "CONFIRMED");
        assertThat(file(one).ties().getFirst().holds()).isTrue();
    }

    @Test
    void othersSeeNeitherTiesNorCareAndReviewersNoScreening() {
        UUID child = person("Shahin", TODAY.minusYears(12));
        tied(child, person("Saqr", TODAY.minusYears(40)), KinRelation.FATHER);
        assertThat(
                        care(
                                officer,
                                child,
                                (k, e) ->
                                        k.screened(
                                                child,
                                                e,
                                                Ground.RECRUITED_AS_CHILD,
                                                Outcome.INDICATION)))
                .isEmpty();
        for (Caller other : List.of(c.holder, c.meridia, consul, c.house.administrator())) {
            assertThat(c.count(other, "kin_event")).as("%s", other).isZero();
            assertThat(c.count(other, "care_event")).as("%s", other).isZero();
        }
        assertThat(c.count(c.hazel, "kin_event")).isPositive();
        assertThat(c.count(c.hazel, "care_event where kind = 'SCREENED'")).isZero();
        String acts = "care_acts(array['" + child + "'::uuid]) where kind = ";
        assertThat(c.count(c.hazel, acts + "'APART'")).isEqualTo(1);
        assertThat(c.count(officer, acts + "'SCREENED'")).isEqualTo(1);
        assertThat(c.count(consul, acts + "'APART'")).isZero();
        assertThat(care(legal, child, (k, e) -> k.died(child, e)))
                .extracting(Obstacle::code)
                .containsExactly("obstacle.family.case-officer");
    }

    @Test
    void theListsOfChildrenHoldWhoIsSoonOfAgeAndWhoIsAlone() {
        UUID soon = person("Qumri", TODAY.plusDays(20).minusYears(18));
        UUID alone = person("Sunun", TODAY.minusYears(9));
        UUID grown = person("Ghurab", TODAY.minusYears(19));
        for (UUID one : List.of(alone, grown)) {
            care(officer, one, (k, e) -> k.companySaid(one, e, Company.UNACCOMPANIED));
        }
        assertThat(listed(Children.Which.SOON_OF_AGE)).contains(soon).doesNotContain(alone, grown);
        assertThat(listed(Children.Which.WITHOUT_GUARDIAN))
                .contains(alone)
                .doesNotContain(soon, grown);
        assertThat(care(officer, alone, (k, e) -> k.guardianInterim(alone, e, "Laymun Tin")))
                .isEmpty();
        assertThat(listed(Children.Which.WITHOUT_GUARDIAN)).doesNotContain(alone);
        assertThat(c.count(officer, "person_read where how = 'LIST' and person = '" + alone + "'"))
                .isPositive();
    }

    @Test
    void whoStandsOnAListOfChildrenIsWhoseFileSaysSo() {
        Random random = new Random(18);
        List<UUID> people = new ArrayList<>();
        int[] daysFromMajority = {1, 0, -1, 40, 89, 90, 91, 400, 3_000, -800, 12, 60};
        for (int days : daysFromMajority) {
            UUID person = person("Duri " + people.size(), TODAY.plusDays(days).minusYears(18));
            people.add(person);
            for (int i = 0; i < 4; i++) {
                happens(random, person);
            }
        }
        for (Children.Which which : Children.Which.values()) {
            List<UUID> listed = listed(which);
            assertThat(listed.stream().filter(people::contains))
                    .as(which.name())
                    .containsExactlyInAnyOrderElementsOf(
                            people.stream().filter(one -> belongs(which, one)).toList());
            assertThat(officer.call(() -> c.house.bean(Children.class).order(which)))
                    .as("what the page counts")
                    .containsExactlyElementsOf(listed);
            assertThatTheKeysSayWhatTheLinesSay(which);
        }
    }

    /// In three scripts, whole and in parts, twice the same, and with nothing but a number or not even that.
    @Test
    void childrenAreSortedByTheNamesThatTheirPageShows() {
        LocalDate born = TODAY.plusDays(30).minusYears(18);
        List<String> rows =
                List.of(
                        "{\"full_name\": [\"Zaytun Rumman\"], \"given_name\": [\"Tin\"]}",
                        "{\"full_name\": [\"زيتون رمان\"]}",
                        "{\"given_name\": [\"Рябина\", \"Ryabina\"], \"family_name\": [\"Калинова\"]}",
                        "{\"given_name\": [\"Zaytun\"], \"family_name\": [\"Rumman\"]}",
                        "{\"given_name\": [\"Arz\"], \"father_name\": [\"\"], \"grandfather_name\": [\"Tin\"]}",
                        "{\"full_name\": [\"\"], \"family_name\": [\"Écorce\"]}",
                        "{\"mother_name\": [\"Laymun\"]}");
        c.acceptRows(c.holder, "N-77", born, rows);
        c.acceptRows(c.holder, null, born, List.of("{}", "{\"given_name\": [\"\"]}"));
        Children children = c.house.bean(Children.class);
        List<Children.Line> lines = officer.call(() -> children.all(Children.Which.SOON_OF_AGE));
        List<Children.Key> keys =
                officer.call(() -> children.keys(Children.Which.SOON_OF_AGE, Children.Known.NAME));
        assertThat(lines.stream().map(line -> line.record().named()))
                .contains("Zaytun Rumman", "Рябина Калинова", "Arz Tin", "Écorce", "N-77", "");
        assertThat(keys)
                .extracting(key -> key.person().id(), Children.Key::name)
                .containsExactlyElementsOf(
                        lines.stream()
                                .map(line -> tuple(line.person().id(), line.record().named()))
                                .toList());
    }

    private static void assertThatTheKeysSayWhatTheLinesSay(Children.Which which) {
        Children children = c.house.bean(Children.class);
        List<Children.Line> lines = officer.call(() -> children.all(which));
        for (Children.Known known : Children.Known.values()) {
            List<Children.Key> keys = officer.call(() -> children.keys(which, known));
            assertThat(keys.stream().map(KinTest::said))
                    .as(known.name())
                    .containsExactlyElementsOf(lines.stream().map(KinTest::said).toList());
        }
        assertThat(officer.call(() -> children.keys(which, Children.Known.ALL)))
                .extracting(Children.Key::company, Children.Key::name)
                .containsExactlyElementsOf(
                        lines.stream()
                                .map(line -> tuple(line.care().company(), line.record().named()))
                                .toList());
        assertThat(officer.call(() -> children.keys(which, Children.Known.COMPANY)))
                .extracting(Children.Key::company)
                .containsExactlyElementsOf(
                        lines.stream().map(line -> line.care().company()).toList());
    }

    private static List<Object> said(Children.Key key) {
        Optional<Age> age = Optional.ofNullable(key.age());
        return List.of(
                key.person(),
                age.map(Age::surelyAdultFrom),
                age.map(one -> one.youngest(key.on())),
                key.guardian());
    }

    private static List<Object> said(Children.Line line) {
        Care care = line.care();
        return List.of(
                line.person(),
                care.age().map(Age::surelyAdultFrom),
                care.age().map(age -> age.youngest(care.on())),
                care.guardian());
    }

    private static boolean belongs(Children.Which which, UUID person) {
        Care care = file(person).care();
        return switch (which) {
            case SOON_OF_AGE ->
                    care.mayBeChild() && care.age().orElseThrow().daysToMajority(TODAY) <= 90;
            case WITHOUT_GUARDIAN ->
                    care.lacksGuardian()
                            && c.count(
                                            officer,
                                            "care_event where company = 'UNACCOMPANIED' and person = '"
                                                    + person
                                                    + "'")
                                    > 0;
        };
    }

    /// Something happens to a child, or is taken back; what may not happen does not.
    private static void happens(Random random, UUID person) {
        Care care = file(person).care();
        LocalDate born = TODAY.plusDays(random.nextInt(200) - 20).minusYears(18);
        List<CareEvent> done = random.nextBoolean() ? care.events() : care.waiting();
        switch (random.nextInt(8)) {
            case 0 ->
                    care(
                            officer,
                            person,
                            (k, e) -> k.ageAssessed(person, e, born, born, HEARD, "a court"));
            case 1, 2 ->
                    care(
                            officer,
                            person,
                            (k, e) -> k.companySaid(person, e, Company.UNACCOMPANIED));
            case 3 -> care(officer, person, (k, e) -> k.guardianInterim(person, e, "Tin Rumman"));
            case 4 -> care(officer, person, (k, e) -> k.guardianEnded(person, e));
            case 5 -> care(officer, person, (k, e) -> k.died(person, e));
            case 6 ->
                    care.waiting()
                            .forEach(one ->
                                    care(
                                            legal,
                                            person,
                                            (k, e) -> k.confirm(person, one.id(), e.seen())));
            default -> {
                if (!done.isEmpty()) {
                    care(
                            officer,
                            person,
                            (k, e) ->
                                    k.correct(
                                            person,
                                            done.getFirst().id(),
                                            new CareKeeping.Entry(
                                                    TODAY, "", "a mistake", e.seen())));
                }
            }
        }
    }

    @Test
    void anAgeIsAssessedFairlyOrNotAtAll() {
        UUID child = person("Tuffah", TODAY.minusYears(17));
        assertThat(assessed(child, EnumSet.of(Method.BONES_OR_TEETH), true, true, "a court"))
                .containsExactly("unmet.family.age-fairly");
        assertThat(assessed(child, EnumSet.noneOf(Method.class), true, true, "a court"))
                .containsExactly("unmet.family.age-fairly");
        assertThat(assessed(child, EnumSet.of(Method.INTERVIEW), false, true, "a court"))
                .containsExactly("unmet.family.age-told");
        assertThat(
                        assessed(
                                child,
                                EnumSet.of(Method.INTERVIEW, Method.BONES_OR_TEETH),
                                true,
                                false,
                                "a court"))
                .containsExactly("unmet.family.age-agreed");
        assertThat(assessed(child, EnumSet.of(Method.INTERVIEW), true, false, " "))
                .containsExactly("obstacle.family.whom");
        assertThat(file(child).care().waiting()).isEmpty();
        assertThat(assessed(child, EnumSet.of(Method.DOCUMENTS), true, false, "a court")).isEmpty();
        assertThat(file(child).care().waiting())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.assessed())
                            .isEqualTo(
                                    new AgeAssessment(EnumSet.of(Method.DOCUMENTS), true, false));
                    assertThat(event.whom()).isEqualTo("a court");
                });
    }

    private static List<String> assessed(
            UUID child, EnumSet<Method> by, boolean informed, boolean consented, String review) {
        LocalDate born = TODAY.minusYears(19);
        AgeAssessment how = new AgeAssessment(by, informed, consented);
        return care(officer, child, (k, e) -> k.ageAssessed(child, e, born, born, how, review))
                .stream()
                .map(Obstacle::code)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null, null, null, 'a court'",
                "'{BONES_OR_TEETH}', true, true, 'a court'",
                "'{INTERVIEW}', false, true, 'a court'",
                "'{INTERVIEW,DEVELOPMENT}', true, false, 'a court'",
                "'{INTERVIEW}', true, false, ''",
                "'{}', true, true, 'a court'"
            })
    void aForgedAssessmentIsNone(String how) {
        UUID child = person("Rumman", TODAY.minusYears(17));
        assertThatThrownBy(() -> forgedAssessment(child, how))
                .rootCause()
                .hasMessageMatching("(?s).*(an age is not assessed so|care_event_methods_check).*");
    }

    private static int forgedAssessment(UUID child, String how) {
        return c.as(
                officer,
                () ->
                        c.update(
                                """
                                insert into nostos.care_event (id, person, party, kind, born_first, born_last, methods,
                                    informed, consented, whom, happened_on, source, reason, account, act)
                                values (gen_random_uuid(), ?, nostos.caller_party(), 'AGE_ASSESSED', '2000-01-01',
                                        '2000-01-01', %s, current_date, 'x', '', nostos.caller_account(), ?)
                                """
                                        .formatted(how),
                                child,
                                act("registry.care-age-assessed")));
    }

    private static UUID act(String kind) {
        return c.house.bean(Acts.class).record(Act.of(kind, Purpose.CASEWORK, Map.of()));
    }

    @Test
    void whoLooksAtAnOlderPageWritesNothing() {
        UUID child = person("Tuffah", TODAY.minusYears(10));
        UUID seen = file(child).last();
        care(officer, child, (k, e) -> k.companySaid(child, e, Company.SEPARATED));
        CareKeeping.Entry late = new CareKeeping.Entry(TODAY, "a note", "", seen);
        assertThat(colleague.call(() -> c.house.bean(CareKeeping.class).died(child, late)))
                .extracting(Obstacle::code)
                .containsExactly("obstacle.case.changed");
        assertThat(file(child).care().died()).isNull();
    }

    private interface Caring {
        List<Obstacle> on(CareKeeping keeping, CareKeeping.Entry entry);
    }

    private static List<Obstacle> care(Caller who, UUID person, Caring work) {
        CareKeeping.Entry entry =
                new CareKeeping.Entry(TODAY, "Note 3 of the site", "", file(person).last());
        return who.call(() -> work.on(c.house.bean(CareKeeping.class), entry));
    }

    private static void tied(UUID person, UUID relative, KinRelation relation) {
        assertThat(propose(officer, person, relative, relation)).isEmpty();
        confirm(person);
    }

    private static void confirm(UUID person) {
        UUID tie = file(person).ties().getLast().id();
        assertThat(step(colleague, person, tie, Kind.CONFIRMED)).isEmpty();
    }

    private static List<Obstacle> propose(
            Caller who, UUID person, UUID relative, KinRelation relation) {
        Proposal proposal =
                new Proposal(
                        relative,
                        "",
                        null,
                        relation,
                        null,
                        KinEvent.Grade.STATED,
                        true,
                        TODAY.minusDays(1),
                        "what both say");
        return who.call(() -> ties().propose(person, proposal, file(person).last()));
    }

    private static List<Obstacle> step(Caller who, UUID person, UUID tie, Kind kind) {
        Step step = new Step(kind, TODAY, null, "so it is", file(person).last());
        return who.call(() -> ties().step(person, tie, step));
    }

    private static KinKeeping ties() {
        return c.house.bean(KinKeeping.class);
    }

    private static FamilyFile file(UUID person) {
        return officer.call(() -> c.house.bean(Kin.class).of(List.of(person), AsOf.now()));
    }

    private static List<UUID> unity(UUID person) {
        return officer.call(
                () -> leaders(c.house.bean(FamilyUnity.class).whoMustTravelTogether(person)));
    }

    private static List<UUID> group(UUID person) {
        return officer.call(() -> leaders(c.house.bean(FamilyUnity.class).group(person)));
    }

    private static List<UUID> leaders(FamilyUnity.Group group) {
        return group.members().stream().map(FamilyUnity.Member::leader).toList();
    }

    private static List<String> whyNot(UUID person, List<UUID> travelling) {
        return officer.call(() ->
                c.house.bean(FamilyUnity.class).whyNot(person, travelling).stream()
                        .map(line -> line.rule().key())
                        .toList());
    }

    private static List<UUID> listed(Children.Which which) {
        return officer.call(() ->
                c.house.bean(Children.class).all(which).stream()
                        .map(line -> line.person().id())
                        .toList());
    }

    private static int forged(Caller who, UUID tie, String kind) {
        return c.as(
                who,
                () -> {
                    UUID act =
                            c.house
                                    .bean(Acts.class)
                                    .record(
                                            Act.of(
                                                    "registry.tie-confirmed",
                                                    Purpose.CASEWORK,
                                                    Map.of()));
                    return c.update(
                            """
                            insert into nostos.kin_event (id, tie, party, kind, happened_on, source, reason, account, act)
                            values (gen_random_uuid(), ?, nostos.caller_party(), ?, current_date, '', '',
                                    nostos.caller_account(), ?)
                            """,
                            tie,
                            kind,
                            act);
                });
    }

    private static UUID person(String given, @Nullable LocalDate born) {
        Row row = new Row(given, "Hudhud", "al-Karazi", born == null ? null : born.toString(), "");
        return c.personOf(c.accept(c.holder, row).getFirst()).id();
    }
}
