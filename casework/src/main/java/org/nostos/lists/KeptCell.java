package org.nostos.lists;

/// A cell that no use was found for, kept as received under the list's own heading.
///
/// `column` counts from 1; `heading` is empty where the list has none.
public record KeptCell(int column, String heading, String text) {}
