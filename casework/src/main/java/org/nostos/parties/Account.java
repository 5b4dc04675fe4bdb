package org.nostos.parties;

import java.util.UUID;
import org.nostos.basics.Role;

/// One named human's way in: one login, one party, one role.
public record Account(
        UUID id,
        UUID party,
        String partyName,
        Role role,
        String login,
        String displayName,
        boolean closed) {}
