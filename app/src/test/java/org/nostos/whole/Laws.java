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
                    "answer_condition_said",
                    "note_paper",
                    "judgement",
                    "judgement_undone",
                    "split",
                    "split_step",
                    "split_placement",
                    "case_opened",
                    "transfer",
                    "transfer_event",
                    "transfer_line",
                    "transfer_line_event",
                    "transfer_manifest_line",
                    "transfer_paper",
                    "transfer_receipt",
                    "transfer_receipt_item",
                    "travel_document_event",
                    "travel_fitness");

    /// Everybody who left with the step that was taken last, with whoever is one with them; those of whom somebody
    /// was taken apart are left out, because their facts stand elsewhere.
    private static final String DEPARTED =
            """
            with departed as materialized (
                select e.id, e.transfer, e.happened_on as on_day, t.kind, t.route, t.destination, t.transit, l.id as line, l.clearance, w.who
                from nostos.transfer_event e join nostos.transfer t on t.id = e.transfer join nostos.transfer_line l on l.transfer = t.id
                cross join lateral (select array(select l.person union
                                                 select other.id from nostos.person p
                                                 join nostos.person_cluster mine on mine.record = p.record
                                                 join nostos.person_cluster theirs on theirs.leader = mine.leader
                                                 join nostos.person other on other.record = theirs.record
                                                 where p.id = l.person) as who) w
                where e.kind = 'DEPARTED' and e.recorded_at > :step
                  and not exists (select from nostos.transfer_line_event x where x.line = l.id and x.recorded_at < e.recorded_at
                                    and x.kind in ('WITHDRAWN', 'TURNED_BACK', 'DIED', 'ESCAPED'))
                  and not exists (select from nostos.split_member s where s.person = any (w.who)))
            """;

    private static final String OF_FACTS = "a fact of ";

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
                    String broken = statement.substring(0, statement.length() - 2);
                    boolean ofDeparture = broken.contains("from departed");
                    laws.add(new Law(name, ofDeparture ? DEPARTED + broken : broken, ofDeparture));
                    statement.setLength(0);
                }
            }
        }
        for (String table : FACTS) {
            laws.add(
                    new Law(
                            OF_FACTS + table + " has no act of its time",
                            UNDATED.formatted(table),
                            false));
        }
        return laws;
    }

    /// Whether a law of this name is one that every table of facts has.
    static boolean isOfFacts(String name) {
        return name.startsWith(OF_FACTS);
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
