package org.nostos.web.listing;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Where the rows of a list come from whose room knows who stands on it before it reads anybody.
///
/// @param <K> what is known of each row beforehand: enough to sort by, and to choose from
public interface Ordered<K, T> {

    /// Who stands on the list, in its own order.
    List<UUID> order();

    /// The rows of these, in the list's own order; reading them is an act.
    List<T> rows(List<UUID> some);

    /// The keys of all, in the list's own order.
    List<K> keys(Asked asked);

    /// What a key says under the same names, as the columns of the list.
    List<Column<K>> columns();

    /// The rows of these, in this order; reading them is an act.
    List<T> of(List<K> keys);

    /// Gives all rows, takes those that come back for read.
    void read(UnaryOperator<List<T>> shown);
}
