package org.nostos.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nostos.basics.Rule;
import org.nostos.custody.CustodyRule;
import org.nostos.evidence.EvidenceRule;
import org.nostos.identity.NationalityRule;
import org.nostos.legal.LegalRule;
import org.nostos.registry.KinRule;
import org.nostos.requests.RequestRule;
import org.nostos.transfers.TransferRule;

/// Every rule that the house holds in a case, by room.
public final class Rulebook {

    private Rulebook() {}

    /// The rules of one room.
    public record Room(String name, List<Rule> rules) {
        public Room {
            rules = List.copyOf(rules);
        }
    }

    public static List<Room> rooms() {
        return List.of(
                new Room("custody", List.of(CustodyRule.values())),
                new Room("nationality", List.of(NationalityRule.values())),
                new Room("family", List.of(KinRule.values())),
                new Room("law", List.of(LegalRule.values())),
                new Room("evidence", List.of(EvidenceRule.values())),
                new Room("requests", List.of(RequestRule.values())),
                new Room("transfers", List.of(TransferRule.values())));
    }

    /// The rule with this key.
    public static Optional<Rule> named(String key) {
        List<Rule> all = new ArrayList<>();
        rooms().forEach(room -> all.addAll(room.rules()));
        return all.stream().filter(rule -> rule.key().equals(key)).findFirst();
    }
}
