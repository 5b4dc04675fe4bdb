package org.nostos.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nostos.lists.Records;
import org.nostos.people.Committee;
import org.nostos.people.Committee.Row;

/// The search index of servers that start, stop and are killed over the same records.
class SearchKeptTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static Committee c;

    @BeforeAll
    static void acceptAList() {
        c = Committee.open();
        accept("Nawras");
    }

    @AfterAll
    static void closeHouse() {
        c.close();
    }

    private static UUID accept(String given) {
        UUID record =
                c.accept(c.holder, DAY, List.of(Row.of(given, "Hudhud", "al-Karazi"))).getFirst();
        c.awaitLinked();
        return record;
    }

    @Test
    void aStartTakesUpWhatWasPutAwayAndAddsWhatCameSince(@TempDir Path folder)
            throws InterruptedException {
        SearchIndex first = started(folder);
        accept("Bajaa");
        SearchIndex second = started(folder);
        assertThat(second.size()).isEqualTo(first.size() + 1);
        assertThat(second.size()).isEqualTo(c.house.bean(SearchIndex.class).size());
    }

    @Test
    void aFileThatIsNotWholeOrNotPrivateIsNotUsed(@TempDir Path folder)
            throws IOException, InterruptedException {
        int all = started(folder).size();
        Path file = folder.resolve("search.index");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        byte[] whole = Files.readAllBytes(file);
        byte[] changed = whole.clone();
        changed[changed.length / 2] ^= 1;
        for (byte[] bad : List.of(changed, Arrays.copyOf(whole, whole.length / 3), new byte[3])) {
            Files.write(file, bad);
            assertThat(new SearchShelf(folder.toString()).take()).isEmpty();
            assertThat(started(folder).size()).isEqualTo(all);
            assertThat(new SearchShelf(folder.toString()).take()).as("made anew").isPresent();
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(new SearchShelf(folder.toString()).take()).isEmpty();
    }

    @Test
    void whoIsErasedStandsNeitherInMemoryNorInTheFile(@TempDir Path folder)
            throws IOException, InterruptedException {
        UUID gone = accept("Qunfudhan");
        SearchIndex index = new SearchIndex();
        SearchKeeper keeper = keeper(index, folder);
        keeper.start();
        assertThat(keeper.awaitIdle(Duration.ofMinutes(1))).isTrue();
        assertThat(kept(folder)).contains("qunfudhan");
        int size = index.size();
        keeper.forget(Set.of(gone));
        assertThat(keeper.awaitIdle(Duration.ofMinutes(1))).isTrue();
        keeper.stop();
        assertThat(index.size()).isEqualTo(size - 1);
        assertThat(kept(folder)).doesNotContain("qunfudhan");
    }

    private static String kept(Path folder) throws IOException {
        return Files.readString(
                folder.resolve("search.index"), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static SearchIndex started(Path folder) throws InterruptedException {
        SearchIndex index = new SearchIndex();
        SearchKeeper keeper = keeper(index, folder);
        keeper.start();
        assertThat(keeper.awaitIdle(Duration.ofMinutes(1))).isTrue();
        keeper.stop();
        assertThat(index.isComplete()).isTrue();
        return index;
    }

    private static SearchKeeper keeper(SearchIndex index, Path folder) {
        return new SearchKeeper(
                c.house.bean(EngineRoom.class),
                c.house.bean(Records.class),
                index,
                new SearchShelf(folder.toString()));
    }
}
