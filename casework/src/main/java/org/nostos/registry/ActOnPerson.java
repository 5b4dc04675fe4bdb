package org.nostos.registry;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One act that hangs on a person, as a line for whoever takes the person apart.
///
/// @param id of the act's fact in its room
/// @param what the end of the message that names the act
/// @param subject the key of the message that says what about, if there is one
/// @param text what was said or chosen, in its own words; empty when that is all
/// @param madeOn the person it was done on, who may stand for all that were joined with them
/// @param record the record it rests on, if it rests on one
/// @param otherRecord the other record, if the act ties two; taken apart, it is taken back
public record ActOnPerson(
        String room,
        UUID id,
        String what,
        @Nullable String subject,
        String text,
        String by,
        Instant at,
        Person madeOn,
        @Nullable UUID record,
        @Nullable UUID otherRecord,
        Belongs belongs) {

    /// To how many of the groups the act can belong.
    public enum Belongs {
        /// To the group of its record, and nobody has to say so.
        WITH_RECORD,
        /// To one of them.
        TO_ONE,
        /// To one of them, or to every one alike.
        TO_ANY
    }
}
