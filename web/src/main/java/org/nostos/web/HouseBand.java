package org.nostos.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.parties.Caller;

/// Lines that stand above every page, with or without a reader: what holds for the whole house.
@FunctionalInterface
public interface HouseBand {

    List<Band> now(@Nullable Caller caller);
}
