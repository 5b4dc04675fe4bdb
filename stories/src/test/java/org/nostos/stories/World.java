package org.nostos.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.nostos.demo.DemoFiles;
import org.nostos.identity.LinkingRuns;

/// What the stories of people take as given: three lists of one small invented world, handed in through
/// the pages by those whose lists they are, accepted and linked. Made once.
final class World {

    static final String AUTHORITY = "People held, all sites";
    static final String CAMP = "Camp Willow, register";
    static final String MERIDIA = "Inquiries of families";

    private static final String SEED = "7";
    private static final String SIZE = "400";

    private World() {}

    /// Waits until the world is there.
    static void ready() {
        Holder.make();
    }

    /// A file of the world.
    static Path file(String name) {
        return Holder.FOLDER.resolve(name);
    }

    private static final class Holder {

        static final Path FOLDER = write();
        private static boolean made;

        static synchronized void make() {
            if (made) {
                return;
            }
            handIn(Cast.ELDER, "holding-authority.xlsx", AUTHORITY);
            handIn(Cast.ELDER, "camp-willow.csv", CAMP);
            handIn(Cast.PLUM, "meridia-inquiries.csv", MERIDIA);
            awaitLinked();
            made = true;
        }

        private static void handIn(Cast officer, String file, String title) {
            try (Visit visit = Visit.by(officer)) {
                ListDesk desk = new ListDesk(visit);
                desk.handIn(FOLDER.resolve(file), title);
                desk.mapAsProposed();
                desk.acceptWhenStaged();
            }
        }

        private static Path write() {
            try {
                Path folder = Files.createTempDirectory("nostos-stories-");
                DemoFiles.main(new String[] {folder.toString(), SEED, SIZE});
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static void awaitLinked() {
        try {
            if (!Stage.get().bean(LinkingRuns.class).awaitIdle(Duration.ofMinutes(3))) {
                throw new AssertionError("the engine did not come to rest");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
