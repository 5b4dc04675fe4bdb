package org.nostos.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;

/// All that is known of a person's nationalities: how it stands with each state, and what lists say
/// that names no state known here. Nothing is chosen among them.
///
/// @param last the id of the event recorded last, which a form carries
public record NationalityFile(
        List<NationalityStanding> standings,
        List<NationalityAllegation> unread,
        IdentityStanding identity,
        @Nullable UUID last) {

    public NationalityFile {
        standings = List.copyOf(standings);
        unread = List.copyOf(unread);
    }

    public boolean atRiskOfStatelessness() {
        return NationalityTrack.atRiskOfStatelessness(standings);
    }

    /// The day of the last loss, of somebody at risk of statelessness.
    public Optional<LocalDate> statelessSince() {
        return atRiskOfStatelessness()
                ? standings.stream().map(NationalityStanding::since).max(LocalDate::compareTo)
                : Optional.empty();
    }

    /// The codes of all states of which something is known, in the order of the standings.
    public String states() {
        return standings.stream().map(now -> now.state().value()).collect(Collectors.joining(", "));
    }

    public Optional<NationalityStanding> with(StateCode state) {
        return standings.stream().filter(now -> now.state().equals(state)).findFirst();
    }

    /// What is missing before this person can be given to this state as its national.
    public List<Unmet> missing(StateCode destination) {
        List<Unmet> missing = new ArrayList<>();
        if (identity.compareTo(IdentityStanding.CORROBORATED) < 0) {
            missing.add(Unmet.of(NationalityRule.IDENTITY_NOT_CORROBORATED, identity.name()));
        }
        if (!verified().contains(destination)) {
            missing.add(Unmet.of(NationalityRule.NOT_VERIFIED, destination.value()));
        }
        return missing;
    }

    /// What raises an alarm about this person.
    public List<Unmet> alarms() {
        return atRiskOfStatelessness()
                ? List.of(Unmet.of(NationalityRule.AT_RISK_OF_STATELESSNESS))
                : List.of();
    }

    /// Whether this event waits for a second hand.
    boolean waits(UUID event) {
        return standings.stream().anyMatch(now -> now.waiting(event).isPresent());
    }

    /// The states that hold the person to be their national.
    public List<StateCode> verified() {
        return standings.stream()
                .filter(now -> now.status() == NationalityStatus.VERIFIED)
                .map(NationalityStanding::state)
                .toList();
    }
}
