package org.nostos.web.listing;

import java.util.List;

/// Where the rows of a long list come from: a store that filters, sorts and counts by itself.
public interface Paged<T> {

    /// Rows of the filtered list in the order asked for; reading them is an act where they speak of
    /// people.
    List<T> rows(int offset, int most);

    /// How many rows the filter leaves.
    long total();

    /// How many there are without it.
    long whole();
}
