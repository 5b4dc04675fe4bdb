package org.nostos.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {

    @TempDir Path path;

    @Test
    void aFolderThatIsNotThereIsEmpty() throws IOException {
        assertThat(new DemoFolder(path.resolve("none")).state()).isEqualTo(DemoFolder.State.EMPTY);
    }

    @Test
    void aFolderWithSomethingElseIsForeignAndIsNeverCleared() throws IOException {
        Path photograph = Files.createFile(path.resolve("photograph"));
        DemoFolder folder = new DemoFolder(path);
        assertThat(folder.state()).isEqualTo(DemoFolder.State.FOREIGN);
        assertThatThrownBy(folder::clear).isInstanceOf(IllegalStateException.class);
        assertThat(photograph).exists();
    }

    @Test
    void aDemoIsWholeOnlyWhenItsStoryWasToldToTheEnd() throws IOException {
        DemoFolder folder = new DemoFolder(path);
        Keys.cut().keep(path);
        assertThat(folder.state()).isEqualTo(DemoFolder.State.HALF_TOLD);
        folder.markTold();
        assertThat(folder.state()).isEqualTo(DemoFolder.State.TOLD);
    }

    @Test
    void clearingLeavesAnEmptyFolder() throws IOException {
        Keys.cut().keep(path);
        Files.createFile(Files.createDirectories(path.resolve("a/b")).resolve("c"));
        DemoFolder folder = new DemoFolder(path);
        folder.clear();
        assertThat(folder.state()).isEqualTo(DemoFolder.State.EMPTY);
    }

    @Test
    void keptPasswordsCanBeReadAgainAndByTheOwnerAlone() throws IOException {
        Keys keys = Keys.cut();
        keys.keep(path);
        Keys again = Keys.read(path);
        for (Member member : Member.values()) {
            assertThat(again.of(member)).isEqualTo(keys.of(member)).hasSizeGreaterThanOrEqualTo(12);
        }
        assertThat(Files.getPosixFilePermissions(path.resolve("demo-users.txt")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
}
