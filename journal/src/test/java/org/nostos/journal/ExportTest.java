package org.nostos.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nostos.journal.Verdict.Fault;

class ExportTest {

    private static final int CHAINED = 30;
    private static final String WHOLE = Samples.export(CHAINED, 10, 4);

    @TempDir Path temp;

    @Test
    void aWholeJournalIsWholeAndSaysHowMuchOfItIsNotSealed() {
        assertThat(verify(WHOLE))
                .isInstanceOfSatisfying(
                        Verdict.Whole.class,
                        whole -> {
                            assertThat(whole.sealed()).isEqualTo(CHAINED);
                            assertThat(whole.unsealed()).isEqualTo(4);
                        });
        assertThat(verify(Samples.export(35, 10, 4)))
                .isInstanceOfSatisfying(
                        Verdict.Whole.class, whole -> assertThat(whole.unsealed()).isEqualTo(9));
        assertThat(verify(Samples.export(0, 1, 0))).isInstanceOf(Verdict.Whole.class);
    }

    @Test
    void anyByteChangedInAnyColumnOfAnyEntryNamesThatEntry() {
        List<String> lines = WHOLE.lines().toList();
        int number = 0;
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index);
            if (line.startsWith("E")) {
                number++;
                for (int at = 2; at < line.length(); at++) {
                    Verdict.Broken broken = broken(replaced(lines, index, changed(line, at)));
                    assertThat(broken.entry()).as("column %d: %s", at, broken).isEqualTo(number);
                    assertThat(broken.line()).isEqualTo(index + 1);
                }
            }
        }
        assertThat(number).isEqualTo(CHAINED);
    }

    @Test
    void anEntryRemovedIsNamedEvenWhenTheOthersAreCountedAnew() {
        List<String> lines = WHOLE.lines().toList();
        for (int number = 1; number <= CHAINED; number++) {
            List<String> fewer = new ArrayList<>(lines);
            fewer.remove(indexOf(lines, number));
            assertThat(broken(fewer).entry()).isEqualTo(number);
            assertThat(broken(renumbered(fewer)).entry()).isEqualTo(number);
        }
    }

    @Test
    void twoEntriesSwappedNameTheFirstOfThem() {
        List<String> lines = WHOLE.lines().toList();
        Random random = new Random(20261122);
        for (int i = 0; i < 100; i++) {
            int one = 1 + random.nextInt(CHAINED - 1);
            int other = one + 1 + random.nextInt(CHAINED - one);
            List<String> swapped = new ArrayList<>(lines);
            Collections.swap(swapped, indexOf(lines, one), indexOf(lines, other));
            assertThat(broken(swapped).entry()).isEqualTo(one);
            assertThat(broken(renumbered(swapped)).entry()).isEqualTo(one);
        }
    }

    @Test
    void anEntryDoubledIsNamed() {
        List<String> lines = new ArrayList<>(WHOLE.lines().toList());
        lines.add(indexOf(lines, 7), lines.get(indexOf(lines, 7)));
        assertThat(broken(lines).entry()).isEqualTo(8);
    }

    @Test
    void anEndCutOffIsNoticedByTheLastLineOrByTheCheckpoint() {
        String half = WHOLE.substring(0, WHOLE.length() / 2);
        assertThat(broken(half).fault()).isIn(Fault.CUT_OFF, Fault.MALFORMED);
        assertThat(broken(WHOLE.substring(0, WHOLE.lastIndexOf("Z\t"))).fault())
                .isEqualTo(Fault.CUT_OFF);

        String shorter = Samples.export(20, 10, 0);
        assertThat(verify(shorter)).isInstanceOf(Verdict.Whole.class);
        Verdict.Broken broken = (Verdict.Broken) verify(shorter, Samples.seal(CHAINED));
        assertThat(broken.fault()).isEqualTo(Fault.CUT_OFF);
        assertThat(broken.entry()).isEqualTo(21);
    }

    @Test
    void aJournalWrittenAnewFromItsMiddleFailsAgainstTheCheckpoint() {
        StringBuilder anew = new StringBuilder();
        JournalHead head = JournalHead.empty();
        anew.append("nostos-journal v1\n");
        for (int number = 1; number <= CHAINED; number++) {
            Entry entry = Samples.entry(number == 11 ? 99 : number);
            Hash link = head.append(entry.leaf());
            anew.append("E\t" + number + "\t" + link + "\t" + entry.line() + "\n");
        }
        anew.append("Z\t" + CHAINED + "\t0\n");
        assertThat(verify(anew.toString())).isInstanceOf(Verdict.Whole.class);
        Verdict.Broken broken = (Verdict.Broken) verify(anew.toString(), Samples.seal(15));
        assertThat(broken.fault()).isEqualTo(Fault.CHECKPOINT_DIFFERS);
        assertThat(verify(anew.toString(), Samples.seal(10))).isInstanceOf(Verdict.Whole.class);
    }

    @Test
    void aCheckpointOfAnyAgeAgreesWithAJournalThatOnlyGrew() {
        for (int size = 0; size <= CHAINED; size++) {
            assertThat(verify(WHOLE, Samples.seal(size)))
                    .isInstanceOfSatisfying(
                            Verdict.Whole.class, whole -> assertThat(whole.checkpoint()).isTrue());
        }
    }

    @Test
    void aSealThatIsNotOverTheseEntriesIsNamed() {
        String other = Samples.seal(9).root().toString();
        String root = Samples.seal(10).root().toString();
        assertThat(broken(WHOLE.replace(root, other)).fault()).isEqualTo(Fault.SEAL_DIFFERS);
    }

    @Test
    void textThatIsNoJournalIsRefusedWithoutAnException() {
        Random random = new Random(7);
        for (String text : List.of("", "\n", "nostos-journal v2\n", "nostos-journal v1", "{}")) {
            assertThat(verify(text)).isInstanceOf(Verdict.Broken.class);
        }
        for (int i = 0; i < 2000; i++) {
            StringBuilder torn = new StringBuilder(WHOLE);
            int from = random.nextInt(torn.length());
            torn.delete(from, Math.min(torn.length(), from + 1 + random.nextInt(400)));
            assertThat(verify(torn.toString())).isNotNull();
        }
    }

    @Test
    void aStrangersProgramInAnotherLanguageAgrees() throws Exception {
        assumeThat(hasPython()).as("python3 is there to disagree").isTrue();
        assertThat(python(WHOLE, null)).isEqualTo("whole: 30 sealed, 4 not");
        assertThat(python(WHOLE, Samples.seal(13))).isEqualTo("whole: 30 sealed, 4 not");
        assertThat(python(Samples.export(20, 10, 0), Samples.seal(30))).startsWith("cut off");
        List<String> lines = WHOLE.lines().toList();
        for (int number = 1; number <= CHAINED; number += 7) {
            int index = indexOf(lines, number);
            String changed = changed(lines.get(index), 100 + number);
            assertThat(python(text(replaced(lines, index, changed)), null))
                    .isEqualTo("broken at entry " + number);
        }
    }

    private static boolean hasPython() throws Exception {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private String python(String export, @Nullable Seal seal) throws Exception {
        Path file = Files.writeString(temp.resolve("export.txt"), export);
        Path script =
                Path.of(
                        Objects.requireNonNull(getClass().getResource("/verify_journal.py"))
                                .toURI());
        List<String> command =
                new ArrayList<>(List.of("python3", script.toString(), file.toString()));
        if (seal != null) {
            Path checkpoint = temp.resolve("checkpoint.txt");
            Files.writeString(checkpoint, JournalKeys.generate().sign(seal).toString());
            command.add(checkpoint.toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static Verdict verify(String export) {
        try {
            return ExportVerifier.verify(new ByteArrayInputStream(Samples.bytes(export)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Verdict verify(String export, Seal checkpoint) {
        try {
            return ExportVerifier.verify(
                    new ByteArrayInputStream(Samples.bytes(export)), checkpoint);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Verdict.Broken broken(List<String> lines) {
        return broken(text(lines));
    }

    private static Verdict.Broken broken(String export) {
        Verdict verdict = verify(export);
        assertThat(verdict).isInstanceOf(Verdict.Broken.class);
        return (Verdict.Broken) verdict;
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private static String changed(String line, int at) {
        char other = (char) (line.charAt(at) ^ 1);
        return line.substring(0, at) + other + line.substring(at + 1);
    }

    private static List<String> replaced(List<String> lines, int index, String line) {
        List<String> copy = new ArrayList<>(lines);
        copy.set(index, line);
        return copy;
    }

    private static int indexOf(List<String> lines, int number) {
        for (int index = 0; index < lines.size(); index++) {
            if (lines.get(index).startsWith("E\t" + number + "\t")) {
                return index;
            }
        }
        throw new IllegalArgumentException("no entry " + number);
    }

    private static List<String> renumbered(List<String> lines) {
        List<String> anew = new ArrayList<>();
        int number = 0;
        for (String line : lines) {
            if (line.startsWith("E\t")) {
                number++;
                anew.add("E\t" + number + line.substring(line.indexOf('\t', 2)));
            } else {
                anew.add(line);
            }
        }
        return anew;
    }
}
