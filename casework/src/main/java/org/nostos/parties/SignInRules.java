package org.nostos.parties;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.nostos.basics.Role;

/// The instance's rules for being signed in.
///
/// @param lasts how long a session lasts at most
/// @param idle after how long without an act of its human it ends
/// @param secondFactorRequired whether those who decide, and who keep the accounts, need a second factor
public record SignInRules(Duration lasts, Duration idle, boolean secondFactorRequired) {

    /// What holds unless the instance says otherwise.
    public static final SignInRules USUAL =
            new SignInRules(Duration.ofHours(12), Duration.ofMinutes(30), false);

    private static final Set<Role> DO_NOT_DECIDE =
            EnumSet.of(Role.INTAKE_OFFICER, Role.ANALYST, Role.MONITOR, Role.ENGINE);

    public SignInRules {
        if (lasts.isNegative() || lasts.isZero() || idle.isNegative() || idle.isZero()) {
            throw new IllegalArgumentException("a session lasts for some time: " + lasts);
        }
    }

    /// Whether people in this role decide, or can let others decide.
    public static boolean decides(Role role) {
        return !DO_NOT_DECIDE.contains(role);
    }

    /// Whether people in this role get in with a second factor alone.
    public boolean needsSecondFactor(Role role) {
        return secondFactorRequired && decides(role);
    }
}
