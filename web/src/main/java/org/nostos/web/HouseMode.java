package org.nostos.web;

/// Whether the house works with real people, and whether whoever decides in it gets in with a second
/// factor alone. Whoever starts the house says so.
public record HouseMode(boolean production, boolean secondFactor, boolean invented) {}
