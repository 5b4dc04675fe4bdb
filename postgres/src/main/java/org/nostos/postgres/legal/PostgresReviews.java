package org.nostos.postgres.legal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.legal.PrisonTerm;
import org.nostos.legal.Proceeding;
import org.nostos.legal.Proceeding.Sentence;
import org.nostos.legal.ReviewEvent;
import org.nostos.legal.ReviewEvent.Outcome;
import org.nostos.legal.Reviews;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresReviews implements Reviews {

    private static final String REVIEWS =
            """
            select e.id, e.review, e.kind, e.outcome, e.due, e.panel, e.language, e.interpreter,
                   e.happened_on, e.reason, e.source, e.account, e.recorded_at, %s
            from nostos.law_review_event e
            """
                            .formatted(LawRows.OF + LawRows.BY)
                    + LawRows.SIGNED;

    private static final String PROCEEDINGS =
            """
            select e.id, e.proceeding, e.kind, e.sentence, e.term_life, e.term_years, e.term_months,
                   e.term_days, e.runs_from, e.credited, e.happened_on, e.reason, e.source, e.account, e.recorded_at, %s
            from nostos.law_proceeding_event e
            """
                            .formatted(LawRows.OF + LawRows.BY)
                    + LawRows.SIGNED;

    private final JdbcClient jdbc;

    PostgresReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ReviewEvent> of(Collection<UUID> persons) {
        return jdbc.sql(REVIEWS + LawRows.OF_PERSONS)
                .param("ids", LawRows.ids(persons))
                .query(PostgresReviews::review)
                .list();
    }

    @Override
    public void add(ReviewEvent event, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.law_review_event (id, review, person, party, kind, outcome, due, panel, language,
                                                             interpreter, happened_on, reason, source, account, act)
                        values (?, ?, ?, nostos.caller_party(), ?, ?, ?, ?, ?, ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(event.stamp().id())
                .param(event.review())
                .param(event.stamp().person())
                .param(event.kind().name())
                .param(event.outcome() == null ? null : event.outcome().name())
                .param(event.due())
                .param(event.panel())
                .param(event.language())
                .param(event.interpreter())
                .param(event.stamp().on())
                .param(event.reason())
                .param(event.source())
                .param(act)
                .update();
    }

    @Override
    public List<Proceeding.Event> proceedings(Collection<UUID> persons) {
        return jdbc.sql(PROCEEDINGS + LawRows.OF_PERSONS)
                .param("ids", LawRows.ids(persons))
                .query(PostgresReviews::proceeding)
                .list();
    }

    @Override
    public void add(Proceeding.Event event, UUID act) {
        Sentence sentence = event.sentence();
        PrisonTerm term = event.term();
        Period length = term == null ? null : term.length();
        jdbc.sql(
                        """
                        insert into nostos.law_proceeding_event (id, proceeding, person, party, kind, sentence, term_life,
                                                                 term_years, term_months, term_days, runs_from, credited,
                                                                 happened_on, reason, source, account, act)
                        values (?, ?, ?, nostos.caller_party(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(event.stamp().id())
                .param(event.proceeding())
                .param(event.stamp().person())
                .param(event.kind().name())
                .param(sentence == null ? null : sentence.name())
                .param(term != null && term.life())
                .param(length == null ? null : length.getYears())
                .param(length == null ? null : length.getMonths())
                .param(length == null ? null : length.getDays())
                .param(term == null ? null : term.from())
                .param(term == null ? null : term.credited())
                .param(event.stamp().on())
                .param(event.reason())
                .param(event.source())
                .param(act)
                .update();
    }

    private static ReviewEvent review(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        return new ReviewEvent(
                LawRows.stamp(row),
                row.getObject("review", UUID.class),
                ReviewEvent.Kind.valueOf(row.getString("kind")),
                outcome == null ? null : Outcome.valueOf(outcome),
                LawRows.day(row, "due"),
                row.getString("panel"),
                row.getString("language"),
                row.getString("interpreter"),
                row.getString("reason"),
                row.getString("source"));
    }

    private static Proceeding.Event proceeding(ResultSet row, int number) throws SQLException {
        String sentence = row.getString("sentence");
        return new Proceeding.Event(
                LawRows.stamp(row),
                row.getObject("proceeding", UUID.class),
                Proceeding.Kind.valueOf(row.getString("kind")),
                sentence == null ? null : Sentence.valueOf(sentence),
                term(row),
                row.getString("reason"),
                row.getString("source"));
    }

    private static @Nullable PrisonTerm term(ResultSet row) throws SQLException {
        if (!"PRISON".equals(row.getString("sentence"))
                && !"TERM_STATED".equals(row.getString("kind"))) {
            return null;
        }
        Integer years = row.getObject("term_years", Integer.class);
        return new PrisonTerm(
                years == null
                        ? null
                        : Period.of(years, row.getInt("term_months"), row.getInt("term_days")),
                row.getBoolean("term_life"),
                LawRows.day(row, "runs_from"),
                row.getObject("credited", Integer.class));
    }
}
