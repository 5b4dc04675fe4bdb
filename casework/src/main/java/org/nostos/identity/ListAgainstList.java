package org.nostos.identity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.identity.SideBySide.Row;
import org.nostos.identity.internal.SideQuestions;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.AcceptedVersion;
import org.nostos.lists.NoSuchList;
import org.nostos.lists.Records;
import org.nostos.lists.VersionDifferences;
import org.nostos.parties.Caller;
import org.nostos.parties.PartyKind;
import org.nostos.registry.Person;
import org.nostos.registry.Persons;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Sets one list against another: who stands on both, of whom that is asked, and who stands on one
/// alone.
///
/// The committee's reviewers set lists of different parties against each other, by what is judged.
/// Anybody else sets lists of their own party against each other, by what their own people said and by
/// what these two lists show: to them a match with another party's list would be a disclosure.
/// Thread-safe.
@Service
public class ListAgainstList {

    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final int LONGEST_PURPOSE = 500;

    /// What comes of asking.
    public sealed interface Answer {
        record Done(SideBySide sides) implements Answer {}

        /// The two lists are being compared. `total` is 0 while nothing is known of its length.
        record Running(long done, long total) implements Answer {}
    }

    /// What leaves the house, and the act that says so.
    public sealed interface Copy<T> {
        record Made<T>(UUID act, T made) implements Copy<T> {}

        record Refused<T>(List<Obstacle> obstacles) implements Copy<T> {}
    }

    private final Acts acts;
    private final VersionDifferences versions;
    private final SideQuestions questions;
    private final Records records;
    private final Persons persons;
    private final TransactionTemplate transaction;

    ListAgainstList(
            Acts acts,
            VersionDifferences versions,
            SideQuestions questions,
            Records records,
            Persons persons,
            TransactionTemplate transaction) {
        this.acts = acts;
        this.versions = versions;
        this.questions = questions;
        this.records = records;
        this.persons = persons;
        this.transaction = transaction;
    }

    /// The accepted versions that the caller may set against each other.
    public List<AcceptedVersion> choices() {
        return versions.accepted().stream().filter(ListAgainstList::isForCaller).toList();
    }

    /// The rows of two versions, by ids alone: nobody is read by it.
    ///
    /// @throws NoSuchList if either is not among the caller's choices
    public Answer compare(UUID left, UUID right) {
        AcceptedVersion one = choice(left);
        AcceptedVersion other = choice(right);
        if (left.equals(right)) {
            throw new IllegalArgumentException("a list is not set against itself");
        }
        if (reviews()) {
            return new Answer.Done(
                    new SideBySide(one, other, within(() -> questions.judged(left, right))));
        }
        return questions.ofOneParty(
                left, right, PATIENCE, rows -> new SideBySide(one, other, rows));
    }

    /// These rows with names. Reading them is an act.
    public List<SideLine> read(SideBySide sides, List<Row> rows) {
        return within(() -> {
            if (!rows.isEmpty()) {
                Map<String, Object> detail = detail(sides, rows.size());
                detail.put("records", ids(rows));
                acts.record(Act.of("identity.lists-compared", purpose(), detail));
            }
            return lines(rows);
        });
    }

    /// These rows for a sheet of paper: an act of its own, with what the sheet is for.
    public Copy<List<SideLine>> print(SideBySide sides, List<Row> rows, String statedPurpose) {
        if (unstated(statedPurpose)) {
            return new Copy.Refused<>(List.of(Obstacle.of("obstacle.compare.purpose")));
        }
        return within(() -> {
            Act act = Act.of("identity.lists-printed", purpose(), detail(sides, rows.size()));
            UUID entry = acts.record(act.withReason(statedPurpose.strip()));
            return new Copy.Made<>(entry, lines(rows));
        });
    }

    /// These rows as a file that `write` makes of them: an act with the file's hash and what it is for.
    public Copy<byte[]> export(
            SideBySide sides,
            List<Row> rows,
            String statedPurpose,
            Function<List<SideLine>, byte[]> write) {
        if (unstated(statedPurpose)) {
            return new Copy.Refused<>(List.of(Obstacle.of("obstacle.compare.purpose")));
        }
        return within(() -> {
            byte[] file = write.apply(lines(rows));
            Act act = Act.of("identity.lists-exported", purpose(), detail(sides, rows.size()));
            UUID entry =
                    acts.record(act.withReason(statedPurpose.strip()).withDocument(sha256(file)));
            return new Copy.Made<>(entry, file);
        });
    }

    private static boolean unstated(String purpose) {
        return purpose.isBlank() || purpose.strip().length() > LONGEST_PURPOSE;
    }

    private static Map<String, Object> detail(SideBySide sides, int rows) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("lists", List.of(sides.left().list(), sides.right().list()));
        detail.put("versions", List.of(sides.left().id(), sides.right().id()));
        detail.put("rows", rows);
        return detail;
    }

    private AcceptedVersion choice(UUID version) {
        AcceptedVersion found = versions.version(version);
        if (!isForCaller(found)) {
            throw new NoSuchList(version);
        }
        return found;
    }

    private static boolean isForCaller(AcceptedVersion version) {
        return reviews() || version.party().equals(Caller.required().party());
    }

    private static boolean reviews() {
        Caller me = Caller.required();
        return me.partyKind() == PartyKind.COORDINATING_COMMITTEE
                && (me.role() == Role.IDENTITY_REVIEWER || me.role() == Role.SECOND_REVIEWER);
    }

    private static Purpose purpose() {
        return reviews() ? Purpose.IDENTITY_REVIEW : Purpose.CASEWORK;
    }

    private List<SideLine> lines(List<Row> rows) {
        List<UUID> ids = ids(rows);
        Map<UUID, AcceptedRecord> read =
                records.byIds(ids).stream()
                        .collect(Collectors.toMap(AcceptedRecord::id, Function.identity()));
        Map<UUID, Person> people =
                persons.ofRecords(ids).stream()
                        .collect(Collectors.toMap(Person::record, Function.identity()));
        return rows.stream()
                .map(row ->
                        new SideLine(
                                row,
                                entries(row.left(), read, people),
                                entries(row.right(), read, people)))
                .toList();
    }

    private static List<SideLine.Entry> entries(
            List<UUID> ids, Map<UUID, AcceptedRecord> read, Map<UUID, Person> people) {
        return ids.stream()
                .map(id ->
                        new SideLine.Entry(
                                Objects.requireNonNull(read.get(id)),
                                Objects.requireNonNull(people.get(id))))
                .toList();
    }

    private static List<UUID> ids(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> Stream.concat(row.left().stream(), row.right().stream()))
                .toList();
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private <T> T within(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
