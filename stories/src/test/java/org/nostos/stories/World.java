package org.nostos.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.nostos.demo.DemoFiles;
import org.nostos.identity.LinkingRuns;
import org.nostos.identity.PeopleSearch;
import org.nostos.parties.Caller;

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
                Path folder =
                        Files.createTempDirectory(Path.of("target").toAbsolutePath(), "lists-");
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

    /// The person with this name, once the search knows them.
    static UUID personNamed(String name) {
        PeopleSearch search = Stage.get().bean(PeopleSearch.class);
        Caller hazel = Founding.caller(Stage.get(), Cast.HAZEL);
        for (int i = 0; i < 600; i++) {
            List<PeopleSearch.Found> found = hazel.call(() -> search.search(name, "", 1).found());
            if (!found.isEmpty()) {
                return found.getFirst().person().id();
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("nobody of this name was found");
    }
}
