package org.nostos.figures.internal;

/// A run of tokens, from `from` up to but without `to`. `paragraph` counts the paragraphs of the text.
record Sentence(int from, int to, int paragraph) {

    boolean holds(int token) {
        return token >= from && token < to;
    }
}
