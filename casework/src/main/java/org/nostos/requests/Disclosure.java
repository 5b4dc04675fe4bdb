package org.nostos.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.basics.StateCode;

/// A draft of what is to be told: these fields of a person, to this state, for this request, until that
/// day, with the test of harm.
///
/// @param harmFound whether telling it might be to the detriment of the person or their relatives
/// @param harm what was looked at, in the words of whoever looked
public record Disclosure(
        UUID id,
        UUID person,
        StateCode state,
        AskedFor asked,
        Set<FieldRole> fields,
        LocalDate until,
        boolean harmFound,
        String harm,
        @Nullable Exception exception,
        UUID account,
        String by,
        Instant recordedAt) {

    public Disclosure {
        fields = fields.isEmpty() ? Set.of() : EnumSet.copyOf(fields);
    }

    /// Why the person’s consular choice is not asked for, with its ground in their words.
    public record Exception(Kind kind, String ground) {

        public enum Kind {
            /// A treaty in force binds to give this notice whatever the person chose.
            TREATY,
            /// A guardian is to be appointed (Vienna Convention on Consular Relations, art. 37(b)).
            GUARDIAN
        }
    }
}
