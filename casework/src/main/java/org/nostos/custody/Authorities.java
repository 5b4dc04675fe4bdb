package org.nostos.custody;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.parties.Parties;
import org.nostos.parties.Party;
import org.nostos.parties.PartyKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who can hold people: the authorities and states of the house, and anybody by name. Thread-safe.
@Service
@Transactional(readOnly = true)
public class Authorities {

    private final Parties parties;

    Authorities(Parties parties) {
        this.parties = parties;
    }

    /// Those that are parties of the house, by name.
    public List<Party> known() {
        return parties.all().stream()
                .filter(party ->
                        party.kind() == PartyKind.HOLDING_AUTHORITY
                                || party.kind() == PartyKind.STATE)
                .toList();
    }

    /// The authority that is meant: a party of the house, or else one of this name; none if nothing is
    /// said.
    public @Nullable HoldingAuthority of(@Nullable UUID party, String name) {
        if (party != null) {
            return known().stream()
                    .filter(one -> one.id().equals(party))
                    .map(one -> new HoldingAuthority(one.id(), one.name()))
                    .findFirst()
                    .orElse(null);
        }
        return name.isBlank() ? null : HoldingAuthority.named(name.strip());
    }
}
