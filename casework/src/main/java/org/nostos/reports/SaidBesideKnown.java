package org.nostos.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.basics.StateCode;
import org.nostos.figures.Category;
import org.nostos.figures.Stage;
import org.nostos.figures.Unit;
import org.nostos.identity.Overview;
import org.nostos.identity.Overview.AgeBand;
import org.nostos.identity.Overview.AgeCount;
import org.nostos.identity.Overview.NationalityCount;
import org.nostos.identity.Overviews;
import org.nostos.ledger.Ledger;
import org.nostos.ledger.LedgerEntry;
import org.nostos.ledger.LedgerQuestion;
import org.nostos.ledger.LedgerQuestion.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// What was said of people held beside how many are known here. Thread-safe.
///
/// All tables have one total, so that none of them gives away what another hides.
@Service
public class SaidBesideKnown {

    private static final int READ = 400;
    private static final int SHOWN = 40;
    private static final Set<Category> HELD =
            EnumSet.of(Category.HELD, Category.FOREIGN_HELD, Category.WOMEN, Category.CHILDREN);

    private final Ledger ledger;
    private final Overviews overviews;
    private final Acts acts;
    private final TransactionOperations transaction;

    SaidBesideKnown(
            Ledger ledger, Overviews overviews, Acts acts, TransactionOperations transaction) {
        this.ledger = ledger;
        this.overviews = overviews;
        this.acts = acts;
        this.transaction = transaction;
    }

    /// The report.
    ///
    /// @param said the latest published statements that held on the day or before, and were published when
    ///     it was known
    /// @param bands the ages of the rows of `ages`; the row after them is of those whose age or sex is not
    ///     known, the last one holds the totals
    /// @param ages women, men, not known, and all
    public record Report(
            List<LedgerEntry> said,
            List<AgeBand> bands,
            Suppressed ages,
            List<Nationality> nationalities) {

        public Report {
            said = List.copyOf(said);
            bands = List.copyOf(bands);
            nationalities = List.copyOf(nationalities);
        }

        /// Everybody who is known; null when that is too few to be told.
        public @Nullable Long people() {
            return ages.cells().getLast().getLast();
        }
    }

    /// People of one nationality; null where the number is hidden, and without a state where none is said.
    public record Nationality(@Nullable StateCode state, @Nullable Long people) {}

    /// What held on a day, as it was known at a moment. The report is an act.
    public Report at(LocalDate day, Instant held, Instant known) {
        Overview overview = overviews.at(held, known);
        transaction.executeWithoutResult(status ->
                acts.record(
                        Act.of(
                                "reports.beside-read",
                                Purpose.CASEWORK,
                                Map.of("day", day.toString()))));
        List<AgeBand> bands = overview.ages().stream().map(AgeCount::band).toList();
        Suppressed ages = Suppressed.of(table(overview));
        boolean few = ages.cells().getLast().getLast() == null;
        return new Report(said(day, known), bands, ages, few ? List.of() : nationalities(overview));
    }

    private List<LedgerEntry> said(LocalDate day, Instant known) {
        LedgerQuestion question =
                new LedgerQuestion(
                        null, null, null, null, null, day, Stage.PUBLISHED, Order.HELD, true);
        return ledger.page(question, 0, READ).stream()
                .filter(entry -> HELD.contains(entry.figure().category()))
                .filter(entry -> entry.figure().unit() == Unit.Thing.PERSON)
                .filter(entry -> isPublishedAt(entry, known))
                .limit(SHOWN)
                .toList();
    }

    private static boolean isPublishedAt(LedgerEntry entry, Instant known) {
        Instant at = entry.publishedAt();
        return at != null && !at.isAfter(known);
    }

    /// A row for each band, and one for those whose age or sex nobody knows.
    private static long[][] table(Overview overview) {
        List<AgeCount> ages = overview.ages();
        long[][] table = new long[ages.size() + 1][3];
        long counted = 0;
        for (int i = 0; i < ages.size(); i++) {
            table[i][0] = number(ages.get(i).women());
            table[i][1] = number(ages.get(i).men());
            counted += table[i][0] + table[i][1];
        }
        table[ages.size()][2] = Math.max(0, overview.counts().people() - counted);
        return table;
    }

    private static List<Nationality> nationalities(Overview overview) {
        List<NationalityCount> counts = overview.nationalities();
        long[][] table = new long[counts.size()][1];
        for (int i = 0; i < counts.size(); i++) {
            table[i][0] = number(counts.get(i).people());
        }
        List<List<@Nullable Long>> cells = Suppressed.of(table).cells();
        return java.util.stream.IntStream.range(0, counts.size())
                .mapToObj(i -> new Nationality(counts.get(i).state(), cells.get(i).getFirst()))
                .toList();
    }

    private static long number(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
