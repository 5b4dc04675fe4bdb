package org.nostos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Role;
import org.nostos.parties.Caller;
import org.nostos.parties.HouseSetup;
import org.nostos.retention.Category;
import org.nostos.retention.RetentionSchedule;
import org.nostos.retention.Rule;
import org.nostos.testing.TestDatabase;
import org.nostos.testing.TestHouse;
import org.nostos.web.HouseMode;

/// A house for real people does not start before what protects them is there.
class ProductionGateTest {

    private static final Map<String, Object> PRODUCTION =
            Map.of("nostos.mode", "production", "nostos.second-factor", "required");

    @Test
    void everythingThatIsMissingIsNamedAtOnceWithItsCure() {
        TestDatabase empty = TestDatabase.fresh();
        assertThatThrownBy(() ->
                        Instance.start(empty.access(), 0, Map.of("nostos.mode", "production")))
                .isInstanceOf(ProductionGate.NotReady.class)
                .hasMessageContaining("No controller is named")
                .hasMessageContaining("how long what records say of a person is kept")
                .hasMessageContaining("how long notes that stand apart are kept")
                .hasMessageContaining("how long received files are kept")
                .hasMessageContaining("how long the content of readings is kept")
                .hasMessageContaining("Two people have to be able to decide")
                .hasMessageContaining("second factor");
    }

    @Test
    void aHouseThatIsReadyStartsAndOneWithoutASecondFactorDoesNot() {
        TestDatabase database = TestDatabase.fresh();
        try (TestHouse house = TestHouse.over(database)) {
            setUp(house);
        }
        assertThatThrownBy(() ->
                        Instance.start(
                                database.access(),
                                0,
                                Map.of(
                                        "nostos.mode",
                                        "production",
                                        "nostos.second-factor",
                                        "optional")))
                .isInstanceOf(ProductionGate.NotReady.class)
                .hasMessageContaining("second factor")
                .message()
                .doesNotContain("2.");
        try (Instance instance = Instance.start(database.access(), 0, PRODUCTION)) {
            assertThat(instance.bean(HouseMode.class).production()).isTrue();
        }
    }

    @Test
    void whileItIsSetUpItIsNotReachedFromElsewhere() {
        ServeOptions far =
                ServeOptions.parse(new String[] {"serve", "--behind-proxy", "10.0.0.1"}, Map.of());
        assertThatThrownBy(() -> ProductionGate.requireNear(far))
                .isInstanceOf(ProductionGate.NotReady.class);
        ServeOptions open =
                ServeOptions.parse(
                        new String[] {"serve", "--production", "--behind-proxy", "10.0.0.1"},
                        Map.of());
        ProductionGate.requireNear(open);
        assertThat(open.settings()).containsEntry("nostos.mode", "production");
    }

    private static void setUp(TestHouse house) {
        Caller second = house.committee(Role.SECOND_REVIEWER);
        house.committee(Role.IDENTITY_REVIEWER);
        Caller administrator = house.administrator();
        assertThat(
                        administrator.call(() ->
                                house.bean(HouseSetup.class)
                                        .nameController(
                                                "Joint Return Committee",
                                                "1 Juniper Road",
                                                "office@example.org",
                                                "Agreement of the parties, article 3")))
                .isEmpty();
        RetentionSchedule schedule = house.bean(RetentionSchedule.class);
        for (Category category : Category.values()) {
            administrator.call(
                    () -> schedule.propose(category, 24, "Data protection act, section 4"));
            Rule waiting =
                    second.call(schedule::all).stream()
                            .filter(Rule::waits)
                            .findFirst()
                            .orElseThrow();
            assertThat(second.call(() -> schedule.confirm(waiting.id()))).isEmpty();
        }
    }
}
