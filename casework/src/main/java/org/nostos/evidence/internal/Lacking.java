package org.nostos.evidence.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.evidence.EvidenceEvent.Hands;
import org.nostos.evidence.EvidenceItem.About;
import org.nostos.evidence.EvidenceStep;

/// What the words of a form leave out.
public final class Lacking {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_REASON = 8000;

    private Lacking() {}

    public static List<Obstacle> of(About about) {
        List<Obstacle> lacking = new ArrayList<>(day(about.obtained()));
        if (missing(about.what(), LONGEST_TEXT)) {
            lacking.add(Obstacle.of("obstacle.evidence.what"));
        }
        if (missing(about.originator(), LONGEST_NAME)) {
            lacking.add(Obstacle.of("obstacle.evidence.originator"));
        }
        if (missing(about.keeper(), LONGEST_NAME) || missing(about.place(), LONGEST_NAME)) {
            lacking.add(Obstacle.of("obstacle.evidence.keeper"));
        }
        if (about.sha256() != null && !about.sha256().matches("[0-9a-f]{64}")) {
            lacking.add(Obstacle.of("obstacle.evidence.sha256"));
        }
        if (missing(about.source(), LONGEST_TEXT)) {
            lacking.add(Obstacle.of("obstacle.evidence.source"));
        }
        return lacking;
    }

    public static List<Obstacle> of(EvidenceStep step) {
        List<Obstacle> lacking = new ArrayList<>(words(step.on(), step.reason()));
        switch (step.kind()) {
            case HANDED -> lacking.addAll(hands(step.hands()));
            case CONSENTED, CONSENT_WITHDRAWN -> {
                if (step.recipient() == null || step.source() == null) {
                    lacking.add(Obstacle.of("obstacle.evidence.recipient"));
                }
            }
            case RELIED_ON, NOT_RELIED_ON -> {
                if (step.use() == null) {
                    lacking.add(Obstacle.of("obstacle.evidence.use"));
                }
            }
            case ESTABLISHED -> {
                if (step.source() == null) {
                    lacking.add(Obstacle.of("obstacle.evidence.source"));
                }
            }
            case LOST, ALLEGED, DISMISSAL_PROPOSED, DISMISSED, DISCLOSED -> {}
        }
        if (step.source() != null && step.source().length() > LONGEST_TEXT) {
            lacking.add(Obstacle.of("obstacle.evidence.source"));
        }
        return lacking;
    }

    /// What a step lacks that says no more than when and why.
    public static List<Obstacle> words(LocalDate on, String reason) {
        List<Obstacle> lacking = new ArrayList<>(day(on));
        if (missing(reason, LONGEST_REASON)) {
            lacking.add(Obstacle.of("obstacle.legal.reason"));
        }
        return lacking;
    }

    private static List<Obstacle> hands(@Nullable Hands hands) {
        boolean whole =
                hands != null
                        && !missing(hands.giver(), LONGEST_NAME)
                        && !missing(hands.receiver(), LONGEST_NAME)
                        && !missing(hands.place(), LONGEST_NAME)
                        && hands.seal().length() <= LONGEST_NAME / 2;
        return whole ? List.of() : List.of(Obstacle.of("obstacle.evidence.hands"));
    }

    private static List<Obstacle> day(LocalDate on) {
        return on.isAfter(LocalDate.now(ZoneOffset.UTC))
                ? List.of(Obstacle.of("obstacle.legal.day-to-come"))
                : List.of();
    }

    private static boolean missing(String text, int longest) {
        return text.isEmpty() || text.length() > longest;
    }
}
