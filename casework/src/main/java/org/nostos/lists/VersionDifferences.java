package org.nostos.lists;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.lists.internal.Comparing;
import org.nostos.lists.internal.Likenesses;
import org.nostos.lists.internal.Settling;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// What differs between versions of a list, for any two that the caller may see: who appeared, who
/// vanished, who is described otherwise, and of whom a human must say. Thread-safe.
@Service
public class VersionDifferences {

    private static final int LONGEST_REASON = 2000;

    /// How a comparison stands.
    public sealed interface Standing {
        record Ready(Difference difference) implements Standing {}

        /// It is being made. `total` is 0 while nothing is known of its length.
        record Running(long done, long total) implements Standing {}
    }

    private final Acts acts;
    private final Versions versions;
    private final Records records;
    private final Comparing comparing;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    VersionDifferences(
            Acts acts,
            Versions versions,
            Records records,
            Comparing comparing,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.acts = acts;
        this.versions = versions;
        this.records = records;
        this.comparing = comparing;
        this.events = events;
        this.transaction = transaction;
    }

    /// The accepted versions that the caller may see.
    public List<AcceptedVersion> accepted() {
        return within(versions::all);
    }

    /// The accepted versions of the list that this version is one of, in their order; the version
    /// itself may still wait.
    public List<AcceptedVersion> ofList(UUID list) {
        return within(() -> versions.ofList(list));
    }

    /// The accepted version with this id.
    ///
    /// @throws NoSuchList if the caller may not see it
    public AcceptedVersion version(UUID version) {
        return within(() -> visible(version));
    }

    /// The version of the same list before this one, if there is one.
    public Optional<AcceptedVersion> before(AcceptedVersion version) {
        List<AcceptedVersion> all = ofList(version.list());
        int at = all.stream().map(AcceptedVersion::id).toList().indexOf(version.id());
        return at <= 0 ? Optional.empty() : Optional.of(all.get(at - 1));
    }

    /// The difference, waiting so long for it. Counts and ids: nobody is read by it.
    ///
    /// @throws NoSuchList if the caller may not see both versions
    public Standing between(VersionPair pair, Duration patience) {
        within(() -> {
            visible(pair.older());
            return visible(pair.newer());
        });
        CompletableFuture<Likenesses> asked = comparing.ask(pair);
        try {
            Likenesses found = asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Standing.Ready(within(() -> Settling.of(found, versions.said(pair))));
        } catch (TimeoutException e) {
            Comparing.Far far = comparing.progress(pair);
            return new Standing.Running(far.done(), far.total());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Standing.Running(0, 0);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the versions could not be compared", e);
        }
    }

    /// These records of the two versions, with names: a page of a difference. Reading it is an act.
    public List<AcceptedRecord> page(VersionPair pair, List<UUID> ids) {
        return within(() -> {
            List<AcceptedRecord> rows = records.byIds(versions.among(pair, ids));
            read(pair, rows.stream().map(AcceptedRecord::id).toList());
            return rows;
        });
    }

    /// Gives these records of the two versions to `shown`; those whose ids come back are read by it, which
    /// is an act.
    public void choose(
            VersionPair pair,
            List<UUID> ids,
            Function<List<AcceptedRecord>, Collection<UUID>> shown) {
        within(() -> {
            List<UUID> chosen =
                    versions.among(
                            pair,
                            List.copyOf(shown.apply(records.byIds(versions.among(pair, ids)))));
            read(pair, chosen);
            return chosen;
        });
    }

    private void read(VersionPair pair, List<UUID> asked) {
        if (!asked.isEmpty()) {
            acts.record(
                    Act.of(
                            "lists.difference-read",
                            Purpose.INTAKE,
                            Map.of(
                                    "older",
                                    pair.older(),
                                    "newer",
                                    pair.newer(),
                                    "records",
                                    asked)));
        }
    }

    /// What was said last of each pair of rows of two versions.
    public List<RowSaying> said(VersionPair pair) {
        return within(() -> versions.said(pair));
    }

    /// What can be said of two rows.
    public enum Word {
        SAME,
        NOT_SAME,
        TAKE_BACK
    }

    /// Says that a row of the older version and one of the newer are the same row, or are not, or takes
    /// back what was said. Nobody is joined by it.
    public List<Obstacle> say(VersionPair pair, UUID older, UUID newer, Word word, String reason) {
        String why = reason.strip();
        if (why.length() > LONGEST_REASON) {
            return List.of(Obstacle.of("obstacle.lists.row-reason"));
        }
        if (!(between(pair, Duration.ofMinutes(2)) instanceof Standing.Ready(Difference before))) {
            return List.of(Obstacle.of("obstacle.lists.still-comparing"));
        }
        return within(() -> sayWithin(pair, older, newer, word, why, before));
    }

    private List<Obstacle> sayWithin(
            VersionPair pair, UUID older, UUID newer, Word word, String why, Difference before) {
        AcceptedVersion version = visible(pair.newer());
        if (versions.among(pair, List.of(older, newer)).size() != 2
                || !visible(pair.older()).party().equals(version.party())) {
            return List.of(Obstacle.of("obstacle.lists.not-those-rows"));
        }
        UUID act =
                acts.record(
                        Act.of(kind(word), Purpose.INTAKE, Map.of("older", older, "newer", newer))
                                .withReason(why.isEmpty() ? null : why));
        versions.say(older, newer, version.party(), same(word), why, act);
        tellVanished(pair, version, before, act);
        return List.of();
    }

    private static String kind(Word word) {
        return switch (word) {
            case SAME -> "lists.row-same";
            case NOT_SAME -> "lists.row-not-same";
            case TAKE_BACK -> "lists.row-taken-back";
        };
    }

    private static @Nullable Boolean same(Word word) {
        return word == Word.TAKE_BACK ? null : Boolean.valueOf(word == Word.SAME);
    }

    /// Whoever vanishes by what was said is told of like those that a comparison found.
    private void tellVanished(
            VersionPair pair, AcceptedVersion newer, Difference before, UUID act) {
        Likenesses found = comparing.ask(pair).join();
        Set<UUID> vanished = new HashSet<>(Settling.of(found, versions.said(pair)).vanished());
        before.vanished().forEach(vanished::remove);
        boolean neighbours = versions.neighbours().contains(pair);
        if (neighbours && newer.supersededBy() == null && !vanished.isEmpty()) {
            events.publishEvent(new RowsVanished(pair, newer.party(), List.copyOf(vanished), act));
        }
    }

    private AcceptedVersion visible(UUID version) {
        return versions.byId(version).orElseThrow(() -> new NoSuchList(version));
    }

    private <T> T within(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
