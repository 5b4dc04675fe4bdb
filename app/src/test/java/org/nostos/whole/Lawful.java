package org.nostos.whole;

import java.sql.Timestamp;
import java.util.List;

/// What may never stand in the tables, whoever wrote it and by whatever way, read straight from them. Each
/// line of `unlawful.sql` gives the facts that break one law.
final class Lawful {

    /// How many facts there are in all rooms of the case.
    static final String FACTS_OF_ALL;

    private static final List<Law> LAWS = Laws.all();

    static {
        FACTS_OF_ALL =
                "select "
                        + String.join(
                                " + ",
                                Laws.FACTS.stream()
                                        .map(t -> "(select count(*) from nostos." + t + ")")
                                        .toList());
    }

    private Lawful() {}

    /// @param ofDeparture whether it is about those who left with the last step
    record Law(String name, String broken, boolean ofDeparture) {}

    /// Fails if a law is broken by what was recorded since this play began.
    static void holds(Play play) {
        boolean left =
                play.cast
                        .tables()
                        .sql(
                                "select exists (select from nostos.transfer_event where kind = 'DEPARTED' and recorded_at > ?)")
                        .param(Timestamp.from(play.step))
                        .query(Boolean.class)
                        .single();
        for (Law law : LAWS) {
            if (law.ofDeparture() && !left) {
                continue;
            }
            List<String> broken =
                    play.cast
                            .tables()
                            .sql(law.broken())
                            .param("begun", Timestamp.from(play.begun))
                            .param("step", Timestamp.from(play.step))
                            .query(String.class)
                            .list();
            if (!broken.isEmpty()) {
                throw new Play.Unlawful(law.name() + ": " + broken);
            }
        }
    }
}
