package org.nostos.custody;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.AsOf;

/// When somebody last looked at whether a person has to be held: the room that keeps reviews has a bean
/// of this.
public interface ReviewDays {

    /// The day of the last review of the person known under these ids.
    Optional<LocalDate> last(Collection<UUID> persons, AsOf asOf);
}
