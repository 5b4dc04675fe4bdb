package org.nostos.demo.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Where one list is written: people come in any order, some come twice, some rows are spoiled.
///
/// A form takes the clerk and a person to the cells of a row after its number. `nameColumns` and
/// `dateColumn` count within those cells.
record Desk(Chance chance, Habit habit) {

    /// What a list looks like.
    record Sheet(
            String fileName,
            Optional<Character> separator,
            List<String> heading,
            List<Integer> nameColumns,
            int dateColumn,
            int comeTwice,
            BiFunction<Clerk, Person, List<String>> form) {}

    PaperList write(Sheet sheet, List<Person> people) {
        Clerk clerk = new Clerk(chance.branch(), habit);
        List<Person> queue = new ArrayList<>(people);
        people.stream().filter(person -> chance.in100(sheet.comeTwice())).forEach(queue::add);
        List<PaperList.Row> rows = new ArrayList<>();
        for (Person person : chance.shuffled(queue)) {
            rows.add(
                    new PaperList.Row(sheet.form().apply(clerk, person), Optional.of(person.id())));
        }
        for (Spoiled how : Spoiled.values()) {
            List<String> cells = sheet.form().apply(clerk, chance.oneOf(people));
            rows.add(
                    chance.between(rows.size() / 8, rows.size() - 1),
                    new PaperList.Row(how.spoil(cells, sheet), Optional.empty()));
        }
        return new PaperList(sheet.fileName(), sheet.separator(), sheet.heading(), numbered(rows));
    }

    private static List<PaperList.Row> numbered(List<PaperList.Row> rows) {
        List<PaperList.Row> numbered = new ArrayList<>();
        for (PaperList.Row row : rows) {
            List<String> cells = new ArrayList<>();
            cells.add(Integer.toString(numbered.size() + 1));
            cells.addAll(row.cells());
            numbered.add(new PaperList.Row(List.copyOf(cells), row.person()));
        }
        return numbered;
    }

    /// How a row goes bad.
    private enum Spoiled {
        DAY_THAT_NEVER_WAS("31/02/1990"),
        MONTH_THAT_NEVER_WAS("1987-13-05"),
        NO_NAME(""),
        LETTERS_LOST("\uFFFD\uFFFD\uFFFD\uFFFD \uFFFD\uFFFD\uFFFD"),
        QUESTION_MARKS("????? ????");

        private final String put;

        Spoiled(String put) {
            this.put = put;
        }

        List<String> spoil(List<String> cells, Sheet sheet) {
            List<String> spoiled = new ArrayList<>(cells);
            switch (this) {
                case DAY_THAT_NEVER_WAS, MONTH_THAT_NEVER_WAS ->
                        spoiled.set(sheet.dateColumn(), put);
                case NO_NAME, LETTERS_LOST, QUESTION_MARKS ->
                        sheet.nameColumns().forEach(column -> spoiled.set(column, put));
            }
            return List.copyOf(spoiled);
        }
    }
}
