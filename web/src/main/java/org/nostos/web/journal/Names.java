package org.nostos.web.journal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nostos.parties.Account;
import org.nostos.parties.Party;

/// The names behind the ids of an entry, as far as the reader may know them. An id without a name
/// shows its first eight digits.
record Names(List<Account> accounts, Map<UUID, String> actors, Map<UUID, String> parties) {

    static Names of(List<Account> accounts, List<Party> parties) {
        return new Names(
                List.copyOf(accounts),
                accounts.stream().collect(Collectors.toMap(Account::id, Account::displayName)),
                parties.stream().collect(Collectors.toMap(Party::id, Party::name)));
    }

    public String actor(UUID account) {
        return actors.getOrDefault(account, account.toString().substring(0, 8));
    }

    public String party(UUID party) {
        return parties.getOrDefault(party, party.toString().substring(0, 8));
    }
}
