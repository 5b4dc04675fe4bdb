package org.nostos;

import java.util.List;
import java.util.Locale;
import org.nostos.basics.Obstacle;
import org.nostos.parties.Setups;
import org.nostos.postgres.DatabaseAccess;
import org.nostos.postgres.PostgresSetups;
import org.nostos.postgres.journal.JournalTool;
import org.nostos.retention.ReadyForProduction;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.env.Environment;

/// A house for real people does not start before everything is there that protects them: all that is
/// missing is listed at once, each with its cure.
final class ProductionGate {

    /// The house is not ready; the message lists what is missing.
    static final class NotReady extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotReady(String missing) {
            super(missing);
        }
    }

    /// The exit code of a command that ends with it: something needed is missing.
    static final int MISSING = 69;

    private ProductionGate() {}

    /// Lets the start go on, or throws with everything that is missing. It asks the database before
    /// any page answers.
    ///
    /// @throws NotReady when the house is to work with real people and may not yet
    static void require(Environment environment, DatabaseAccess access) {
        String mode = environment.getProperty(HouseModeConfiguration.MODE, "");
        if (!mode.equals(HouseModeConfiguration.PRODUCTION)) {
            return;
        }
        String secondFactor = environment.getProperty(HouseModeConfiguration.SECOND_FACTOR, "");
        Setups setups =
                new PostgresSetups(
                        JournalTool.connections(
                                access.url(), DatabaseAccess.DOOR, access.doorPassword()));
        List<Obstacle> missing =
                new ReadyForProduction(setups)
                        .missing(secondFactor.equals(HouseModeConfiguration.REQUIRED));
        if (!missing.isEmpty()) {
            throw new NotReady(text(missing));
        }
    }

    /// A house that is being set up is served to its own machine alone.
    ///
    /// @throws NotReady when it would be reached from elsewhere
    static void requireNear(ServeOptions options) {
        boolean beyond = options.address() != null || options.proxies() != null;
        if (beyond && !options.production()) {
            throw new NotReady(
                    "a house that is being set up answers on its own machine alone. Leave --address and"
                            + " --behind-proxy away and come to it over SSH, or start it with"
                            + " --production once nothing is missing");
        }
    }

    private static String text(List<Obstacle> missing) {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename("messages");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        StringBuilder text =
                new StringBuilder(
                        "this house is not ready for real people. Start it without --production,"
                                + " set up what is missing, and start it again:");
        int number = 1;
        for (Obstacle one : missing) {
            text.append("\n  ").append(number++).append(". ");
            text.append(words.getMessage(one.code(), one.arguments().toArray(), Locale.ENGLISH));
        }
        return text.toString();
    }
}
