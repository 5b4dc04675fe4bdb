package org.nostos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FiguresCommandTest extends CommandTest {

    @Test
    void printsOneLineOfJsonForEachFigure() throws IOException {
        String report =
                file(
                        "report.txt",
                        "About 340 detainees were moved to \"Elmstad\", the ministry said.");
        Outcome outcome = run("figures", "extract", report);
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out().lines())
                .singleElement()
                .satisfies(line ->
                        assertThat(line)
                                .startsWith(
                                        "{\"doc\": \"report.txt\", \"quote\": \"About 340 detainees\", \"low\": 340, \"high\": 340, \"qualifier\": \"about\", \"unit\": \"person\"")
                                .contains("\"category\": \"transferred\"")
                                .endsWith("\"start\": 0, \"end\": 19, \"also\": []}"));
    }

    @Test
    void readsTheOtherReportsWhenOneIsMissing() throws IOException {
        String report = file("report.txt", "Some 12 prisoners were freed.");
        Outcome outcome = run("figures", "extract", path("none.txt"), report);
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("there is no file");
        assertThat(outcome.out()).contains("\"released\"");
    }

    @Test
    void saysWhatItNeeds() {
        assertThat(run("figures").code()).isEqualTo(2);
        assertThat(run("figures", "extract").code()).isEqualTo(2);
    }
}
