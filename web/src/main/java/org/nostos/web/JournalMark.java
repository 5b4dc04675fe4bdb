package org.nostos.web;

/// Where the journal stands, for the foot of every page: the sealed entries and the head in hex.
public record JournalMark(long entries, String head) {

    /// Asked on every page. It must be quick.
    @FunctionalInterface
    public interface Source {
        JournalMark now();
    }

    /// The first twelve hex digits in groups of four, enough to compare two pages by eye.
    public String shortHead() {
        String start = head.substring(0, Math.min(12, head.length()));
        return start.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
