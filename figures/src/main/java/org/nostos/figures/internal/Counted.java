package org.nostos.figures.internal;

/// Those who are counted: the noun, and the tokens that name them.
///
/// `anaphoric` says that the noun stands elsewhere: "nine were recaptured", "800 of them".
record Counted(Noun noun, int from, int to, boolean anaphoric) {}
