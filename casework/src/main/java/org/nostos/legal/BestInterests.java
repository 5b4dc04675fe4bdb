package org.nostos.legal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.legal.Determination.Event;
import org.nostos.legal.Determination.Kind;
import org.nostos.legal.Determination.Option;
import org.nostos.legal.internal.LawDesk;
import org.nostos.parties.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Determines what is best for a child. Thread-safe.
@Service
@Transactional
public class BestInterests {

    private static final Set<Kind> BY_ANY_CASEWORKER =
            EnumSet.of(Kind.OPENED, Kind.INFORMATION, Kind.VIEWS, Kind.PANEL);

    private final LawDesk desk;
    private final Determinations determinations;

    BestInterests(LawDesk desk, Determinations determinations) {
        this.desk = desk;
        this.determinations = determinations;
    }

    /// What a proposal says.
    public record Proposal(
            @Nullable Option option,
            @Nullable StateCode destination,
            @Nullable String dissent,
            @Nullable LocalDate due) {}

    /// The determinations about somebody, the latest first.
    @Transactional(readOnly = true)
    public List<Determination> all(Collection<UUID> persons, AsOf asOf) {
        return Determination.of(determinations.of(persons), asOf);
    }

    /// Whether a panel decided that this child is separated from its family. Without that, a family
    /// leaves whole or not at all (Convention on the Rights of the Child, art. 9).
    @Transactional(readOnly = true)
    public boolean maySplit(Collection<UUID> persons, AsOf asOf) {
        return all(persons, asOf).stream().findFirst().filter(d -> d.splits(asOf.on())).isPresent();
    }

    public List<Obstacle> open(LawStep step) {
        return take(step, Kind.OPENED, null, null);
    }

    /// What is known of the child was gathered.
    public List<Obstacle> inform(LawStep step) {
        return take(step, Kind.INFORMATION, null, null);
    }

    /// The child was heard.
    public List<Obstacle> hear(LawStep step) {
        return take(step, Kind.VIEWS, null, null);
    }

    public List<Obstacle> sit(LawStep step, String panel) {
        return take(step, Kind.PANEL, panel, null);
    }

    public List<Obstacle> propose(LawStep step, Proposal proposal) {
        return take(step, Kind.DECISION_PROPOSED, null, proposal);
    }

    /// Confirms what another proposed.
    public List<Obstacle> decide(LawStep step) {
        return take(step, Kind.DECIDED, null, null);
    }

    public List<Obstacle> giveBack(LawStep step) {
        return take(step, Kind.RETURNED, null, null);
    }

    /// Something changed for the child.
    public List<Obstacle> reopen(LawStep step) {
        return take(step, Kind.REOPENED, null, null);
    }

    private List<Obstacle> take(
            LawStep step, Kind kind, @Nullable String panel, @Nullable Proposal proposal) {
        desk.turn(step);
        List<Event> events = determinations.of(step.persons());
        Optional<Determination> now = Determination.of(events, AsOf.now()).stream().findFirst();
        UUID last = events.isEmpty() ? null : events.getLast().stamp().id();
        List<Obstacle> obstacles = new ArrayList<>(desk.against(step, last));
        obstacles.addAll(against(kind, now.orElse(null), panel, proposal));
        if (obstacles.isEmpty()) {
            UUID id = UUID.randomUUID();
            UUID thread = kind == Kind.OPENED ? id : now.orElseThrow().id();
            String act = "legal.bid-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            determinations.add(
                    new Event(
                            LawDesk.stamp(id, step),
                            thread,
                            kind,
                            proposal == null ? null : proposal.option,
                            proposal == null ? null : proposal.destination,
                            panel == null ? null : panel.strip(),
                            proposal == null ? null : text(proposal.dissent),
                            proposal == null ? null : proposal.due,
                            step.reason(),
                            step.source()),
                    desk.act(act, step, id));
            desk.changed(step);
        }
        return obstacles;
    }

    private static List<Obstacle> against(
            Kind kind,
            @Nullable Determination now,
            @Nullable String panel,
            @Nullable Proposal proposal) {
        UUID account = Caller.required().account();
        if (!may(kind, Caller.required().role())) {
            return List.of(Obstacle.of("obstacle.legal.role"));
        }
        if (kind == Kind.OPENED) {
            boolean free = now == null || now.state() == Determination.State.DECIDED;
            return free ? List.of() : List.of(Obstacle.of("obstacle.legal.step"));
        }
        if (now == null || !now.allows(kind, account)) {
            boolean own = now != null && now.allows(kind, UUID.randomUUID());
            return List.of(
                    own
                            ? Unmet.of(LegalRule.TWO_HANDS).obstacle()
                            : Obstacle.of("obstacle.legal.step"));
        }
        if (kind == Kind.PANEL && (panel == null || panel.isBlank())) {
            return List.of(Obstacle.of("obstacle.legal.panel"));
        }
        boolean wrong =
                proposal != null
                        && (proposal.due == null
                                || proposal.option == null
                                || proposal.option.goes() != (proposal.destination != null));
        return wrong ? List.of(Obstacle.of("obstacle.legal.proposal")) : List.of();
    }

    private static @Nullable String text(@Nullable String said) {
        return said == null || said.isBlank() ? null : said.strip();
    }

    /// Whether the role may take such a step at all.
    public static boolean may(Kind kind, Role role) {
        return role == Role.LEGAL_REVIEWER
                || (role == Role.CASE_OFFICER && BY_ANY_CASEWORKER.contains(kind));
    }
}
