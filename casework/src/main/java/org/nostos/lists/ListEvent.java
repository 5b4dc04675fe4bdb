package org.nostos.lists;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that happened to a version of a list, and who did it.
///
/// `byName` is absent where the caller may not know the account.
public record ListEvent(UUID id, Instant at, UUID by, @Nullable String byName, What what) {

    /// What happened.
    public sealed interface What {}

    /// The file came, and its bytes are kept.
    public record Received() implements What {}

    /// The file was gone through once.
    public record Checked(Survey survey) implements What {}

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

    /// Somebody accepted it: so many records stand, so many rows were left out.
    public record Accepted(long records, long leftOut) implements What {}

    /// Somebody refused it whole.
    public record Rejected(String reason) implements What {}

    /// A later version of the list was accepted. This one stays readable.
    public record Superseded(UUID by) implements What {}

    /// The mapping that counts: the last one.
    public static Optional<ListEvent> latestMapped(List<ListEvent> events) {
        return events.reversed().stream()
                .filter(event -> event.what() instanceof Mapped)
                .findFirst();
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
