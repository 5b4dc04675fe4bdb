package org.nostos.web.listing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

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

    /// Whose key it is.
    UUID of(K key);

    /// Whose row it is.
    UUID whose(T row);

    /// The rows of these, in this order; reading them is an act. Who stands on the list no more is left out.
    default List<T> rowsOf(List<K> keys) {
        Map<UUID, T> rows =
                rows(keys.stream().map(this::of).toList()).stream()
                        .collect(Collectors.toMap(this::whose, Function.identity()));
        return keys.stream().map(key -> rows.get(of(key))).filter(Objects::nonNull).toList();
    }

    /// Gives all rows, takes those that come back for read.
    void read(UnaryOperator<List<T>> shown);
}
