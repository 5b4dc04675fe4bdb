package org.nostos.figures.internal;

/// A number and those it counts, at one place of the text.
record Mention(Sentence sentence, ReadNumber number, Counted counted) {

    int from() {
        return number.from();
    }

    int to() {
        return Math.max(number.to(), counted.to());
    }

    Kind kind() {
        return counted.noun().kind();
    }
}
