package org.nostos.web.listing;

import java.util.List;
import java.util.function.UnaryOperator;

/// Where the rows of a list come from that is mostly looked at as it comes: the store gives a page of its
/// own order, and all rows once somebody asks for a filter or another order.
public interface Stored<T> {

    /// Rows in the list's own order; reading them is an act where they speak of people.
    List<T> page(int offset, int most);

    /// How many there are.
    long whole();

    /// Gives all rows, takes what comes back for read, and gives it on.
    List<T> read(UnaryOperator<List<T>> shown);
}
