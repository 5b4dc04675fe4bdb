package org.nostos.figures;

/// A part of a text, from `start` up to but without `end`, counted in Unicode code points.
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + " to " + end);
        }
    }

    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }
}
