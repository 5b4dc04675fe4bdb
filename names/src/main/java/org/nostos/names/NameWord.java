package org.nostos.names;

/// One word of a name that bears weight: `text` as it was written, `folded` for comparison.
///
/// The article and `bin` are taken off, and `abd` is one word with what follows it, so that
/// `Abd al-Rahman`, `Abdulrahman` and عبد الرحمن are one word each.
public record NameWord(String text, String folded, Script script) {}
