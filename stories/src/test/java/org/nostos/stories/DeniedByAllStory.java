package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.StateCode;
import org.nostos.custody.LegalGround;
import org.nostos.identity.Nationalities;
import org.nostos.identity.NationalityEvent.Rests;
import org.nostos.identity.NationalityFile;
import org.nostos.identity.NationalityKeeping;
import org.nostos.identity.NationalityKeeping.Entry;
import org.nostos.identity.NationalityStep;
import org.nostos.parties.Caller;

/// A man whom every state denies: he is at risk of statelessness and stands on a list of those who are;
/// what is left is a third state, and nobody sends him anywhere without all that the law asks.
class DeniedByAllStory {

    private static final String NAME = "Qunbur Balut Kharrubi";
    private static final StateCode ELMIA = new StateCode("XEL");
    private static final StateCode UMBRIS = new StateCode("XUM");

    private static UUID person;

    @BeforeAll
    static void twoStatesWereAsked(@TempDir Path folder) throws IOException {
        person = Casework.somebody(NAME, folder);
        Casework.held(person, LegalGround.IMMIGRATION_HOLD);
        Caller cedar = Founding.caller(Stage.get(), Cast.CEDAR);
        for (StateCode state : List.of(ELMIA, UMBRIS)) {
            done(cedar.call(() -> keeping().claimed(person, entry(state, "his own word"))));
        }
        denied(ELMIA);
    }

    /// The engine may be at work on who he is while the list is read.
    private static void awaitOnTheList(Visit cedar) {
        for (int i = 0; i < 60 && cedar.main().getByText(NAME).count() == 0; i++) {
            cedar.page().reload();
        }
    }

    @Test
    void aManWhomAllStatesDenyIsSeenAsStatelessAndSentNowhereUnlawfully() {
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            // Twin: while one state has not answered, nobody calls him stateless.
            cedar.open("/statelessness");
            assertThat(cedar.main().getByText(NAME)).hasCount(0);
            denied(UMBRIS);
            // Twin: the word of one hand denies nothing.
            cedar.open("/statelessness");
            awaitOnTheList(cedar);
            assertThat(cedar.main()).containsText(NAME);
            assertThat(cedar.main()).containsText("Denied");
            cedar.open("/cases/" + person);
            assertThat(cedar.main())
                    .containsText("Every state of which anything is known has denied this person");
            assertThat(cedar.main())
                    .containsText("Convention relating to the Status of Stateless Persons");
            Casework.look(cedar, "denied-by-all");
            assertThat(cedar.complaints()).isEmpty();
        }
        try (Visit maple = Visit.by(Cast.MAPLE)) {
            // What then: a third state, with everything that the law asks of that road.
            maple.open("/cases/" + person + "/bars?route=THIRD_STATE_RELOCATION&destination=XTH");
            assertThat(maple.main()).containsText("Missing before this transfer");
            assertThat(maple.main()).containsText("UNHCR Handbook on Voluntary Repatriation");
            // Twin: and no clearance before that.
            assertThat(maple.page().locator("button").getByText("Propose the clearance"))
                    .hasCount(0);
            assertThat(maple.complaints()).isEmpty();
        }
        for (Cast other : List.of(Cast.PEAR, Cast.HERON, Cast.OSIER)) {
            try (Visit visit = Visit.by(other)) {
                // Twin: neither the states nor anybody else is shown the list.
                assertThat(visit.open("/statelessness")).isEqualTo(403);
            }
        }
    }

    private static void denied(StateCode state) {
        Caller cedar = Founding.caller(Stage.get(), Cast.CEDAR);
        Caller alder = Founding.caller(Stage.get(), Cast.ALDER);
        done(
                cedar.call(() ->
                        keeping()
                                .found(
                                        person,
                                        entry(state, "note 12"),
                                        NationalityStep.DENIED,
                                        Rests.STATE_ANSWER)));
        UUID event = Objects.requireNonNull(last());
        assertThat(codes(cedar.call(() -> keeping().confirm(person, event, event))))
                .containsExactly("unmet.nationality.second-hand");
        done(alder.call(() -> keeping().confirm(person, event, event)));
    }

    private static Entry entry(StateCode state, String source) {
        return new Entry(state, Casework.TODAY, source, "", last());
    }

    private static @Nullable UUID last() {
        Caller cedar = Founding.caller(Stage.get(), Cast.CEDAR);
        NationalityFile file =
                cedar.call(() ->
                        Stage.get().bean(Nationalities.class).of(List.of(person), AsOf.now()));
        return file.last();
    }

    private static List<String> codes(List<Obstacle> obstacles) {
        return obstacles.stream().map(Obstacle::code).toList();
    }

    private static void done(List<Obstacle> obstacles) {
        assertThat(obstacles).isEmpty();
    }

    private static NationalityKeeping keeping() {
        return Stage.get().bean(NationalityKeeping.class);
    }
}
