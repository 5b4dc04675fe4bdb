package org.nostos.names.internal;

import org.nostos.names.NameWord;

/// A word of a name with its place in the text: `[start, end)` is the word, and from `lead` to
/// `start` stand the separators, articles and particles before it, also an article written with it.
record Word(NameWord word, int lead, int start, int end) {}
