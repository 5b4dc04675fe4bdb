package org.nostos.lists.internal;

import org.nostos.lists.Households;
import org.nostos.lists.ListAccepted;
import org.nostos.lists.ListVersion;
import org.nostos.lists.Lists;
import org.nostos.lists.RememberedMappings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Ties the households of a list that was just accepted, and remembers how it was mapped, within the
/// same transaction and under the same act.
@Component
class AfterAccepting {

    private final Lists lists;
    private final Households households;
    private final RememberedMappings mappings;

    AfterAccepting(Lists lists, Households households, RememberedMappings mappings) {
        this.lists = lists;
        this.households = households;
        this.mappings = mappings;
    }

    @EventListener
    void on(ListAccepted accepted) {
        ListVersion version = lists.version(accepted.version()).orElse(null);
        if (version == null) {
            return;
        }
        version.mapping().ifPresent(chosen -> keep(version, chosen, accepted));
    }

    private void keep(
            ListVersion version, ListVersion.ChosenMapping chosen, ListAccepted accepted) {
        households.tie(version.id(), version.party(), chosen.id(), accepted.act());
        version.survey()
                .flatMap(HeadingsPrint::of)
                .ifPresent(headings ->
                        mappings.remember(
                                version.id(),
                                version.party(),
                                headings,
                                chosen.id(),
                                accepted.act()));
    }
}
