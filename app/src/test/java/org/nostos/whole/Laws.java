package org.nostos.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nostos.whole.Lawful.Law;

/// The laws of `unlawful.sql`: a line `-- name`, and the statement that finds what breaks it.
final class Laws {

    static final List<String> FACTS =
            List.of(
                    "custody_event",
                    "consular_choice",
                    "property_container",
                    "property_step",
                    "nationality_event",
                    "kin_event",
                    "care_event",
                    "law_bar_event",
                    "law_order_event",
                    "law_clearance_event",
                    "law_review_event",
                    "law_proceeding_event",
                    "law_will_event",
                    "law_bid_event",
                    "law_exclusion_event",
                    "law_counsel_event",
                    "law_assurance_event",
                    "disclosure",
                    "disclosure_event",
                    "asylum_word",
                    "note_verbale",
                    "note_number",
                    "note_line",
                    "note_line_person",
                    "note_line_removed",
                    "note_event",
                    "answer_event",
                    "note_paper",
                    "judgement",
                    "judgement_undone",
                    "split",
                    "split_step",
                    "split_placement",
                    "case_opened");

    private Laws() {}

    static List<Law> all() {
        List<Law> laws = new ArrayList<>();
        String name = "";
        StringBuilder statement = new StringBuilder();
        for (String line : lines()) {
            if (line.startsWith("-- ")) {
                name = line.substring(3);
            } else if (!line.isBlank()) {
                statement.append(line).append('\n');
                if (line.endsWith(";")) {
                    laws.add(new Law(name, statement.substring(0, statement.length() - 2)));
                    statement.setLength(0);
                }
            }
        }
        for (String table : FACTS) {
            laws.add(
                    new Law(
                            "a fact of " + table + " has no act of its time",
                            UNDATED.formatted(table)));
        }
        return laws;
    }

    /// The act comes first, and the fact moments later.
    private static final String UNDATED =
            """
            select f.act::text from nostos.%s f left join nostos.journal_entry e on e.id = f.act
            where (f.recorded_at > :begun or e.recorded_at > :begun)
              and (e.id is null or f.recorded_at < e.recorded_at or f.recorded_at > e.recorded_at + interval '1 minute')
            """;

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/unlawful.sql"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
