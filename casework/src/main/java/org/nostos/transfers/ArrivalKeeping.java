package org.nostos.transfers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.basics.PartialDate;
import org.nostos.basics.Role;
import org.nostos.basics.Unmet;
import org.nostos.custody.CustodyEntry;
import org.nostos.custody.CustodyKeeping;
import org.nostos.custody.CustodyKind;
import org.nostos.parties.Caller;
import org.nostos.transfers.LineEvent.Found;
import org.nostos.transfers.LineEvent.Why;
import org.nostos.transfers.TransferEvent.Said;
import org.nostos.transfers.internal.Load;
import org.nostos.transfers.internal.Loads;
import org.nostos.transfers.internal.TransferDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// What happens after departure, as the committee records it: who came, by a paper of the receiver; who came back; and
/// how somebody found them later. Thread-safe.
@Service
@Transactional
public class ArrivalKeeping {

    private static final int LONGEST_WHO = 200;

    private final TransferDesk desk;
    private final Transfers transfers;
    private final Loads loads;
    private final CustodyKeeping custody;

    ArrivalKeeping(TransferDesk desk, Transfers transfers, Loads loads, CustodyKeeping custody) {
        this.desk = desk;
        this.transfers = transfers;
        this.loads = loads;
        this.custody = custody;
    }

    /// How somebody was found when a monitor or a consul looked.
    ///
    /// @param who looked, and for whom
    /// @param next when somebody looks again, if anybody does
    public record Look(Found found, String who, String findings, @Nullable LocalDate next) {
        public Look {
            who = who.strip();
            findings = findings.strip();
        }

        List<Obstacle> faults(LocalDate on) {
            List<Obstacle> faults = new ArrayList<>();
            if (who.isEmpty() || who.length() > LONGEST_WHO) {
                faults.add(Obstacle.of("obstacle.transfer.looked"));
            }
            if (findings.isEmpty() || findings.length() > LONGEST_FINDINGS) {
                faults.add(Obstacle.of("obstacle.transfer.findings"));
            }
            if (next != null && !next.isAfter(on)) {
                faults.add(Obstacle.of("obstacle.transfer.next-look"));
            }
            return faults;
        }
    }

    private static final int LONGEST_FINDINGS = 4000;

    /// The receiver says, on a signed paper, that these came.
    public List<Obstacle> receive(TransferStep step, Collection<UUID> lines) {
        Load load = loads.turn(step.transfer());
        List<Passenger> meant = meant(load, lines);
        List<Obstacle> obstacles = common(step, load, meant, lines);
        if (step.source().isEmpty()) {
            obstacles.add(Obstacle.of("obstacle.transfer.source"));
        }
        boolean awaited =
                load.standing().state() == TransferStanding.State.HANDED_OVER
                        && !load.standing().isBefore(TransferEvent.Kind.HANDED_OVER, step.on())
                        && meant.stream().allMatch(one -> one.standing().state().isAwaited());
        if (!awaited) {
            obstacles.add(Unmet.of(TransferRule.ORDER).obstacle());
        }
        return write(
                obstacles, step, meant, LineEvent.Kind.RECEIVED, null, "", null, step.reason());
    }

    /// Somebody looked how these are treated.
    public List<Obstacle> follow(TransferStep step, Collection<UUID> lines, Look look) {
        Load load = loads.turn(step.transfer());
        List<Passenger> meant = meant(load, lines);
        List<Obstacle> obstacles = common(step, load, meant, lines);
        obstacles.addAll(look.faults(step.on()));
        if (!meant.stream().allMatch(one -> one.standing().isReceivedBy(step.on()))) {
            obstacles.add(Unmet.of(TransferRule.ORDER).obstacle());
        }
        return write(
                obstacles,
                step,
                meant,
                LineEvent.Kind.FOLLOWED_UP,
                look.found.name(),
                look.who,
                look.next,
                look.findings);
    }

    /// These did not go on: they are back where they were held.
    public List<Obstacle> turnBack(TransferStep step, Collection<UUID> lines, Why why) {
        Load load = loads.turn(step.transfer());
        List<Passenger> meant = meant(load, lines);
        List<Obstacle> obstacles = common(step, load, meant, lines);
        obstacles.addAll(reasoned(step));
        if (load.standing().state() != TransferStanding.State.DEPARTED
                || load.standing().isBefore(TransferEvent.Kind.DEPARTED, step.on())) {
            obstacles.add(Unmet.of(TransferRule.ORDER).obstacle());
        }
        if (!obstacles.isEmpty()) {
            return obstacles;
        }
        write(
                obstacles,
                step,
                meant,
                LineEvent.Kind.TURNED_BACK,
                why.name(),
                "",
                null,
                step.reason());
        return onTheWay(load, meant, step, CustodyKind.RETURNED);
    }

    /// These died on the way, or escaped, as somebody says who was there.
    ///
    /// @param what [LineEvent.Kind#DIED] or [LineEvent.Kind#ESCAPED]
    public List<Obstacle> lost(TransferStep step, Collection<UUID> lines, LineEvent.Kind what) {
        if (what != LineEvent.Kind.DIED && what != LineEvent.Kind.ESCAPED) {
            throw new IllegalArgumentException("not something that happens on the way: " + what);
        }
        Load load = loads.turn(step.transfer());
        List<Passenger> meant = meant(load, lines);
        List<Obstacle> obstacles = common(step, load, meant, lines);
        obstacles.addAll(reasoned(step));
        if (step.source().isEmpty()) {
            obstacles.add(Obstacle.of("obstacle.transfer.source"));
        }
        if (load.standing().isBefore(TransferEvent.Kind.DEPARTED, step.on())
                || !meant.stream().allMatch(one -> one.standing().state().isAwaited())) {
            obstacles.add(Unmet.of(TransferRule.ORDER).obstacle());
        }
        if (!write(obstacles, step, meant, what, null, "", null, step.reason()).isEmpty()) {
            return obstacles;
        }
        boolean ours = load.standing().state() == TransferStanding.State.DEPARTED;
        if (what == LineEvent.Kind.DIED) {
            return onTheWay(load, meant, step, CustodyKind.DECEASED);
        }
        // Whoever escapes the receiver was not in the holder's hands any more.
        return ours ? onTheWay(load, meant, step, CustodyKind.ESCAPED) : List.of();
    }

    /// The whole transfer came back.
    public List<Obstacle> turnBackAll(TransferStep step, Withdrawing.Cancelled why) {
        Load load = loads.turn(step.transfer());
        List<Obstacle> obstacles =
                new ArrayList<>(desk.against(step, load.last(), Role.CASE_OFFICER));
        obstacles.addAll(reasoned(step));
        if (!load.standing().allows(TransferEvent.Kind.TURNED_BACK)
                || load.standing().isBefore(TransferEvent.Kind.DEPARTED, step.on())) {
            obstacles.add(Unmet.of(TransferRule.ORDER).obstacle());
        }
        if (!obstacles.isEmpty()) {
            return obstacles;
        }
        UUID act = desk.act("turned-back", step.transfer(), load.leaders(), step.reason());
        transfers.add(
                TransferDesk.event(
                        step, TransferEvent.Kind.TURNED_BACK, Said.NOTHING.code(why.name())),
                act);
        return onTheWay(load, load.on(), step, CustodyKind.RETURNED);
    }

    private List<Obstacle> onTheWay(
            Load load, List<Passenger> meant, TransferStep step, CustodyKind kind) {
        List<Obstacle> refused = new ArrayList<>();
        for (Passenger one : meant) {
            refused.addAll(
                    custody.recordOfTransfer(
                            one.ids(),
                            CustodyEntry.of(
                                    kind, PartialDate.ofDay(step.on()), load.transfer().number())));
        }
        desk.changed(meant.stream().map(Passenger::leader).toList());
        if (!refused.isEmpty()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return refused.stream().distinct().toList();
    }

    private List<Obstacle> common(
            TransferStep step, Load load, List<Passenger> meant, Collection<UUID> lines) {
        List<Obstacle> obstacles =
                new ArrayList<>(desk.against(step, load.last(), Role.CASE_OFFICER));
        if (meant.isEmpty() || meant.size() != lines.size()) {
            obstacles.add(Obstacle.of("obstacle.transfer.nobody-chosen"));
        }
        return obstacles;
    }

    private static List<Obstacle> reasoned(TransferStep step) {
        return step.reason().isEmpty()
                ? List.of(Obstacle.of("obstacle.transfer.reason"))
                : List.of();
    }

    private static List<Passenger> meant(Load load, Collection<UUID> lines) {
        return load.on().stream().filter(one -> lines.contains(one.line().id())).toList();
    }

    private List<Obstacle> write(
            List<Obstacle> obstacles,
            TransferStep step,
            List<Passenger> meant,
            LineEvent.Kind kind,
            @Nullable String code,
            String who,
            @Nullable LocalDate next,
            String words) {
        if (obstacles.isEmpty()) {
            List<UUID> leaders = meant.stream().map(Passenger::leader).toList();
            String act = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            UUID written = desk.act("person-" + act, step.transfer(), leaders, words);
            Caller caller = Caller.required();
            for (Passenger one : meant) {
                transfers.add(
                        new LineEvent(
                                UUID.randomUUID(),
                                one.line().id(),
                                kind,
                                step.on(),
                                code,
                                who,
                                next,
                                words,
                                step.source(),
                                false,
                                caller.account(),
                                caller.displayName(),
                                Instant.now()),
                        written);
            }
            desk.changed(leaders);
        }
        return obstacles;
    }
}
