package org.nostos.lists.internal;

import java.util.Arrays;
import java.util.List;
import org.nostos.basics.PartialDate;
import org.nostos.lists.RowFault;

/// What reading a written date came to.
public sealed interface DateRead {

    /// A date as far as it is known.
    record Known(PartialDate date) implements DateRead {}

    /// Something was written that is no date. The arguments fill the fault's message.
    record Faulty(RowFault fault, List<String> arguments) implements DateRead {

        static Faulty of(RowFault fault, Object... arguments) {
            return new Faulty(fault, Arrays.stream(arguments).map(String::valueOf).toList());
        }
    }

    /// Nothing was written, or only zeros or dashes.
    record None() implements DateRead {}
}
