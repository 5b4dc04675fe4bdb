package org.nostos.lists;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;

/// Something that happened to a version of a list, and who did it.
///
/// `byName` is absent where the caller may not know the account.
public record ListEvent(UUID id, Instant at, UUID by, @Nullable String byName, What what) {

    /// What happened.
    public sealed interface What {}

    /// The file came, and its bytes are kept.
    public record Received() implements What {}

    /// Somebody said how the file is to be read. It is gone through anew.
    public record LaidOut(Layout layout) implements What {}

    /// The file was gone through once, as the event `asked` wants it. Before there was more than one
    /// way to read a file, nothing was asked.
    public record Checked(Survey survey, @Nullable UUID asked) implements What {}

    /// The file could not be gone through to its end, as the event `asked` wants it.
    public record Unreadable(Obstacle obstacle, UUID asked) implements What {}

    /// Somebody said what its columns mean. The event's id names the mapping.
    public record Mapped(Mapping mapping) implements What {}

    /// All its rows were read under this mapping. `people` are those whom the good rows name: a row
    /// may name a household.
    public record Staged(UUID mapping, long rows, long good, long problems, long people)
            implements What {

        /// Before rows could name households, a good row was a person.
        public Staged {
            people = Math.max(people, good);
        }
    }

    /// Somebody accepted it as it is staged. Its records are being made.
    public record Accepting(UUID mapping) implements What {}

    /// What somebody accepted stands: so many records, so many rows left out.
    public record Accepted(long records, long leftOut) implements What {}

    /// Somebody refused it whole.
    public record Rejected(String reason) implements What {}

    /// A later version of the list was accepted. This one stays readable.
    public record Superseded(UUID by) implements What {}

    /// The events since somebody last asked for the file to be gone through, that one first. What was
    /// found or chosen before that counts no more.
    public static List<ListEvent> current(List<ListEvent> events) {
        for (int i = events.size() - 1; i > 0; i--) {
            if (asks(events.get(i))) {
                return events.subList(i, events.size());
            }
        }
        return events;
    }

    private static boolean asks(ListEvent event) {
        return event.what() instanceof Received || event.what() instanceof LaidOut;
    }

    /// The check, or the failure of it, that answers the last asking.
    public static Optional<ListEvent> latestCheck(List<ListEvent> events) {
        List<ListEvent> current = current(events);
        return current.stream().filter(event -> answers(event, current.getFirst())).findFirst();
    }

    private static boolean answers(ListEvent event, ListEvent asking) {
        return switch (event.what()) {
            case Checked checked -> checked.asked() == null || asking.id().equals(checked.asked());
            case Unreadable unreadable -> asking.id().equals(unreadable.asked());
            case Received _,
                    LaidOut _,
                    Mapped _,
                    Staged _,
                    Accepting _,
                    Accepted _,
                    Rejected _,
                    Superseded _ ->
                    false;
        };
    }

    /// The mapping that counts: the last one since the check that counts.
    public static Optional<ListEvent> latestMapped(List<ListEvent> events) {
        Optional<ListEvent> check = latestCheck(events);
        return check.flatMap(found ->
                events.subList(events.indexOf(found), events.size()).reversed().stream()
                        .filter(event -> event.what() instanceof Mapped)
                        .findFirst());
    }

    /// The counts of a staging under this mapping, if it came to its end.
    public static Optional<Staged> stagedUnder(List<ListEvent> events, UUID mapping) {
        return events.stream()
                .map(ListEvent::what)
                .filter(Staged.class::isInstance)
                .map(Staged.class::cast)
                .filter(staged -> staged.mapping().equals(mapping))
                .findFirst();
    }
}
