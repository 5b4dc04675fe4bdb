package org.nostos.postgres.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.PartialDate;
import org.nostos.figures.Figure;
import org.nostos.ledger.ComparedFigures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresComparedFigures implements ComparedFigures {

    private static final String FIGURES =
            """
            select f.*, n.article, n.source_title, n.source_address, n.source_sha256
            from nostos.figure_compared c
            join nostos.figure f on f.id = c.figure join nostos.figure_now n on n.figure = c.figure
            """;

    /// Where a figure without a day stands: before all others.
    private static final LocalDate NO_DAY = LocalDate.of(1, 1, 1);

    private final JdbcClient jdbc;

    PostgresComparedFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(Figure figure) {
        jdbc.sql(
                        """
                        insert into nostos.figure_compared (figure, noun, population, event, day)
                        values (:figure, :noun, :population::uuid, :event::uuid, :day)
                        """)
                .param("figure", figure.id())
                .param("noun", Shelf.NOUN.of(figure))
                .param("population", Shelf.POPULATION.of(figure))
                .param("event", Shelf.EVENT.of(figure))
                .param("day", day(figure))
                .update();
    }

    @Override
    public void take(UUID figure) {
        jdbc.sql("delete from nostos.figure_compared where figure = ?").param(figure).update();
    }

    @Override
    public void clear() {
        jdbc.sql("delete from nostos.figure_compared").update();
    }

    @Override
    public boolean isEmpty() {
        return jdbc.sql("select not exists (select from nostos.figure_compared)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Figure> after(Figure figure, Shelf shelf) {
        UUID name = shelf.of(figure);
        return name == null
                ? List.of()
                : at(FIGURES, figure, shelf, name, ">", "asc")
                        .query((row, number) -> EntryColumns.figure(row))
                        .list();
    }

    @Override
    public List<UUID> before(Figure figure, Shelf shelf) {
        UUID name = shelf.of(figure);
        return name == null
                ? List.of()
                : at(
                                "select c.figure from nostos.figure_compared c ",
                                figure,
                                shelf,
                                name,
                                "<",
                                "desc")
                        .query(UUID.class)
                        .list();
    }

    private JdbcClient.StatementSpec at(
            String from, Figure figure, Shelf shelf, UUID name, String side, String order) {
        String where =
                switch (shelf) {
                    case NOUN ->
                            "where c.noun = :name and (c.day, c.figure) "
                                    + side
                                    + " (:day, :figure)";
                    case POPULATION ->
                            "where c.population = :name and c.day = :day and c.figure "
                                    + side
                                    + " :figure";
                    case EVENT -> "where c.event = :name and c.figure " + side + " :figure";
                };
        String by = " order by c.day " + order + ", c.figure " + order + " limit :most";
        return jdbc.sql(
                        from
                                + where
                                + (shelf == Shelf.EVENT
                                        ? by.replace("c.day " + order + ", ", "")
                                        : by))
                .param("name", name)
                .param("day", day(figure))
                .param("figure", figure.id())
                .param("most", shelf.most());
    }

    @Override
    public List<Figure> series(UUID population, int most) {
        return jdbc.sql(
                        FIGURES
                                + """
                                where c.population = ? and c.day > ? order by c.day desc, c.figure desc limit ?
                                """)
                .params(population, NO_DAY, most)
                .query((row, number) -> EntryColumns.figure(row))
                .list()
                .reversed();
    }

    private static LocalDate day(Figure figure) {
        @Nullable PartialDate day = figure.day();
        return day == null ? NO_DAY : day.first();
    }
}
