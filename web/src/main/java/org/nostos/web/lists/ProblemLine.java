package org.nostos.web.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.RowProblem;

/// A row that needs a look, in words: where, what was received, why, and what became of it.
record ProblemLine(
        long line, int column, String received, @Nullable String tongue, String why, String then) {

    /// The headings and the lines as CSV, to send back. A cell that a spreadsheet would take for a
    /// formula is written as text.
    static String csv(List<String> headings, List<ProblemLine> lines) {
        StringBuilder csv = new StringBuilder("\uFEFF");
        write(headings, csv);
        for (ProblemLine line : lines) {
            write(
                    List.of(
                            Long.toString(line.line),
                            line.column == 0 ? "" : Integer.toString(line.column),
                            line.received,
                            line.why,
                            line.then),
                    csv);
        }
        return csv.toString();
    }

    private static void write(List<String> cells, StringBuilder csv) {
        for (int i = 0; i < cells.size(); i++) {
            csv.append(i == 0 ? "\"" : ",\"");
            csv.append(harmless(cells.get(i)).replace("\"", "\"\"")).append('"');
        }
        csv.append("\r\n");
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    /// The lines of these problems.
    static List<ProblemLine> of(List<RowProblem> problems, FaultWords words) {
        return problems.stream()
                .map(problem ->
                        new ProblemLine(
                                problem.line(),
                                problem.column(),
                                problem.received(),
                                Tongue.of(problem.received()),
                                words.why(problem),
                                words.then(problem)))
                .toList();
    }
}
