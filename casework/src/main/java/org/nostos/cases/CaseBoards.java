package org.nostos.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.basics.Settler;
import org.nostos.basics.StateCode;
import org.nostos.cases.CaseLists.Line;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Records;
import org.nostos.parties.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The lists over all cases: what alarms, what is due from whom, who could go where and what each still
/// lacks. A page with people on it is an act of reading. Thread-safe.
@Service
@Transactional
public class CaseBoards {

    /// How many days ahead the inbox looks.
    public static final int AHEAD = 14;

    private static final Set<Settler> OF_LAW =
            EnumSet.of(
                    Settler.LEGAL_REVIEWER, Settler.INDEPENDENT_BODY, Settler.COURT, Settler.PANEL);

    private final CaseLists lists;
    private final Records records;
    private final Acts acts;
    private final Clock clock = Clock.systemUTC();

    CaseBoards(CaseLists lists, Records records, Acts acts) {
        this.lists = lists;
        this.records = records;
        this.acts = acts;
    }

    /// A case with the row that names its person.
    public record Named(Line line, AcceptedRecord record) {}

    /// A case under a flag, with the row that names its person.
    public record NamedFlag(CaseLists.Flagged flag, AcceptedRecord record) {}

    @Transactional(readOnly = true)
    public CaseLists.Count count() {
        return lists.count();
    }

    @Transactional(readOnly = true)
    public List<CaseLists.WordCount> words() {
        return lists.words();
    }

    public List<Named> page(
            CaseLists.Wanted wanted, CaseLists.Order order, boolean down, int offset, int most) {
        return named(lists.page(wanted, order, down, offset, most));
    }

    @Transactional(readOnly = true)
    public long count(CaseLists.Wanted wanted) {
        return lists.count(wanted);
    }

    @Transactional(readOnly = true)
    public List<CaseLists.Alarm> alarms() {
        return lists.alarms();
    }

    @Transactional(readOnly = true)
    public long count(String rule) {
        return lists.count(rule);
    }

    public List<NamedFlag> flagged(
            String rule, CaseLists.FlagOrder order, boolean down, int offset, int most) {
        List<CaseLists.Flagged> found = lists.flagged(rule, order, down, offset, most);
        Map<UUID, AcceptedRecord> rows = read(found.stream().map(CaseLists.Flagged::line).toList());
        return found.stream()
                .flatMap(flag ->
                        Stream.ofNullable(rows.get(flag.line().record()))
                                .map(row -> new NamedFlag(flag, row)))
                .toList();
    }

    /// What waits for people in the caller's role, late or due within two weeks.
    @Transactional(readOnly = true)
    public List<CaseLists.Due> due() {
        return lists.due(mine(), LocalDate.now(clock.withZone(ZoneOffset.UTC)).plusDays(AHEAD));
    }

    /// Who can settle what waits for people in the caller's role.
    public static Set<Settler> mine() {
        return Caller.required().role() == Role.LEGAL_REVIEWER
                ? OF_LAW
                : EnumSet.complementOf(EnumSet.copyOf(OF_LAW));
    }

    @Transactional(readOnly = true)
    public List<CaseLists.StateCount> states() {
        return lists.states();
    }

    @Transactional(readOnly = true)
    public List<CaseLists.Group> plan(StateCode state) {
        return lists.plan(state);
    }

    @Transactional(readOnly = true)
    public long inGroup(StateCode state, Collection<String> lacks) {
        return lists.inGroup(state, lacks);
    }

    public List<Named> inGroup(StateCode state, Collection<String> lacks, int offset, int most) {
        return named(lists.inGroup(state, lacks, offset, most));
    }

    /// Gives these cases with the rows that name them, and takes those that come back for read.
    public void named(List<Line> lines, UnaryOperator<List<Named>> shown) {
        Map<UUID, AcceptedRecord> rows = rows(lines);
        List<Named> all =
                lines.stream()
                        .flatMap(line ->
                                Stream.ofNullable(rows.get(line.record()))
                                        .map(row -> new Named(line, row)))
                        .toList();
        act(shown.apply(all).stream().map(Named::line).toList());
    }

    /// The same of cases under a rule.
    public void flagged(List<CaseLists.Flagged> flags, UnaryOperator<List<NamedFlag>> shown) {
        Map<UUID, AcceptedRecord> rows = rows(flags.stream().map(CaseLists.Flagged::line).toList());
        List<NamedFlag> all =
                flags.stream()
                        .flatMap(flag ->
                                Stream.ofNullable(rows.get(flag.line().record()))
                                        .map(row -> new NamedFlag(flag, row)))
                        .toList();
        act(shown.apply(all).stream().map(one -> one.flag().line()).toList());
    }

    private List<Named> named(List<Line> lines) {
        Map<UUID, AcceptedRecord> rows = read(lines);
        return lines.stream()
                .flatMap(line ->
                        Stream.ofNullable(rows.get(line.record())).map(row -> new Named(line, row)))
                .toList();
    }

    private Map<UUID, AcceptedRecord> read(List<Line> lines) {
        act(lines);
        return rows(lines);
    }

    private void act(List<Line> lines) {
        if (!lines.isEmpty()) {
            acts.record(
                    Act.of(
                            "cases.page-read",
                            Purpose.CASEWORK,
                            Map.of("persons", lines.stream().map(Line::person).toList())));
        }
    }

    private Map<UUID, AcceptedRecord> rows(List<Line> lines) {
        return records.byIds(lines.stream().map(Line::record).distinct().toList()).stream()
                .collect(Collectors.toMap(AcceptedRecord::id, Function.identity()));
    }
}
