package org.nostos.parties;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.parties.SessionRows.Row;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where an account is signed in: one's own, or anybody's for an administrator. What has been ended
/// stops at its next request. Thread-safe.
@Service
public class Sessions {

    static final String ADDRESS = "session-address";

    private final SessionRows rows;
    private final Acts acts;
    private final Door door;
    private final HouseKey key;

    public Sessions(SessionRows rows, Acts acts, Door door, HouseKey key) {
        this.rows = rows;
        this.acts = acts;
        this.door = door;
        this.key = key;
    }

    /// The account's open sessions, the latest seen first. Looking at another's is an act.
    @Transactional
    public List<OpenSession> of(UUID account) {
        if (!account.equals(Caller.required().account())) {
            record("parties.sessions-read", account);
        }
        return rows.of(account).stream().map(row -> shown(account, row)).toList();
    }

    /// Ends one session of the account; false when it was not open.
    @Transactional
    public boolean end(UUID account, UUID session) {
        boolean ended = rows.end(account, session);
        if (ended) {
            record("parties.session-ended", account);
        }
        return ended;
    }

    /// Ends every session of the account but the caller's own; says how many.
    @Transactional
    public int endOthers(UUID account) {
        int ended = rows.endOthers(account);
        if (ended > 0) {
            record("parties.sessions-ended", account);
        }
        return ended;
    }

    /// Whether the caller's session is open still. An act of its human keeps it from growing idle.
    public boolean isOpen(Caller caller, boolean active) {
        return door.seen(caller.session(), active);
    }

    private void record(String kind, UUID account) {
        acts.record(Act.of(kind, Purpose.ADMINISTRATION, Map.of("account", account)));
    }

    private OpenSession shown(UUID account, Row row) {
        byte[] sealed = row.sealedAddress();
        String address =
                sealed == null
                        ? ""
                        : new String(
                                key.open(ADDRESS, account.toString(), sealed),
                                StandardCharsets.UTF_8);
        return new OpenSession(
                row.id(),
                row.device(),
                address,
                row.since(),
                row.lastSeen(),
                row.until(),
                row.thisOne());
    }
}
