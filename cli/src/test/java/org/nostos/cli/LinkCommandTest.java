package org.nostos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkCommandTest extends CommandTest {
    private static final String HEAD = "id,given name,father,family name,date of birth";

    private static final String[][] TREES = {
        {"Zaytun", "زيتون"},
        {"Rumman", "رمان"},
        {"Tuffah", "تفاح"},
        {"Sanawbar", "صنوبر"},
        {"Ballut", "بلوط"},
        {"Khawkh", "خوخ"},
        {"Laymun", "ليمون"},
        {"Burtuqal", "برتقال"},
        {"Mishmish", "مشمش"},
        {"Jummayz", "جميز"}
    };

    /// Sixty people, each once in Latin and once in Arabic letters.
    private static List<String> rows() {
        List<String> rows = new ArrayList<>(List.of(HEAD));
        for (int person = 0; person < 60; person++) {
            for (int script = 0; script < 2; script++) {
                String given = TREES[person % 10][script];
                String father = TREES[(person / 6) % 10][script];
                String family = TREES[(person * 7 + 3) % 10][script];
                String born =
                        "%04d-%02d-%02d"
                                .formatted(1950 + person % 50, 1 + person % 12, 1 + person % 28);
                rows.add(
                        person + "-" + script + "," + given + "," + father + "," + family + ","
                                + born);
            }
        }
        return rows;
    }

    private String list() throws IOException {
        return file("list.csv", rows().toArray(String[]::new));
    }

    @Test
    void oneListGivesPairsClustersAndCounts() throws IOException {
        Outcome outcome =
                run(
                        "link",
                        list(),
                        "--out",
                        path("p.csv"),
                        "--clusters",
                        path("c.csv"),
                        "--stats",
                        path("s.json"));
        assertThat(outcome.code()).isZero();
        assertThat(text("p.csv")).startsWith("id_l,id_r,probability,weight").contains("7-0,7-1,");
        assertThat(text("c.csv"))
                .startsWith("id,cluster")
                .contains("\n7-0,7-0")
                .contains("\n7-1,7-0");
        assertThat(text("c.csv").lines()).hasSize(121);
        assertThat(text("s.json"))
                .contains(
                        "\"records\": 120",
                        "\"candidates\"",
                        "\"scored\"",
                        "\"read\"",
                        "\"index\"",
                        "\"train\"")
                .contains(
                        "\"score\"",
                        "\"cluster\"",
                        "\"write\"",
                        "\"total\"",
                        "\"peak_rss_bytes\"",
                        "\"threads\"");
    }

    @Test
    void twoListsMayUseTheSameIdsAndGiveOnlyPairsBetweenThem() throws IOException {
        List<String> left = new ArrayList<>(List.of(HEAD));
        List<String> right = new ArrayList<>(List.of(HEAD));
        for (String row : rows().subList(1, 121)) {
            int comma = row.indexOf(',');
            String id = row.substring(0, comma).split("-", -1)[0];
            (row.charAt(comma - 1) == '0' ? left : right).add(id + row.substring(comma));
        }
        Outcome outcome =
                run(
                        "link",
                        file("left.csv", left.toArray(String[]::new)),
                        file("right.csv", right.toArray(String[]::new)),
                        "--out",
                        path("p.csv"),
                        "--clusters",
                        path("c.csv"));
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(text("p.csv")).contains("\n7,7,");
        assertThat(text("c.csv"))
                .startsWith("file,id,cluster")
                .contains("left.csv,7,1:7")
                .contains("right.csv,7,1:7");
    }

    @Test
    void badRowsAreNamedWithLineAndColumnAndTheGoodOnesStand() throws IOException {
        List<String> rows = rows();
        rows.set(3, "too,few");
        rows.set(5, ",Zaytun,Rumman,Tuffah,1970-01-02");
        rows.set(7, "0-0,Zaytun,Rumman,Tuffah,1970-01-02");
        String list = file("list.csv", rows.toArray(String[]::new));
        Outcome outcome = run("link", list, "--out", path("p.csv"), "--clusters", path("c.csv"));
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("list.csv:4:3: the row has 2 fields, the headings are 5")
                .contains("list.csv:6:1: the row has no id")
                .contains("list.csv:8:1: the id stands in line 2 already")
                .doesNotContain("Zaytun");
        assertThat(text("c.csv").lines()).hasSize(118);
        assertThat(text("p.csv")).contains("7-0,7-1,");
    }

    @Test
    void rowThatIsNotUtf8IsNamedAndLeftOut() throws IOException {
        byte[] good = String.join("\n", rows()).getBytes(StandardCharsets.UTF_8);
        byte[] bad = "\nx,caf\u00e9,b,c,1970\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] both = java.util.Arrays.copyOf(good, good.length + bad.length);
        System.arraycopy(bad, 0, both, good.length, bad.length);
        Files.write(folder.resolve("list.csv"), both);
        Outcome outcome = run("link", path("list.csv"), "--out", path("p.csv"));
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("list.csv:122:2: the field is not UTF-8");
    }

    @Test
    void whatCannotBeReadIsSaidInASentence() throws IOException {
        assertThat(run("link", path("none.csv"), "--out", path("p.csv")))
                .satisfies(outcome -> {
                    assertThat(outcome.code()).isEqualTo(1);
                    assertThat(outcome.err()).contains("there is no file");
                });
        assertThat(run("link", file("empty.csv"), "--out", path("p.csv")).code()).isEqualTo(1);
        assertThat(run("link", file("odd.csv", "a,b", "1,2"), "--out", path("p.csv")).err())
                .contains("no column is one that people are compared by");
        assertThat(run("link", list(), "--id", "nummer", "--out", path("p.csv")).err())
                .contains("there is no column nummer; its columns are id, given name");
        assertThat(run("link", list(), "--model", path("none.json"), "--out", path("p.csv")).err())
                .contains("there is no model");
    }

    @Test
    void folderThatIsNotThereIsNamed() throws IOException {
        Outcome outcome = run("link", list(), "--out", path("nowhere/p.csv"));
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("cannot read or write").contains("nowhere");
    }

    @Test
    void headingsAloneGiveFilesWithHeadingsAlone() throws IOException {
        Outcome outcome =
                run(
                        "link",
                        file("list.csv", HEAD),
                        "--out",
                        path("p.csv"),
                        "--clusters",
                        path("c.csv"));
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(text("p.csv").lines()).hasSize(1);
        assertThat(text("c.csv").lines()).hasSize(1);
    }

    @Test
    void wrongUsageEndsWithTwo() throws IOException {
        String list = list();
        assertThat(run("link").code()).isEqualTo(2);
        assertThat(run("link", list).code()).isEqualTo(2);
        assertThat(run("link", list, "--out", path("p.csv"), "--colour").code()).isEqualTo(2);
        assertThat(run("link", list, "--out", path("p.csv"), "--at", "often").code()).isEqualTo(2);
        assertThat(run("link", list, "--out", path("p.csv"), "--at", "7").code()).isEqualTo(2);
        assertThat(run("link", list, "--out", path("p.csv"), "--map", "shoe_size=id").err())
                .contains("there is no role shoe_size; the roles are full_name");
    }

    @Test
    void columnsMayBeMappedSeveralToOneRoleAndOthersAreNamed() throws IOException {
        String list =
                file(
                        "list.csv",
                        "key,n1,n2,colour",
                        "1,Zaytun,Olive,red",
                        "2,Rumman,,blue",
                        "3,Olive,Zaytun,green");
        Outcome outcome =
                run(
                        "link",
                        list,
                        "--out",
                        path("p.csv"),
                        "--id",
                        "key",
                        "--map",
                        "given_name=n1,given_name=n2");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("left out, having no role: colour");
        assertThat(text("p.csv")).contains("1,3,");
    }

    @Test
    void lineNumberStandsForAMissingId() throws IOException {
        String list =
                file(
                        "list.csv",
                        "name;born",
                        "Zaytun Rumman;1970-01-02",
                        "Zeitoun Roman;1970-01-02");
        Outcome outcome = run("link", list, "--out", path("p.csv"));
        assertThat(outcome.err()).contains("no column has the id");
        assertThat(text("p.csv")).contains("\n2,3,");
    }

    @Test
    void modelIsKeptAndUsedAgain() throws IOException {
        String list = list();
        run("link", list, "--out", path("p.csv"), "--save-model", path("m.json"));
        Outcome again = run("link", list, "--out", path("q.csv"), "--model", path("m.json"));
        assertThat(again.code()).isZero();
        assertThat(text("q.csv")).isEqualTo(text("p.csv"));
        assertThat(
                        run("link", list, "--out", path("q.csv"), "--model", file("bad.json", "{"))
                                .err())
                .contains("cannot be read as a model");
    }

    @Test
    void evidenceOfAPairIsPrintedAsAWaterfall() throws IOException {
        Outcome outcome = run("link", list(), "--explain", "7-0,7-1");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains("before reading")
                .contains("given_name")
                .contains("same-sound")
                .contains("taken together")
                .contains("Burtuqal | برتقال");
        assertThat(run("link", list(), "--explain", "7-0,none").code()).isEqualTo(1);
    }
}
