package org.nostos.identity.internal;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.nostos.basics.Role;
import org.nostos.linkage.ResidentIndex;
import org.nostos.lists.AcceptedRecord;
import org.nostos.parties.Caller;
import org.nostos.parties.PartyKind;
import org.springframework.stereotype.Component;

/// The records as the search finds them, in memory: each party's own, and all of them for the
/// committee.
///
/// A party is answered from an index of its own records alone. What others listed can so change neither
/// what it finds, nor the order, nor how long the answer takes. Found are ids: whoever asks reads them
/// again as themselves before anything is counted or shown. Thread-safe.
@Component
public class SearchIndex {

    private static final ResidentIndex NOBODY = ResidentIndex.empty();
    private static final Set<Role> SEE_NOBODY =
            EnumSet.of(Role.ADMINISTRATOR, Role.MONITOR, Role.ANALYST);

    /// What the index held at one time.
    private record Held(ResidentIndex all, Map<UUID, ResidentIndex> ofParty) {
        static Held nothing() {
            return new Held(ResidentIndex.empty(), new ConcurrentHashMap<>());
        }
    }

    private volatile Held held = Held.nothing();
    private volatile boolean complete;
    private volatile long toRead;

    /// What this caller may be answered from.
    public ResidentIndex of(Caller caller) {
        Held now = held;
        if (SEE_NOBODY.contains(caller.role())) {
            return NOBODY;
        }
        return caller.partyKind() == PartyKind.COORDINATING_COMMITTEE
                ? now.all
                : now.ofParty.getOrDefault(caller.party(), NOBODY);
    }

    /// Whether every accepted record is in the index.
    public boolean isComplete() {
        return complete;
    }

    /// How much of what is to be read was read, of a hundred.
    public int percent() {
        return complete || toRead == 0 ? 100 : (int) Math.min(99, size() * 100L / toRead);
    }

    public int size() {
        return held.all.size();
    }

    /// The indexes of the parties, to be put away.
    Map<UUID, ResidentIndex> parties() {
        return Map.copyOf(held.ofParty);
    }

    void begin(long records) {
        toRead = records;
        complete = false;
    }

    void end() {
        complete = true;
    }

    void replaceBy(Map<UUID, ResidentIndex> parties) {
        Held fresh = Held.nothing();
        parties.forEach((party, index) -> {
            fresh.ofParty.put(party, index);
            fresh.all.addAll(index);
        });
        held = fresh;
    }

    void add(AcceptedRecord record) {
        String number = record.number();
        List<String> numbers = number == null ? List.of() : List.of(number);
        String id = record.id().toString();
        Held now = held;
        now.all.add(id, LinkageRows.values(record), numbers);
        now.ofParty
                .computeIfAbsent(record.party(), any -> ResidentIndex.empty())
                .add(id, LinkageRows.values(record), numbers);
    }

    void forget(Collection<UUID> records) {
        List<String> ids = records.stream().map(UUID::toString).toList();
        Held now = held;
        now.all.removeAll(ids);
        now.ofParty.values().forEach(index -> index.removeAll(ids));
    }
}
