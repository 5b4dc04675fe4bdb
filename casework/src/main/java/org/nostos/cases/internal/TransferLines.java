package org.nostos.cases.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.nostos.basics.Unmet;
import org.nostos.cases.Standing;
import org.nostos.cases.Step;
import org.nostos.cases.TrackEvent;
import org.nostos.cases.TrackLine;
import org.nostos.transfers.LineEvent;
import org.nostos.transfers.LineStanding;
import org.nostos.transfers.TransferBoard;
import org.nostos.transfers.TransferBoard.Mine;
import org.nostos.transfers.TransferEvent;
import org.nostos.transfers.TransferRule;
import org.nostos.transfers.TransferStanding;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The transfers that somebody is or was on, a line for each.
@Component
@Order(70)
class TransferLines implements CaseTrack {

    private final TransferBoard board;

    TransferLines(TransferBoard board) {
        this.board = board;
    }

    @Override
    public List<Reading> readEach(List<CaseSubject> people) {
        Map<UUID, List<Mine>> mine =
                board.ofEach(CaseSubject.people(people), people.getFirst().at());
        return people.stream()
                .<Reading>map(subject -> new Read(mine.getOrDefault(subject.leader(), List.of())))
                .toList();
    }

    private record Read(List<Mine> mine) implements Reading {

        @Override
        public List<TrackLine> lines() {
            return mine.stream().map(TransferLines::line).toList();
        }

        @Override
        public List<Unmet> open() {
            return mine.stream().flatMap(one -> one.open().stream()).toList();
        }

        /// Whoever is on a transfer cannot be put on another.
        @Override
        public List<Unmet> against(Step step) {
            boolean taken =
                    mine.stream()
                            .map(Mine::line)
                            .anyMatch(line ->
                                    line.state() == LineStanding.State.LISTED
                                            || line.state().isAwaited());
            return step.kind() == Step.Kind.TRANSFER && taken
                    ? List.of(Unmet.of(TransferRule.ELSEWHERE))
                    : List.of();
        }
    }

    private static TrackLine line(Mine one) {
        List<TrackEvent> events =
                new ArrayList<>(
                        Stream.concat(
                                        one.standing().counting().stream()
                                                .map(TransferLines::event),
                                        one.line().counting().stream().map(TransferLines::event))
                                .toList());
        return new TrackLine(
                "transfer",
                one.transfer().number(),
                standing(one),
                "transfer.line." + one.line().state(),
                List.of(),
                events);
    }

    private static Standing standing(Mine one) {
        boolean alarms =
                one.open().stream().anyMatch(line -> line.rule() == TransferRule.NOT_RECEIVED);
        if (alarms) {
            return Standing.STOP;
        }
        return switch (one.line().state()) {
            case LISTED ->
                    one.standing().state() == TransferStanding.State.FREEZE_PROPOSED
                            ? Standing.WAIT
                            : Standing.DOING;
            case ON_THE_WAY, HANDED_OVER -> Standing.WAIT;
            case RECEIVED, FOLLOWED_UP -> Standing.DONE;
            case WITHDRAWN, TURNED_BACK, DIED, ESCAPED, NOT_GONE -> Standing.ENDED;
        };
    }

    private static TrackEvent event(TransferEvent event) {
        return new TrackEvent(
                event.on(), event.recordedAt(), event.by(), "transfer.event." + event.kind());
    }

    private static TrackEvent event(LineEvent event) {
        return new TrackEvent(
                event.on(), event.recordedAt(), event.by(), "transfer.line.event." + event.kind());
    }
}
