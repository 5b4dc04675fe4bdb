package org.nostos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class OtherCommandsTest extends CommandTest {

    @Test
    void unknownCommandSaysSoAndListsThoseThereAre() {
        Outcome outcome = run("fly");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("there is no command 'fly'")
                .contains("link search names");
        assertThat(run().code()).isEqualTo(2);
    }

    @Test
    void everyCommandExplainsItself() {
        for (String command : new String[] {"link", "search", "names"}) {
            Outcome outcome = run(command, "--help");
            assertThat(outcome.code()).isZero();
            assertThat(outcome.out()).contains("Usage: nostos " + command);
        }
    }

    @Test
    void namesAreComparedWithTheirLetters() {
        Outcome outcome = run("names", "compare", "زيتون", "Zeitoun");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).startsWith("1.0000\n").contains("ي\tei\thabit\tsame-sound");
        assertThat(run("names", "compare", "Oak").code()).isEqualTo(2);
        assertThat(run("names").code()).isEqualTo(2);
    }

    @Test
    void pairsOfNamesAreComparedLineByLine() throws IOException {
        String pairs = file("p.tsv", "Zaytun\tزيتون", "no tab here", "Tin\tRumman");
        Outcome outcome = run("names", "compare", "--pairs", pairs);
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("p.tsv:2:1");
        assertThat(outcome.out().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("Zaytun\tزيتون\t");
    }

    @Test
    void keysOfWordsComeOneLineAWord() throws IOException {
        Outcome outcome = run("names", "keys", "--tokens", file("t.txt", "Zaytun", "زيتون"));
        assertThat(outcome.code()).isZero();
        String[] lines = outcome.out().split("\n", -1);
        assertThat(lines[0]).startsWith("Zaytun\t");
        assertThat(lines[0].substring(7).split(" ", -1))
                .contains(lines[1].substring(6).split(" ", -1)[0]);
        assertThat(run("names", "keys", "--tokens", path("none.txt")).code()).isEqualTo(1);
        assertThat(run("names", "keys").code()).isEqualTo(2);
    }

    @Test
    void listIsSearchedInAnyScriptLineByLine() throws IOException {
        String list =
                file(
                        "list.csv",
                        "id,name,born",
                        "a,Zaytun Rumman,1970-01-02",
                        "b,Tut Lawz,1980",
                        "c,Zaytun Nakhl,1999");
        String queries = file("q.tsv", "زيتون رمان", "", "Lawz Tut\t1980-05-06");
        Outcome outcome =
                run(
                        "search",
                        list,
                        "--queries",
                        queries,
                        "--out",
                        path("h.tsv"),
                        "--top",
                        "2",
                        "--stats",
                        path("s.json"));
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(text("h.tsv").lines().map(line -> line.substring(0, line.lastIndexOf('\t'))))
                .containsExactly("1\t1\ta", "1\t2\tc", "3\t1\tb");
        assertThat(text("s.json"))
                .contains("index_seconds", "\"queries\": 3", "p50", "p95", "p99", "max");
        assertThat(run("search", list, "--queries", path("none"), "--out", path("h.tsv")).code())
                .isEqualTo(1);
        assertThat(run("search", list).code()).isEqualTo(2);
    }
}
