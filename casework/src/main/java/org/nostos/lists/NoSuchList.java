package org.nostos.lists;

import java.util.NoSuchElementException;
import java.util.UUID;

/// No version of a list with this id is there for the caller to see.
public final class NoSuchList extends NoSuchElementException {

    private static final long serialVersionUID = 1L;

    public NoSuchList(UUID version) {
        super("no such version of a list: " + version);
    }
}
