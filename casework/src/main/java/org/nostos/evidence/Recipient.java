package org.nostos.evidence;

import java.util.Locale;
import org.nostos.basics.StateCode;

/// Who may see or have an item: one state, the defence, or anybody.
///
/// @param value the state's code, `DEFENCE` or `ANYBODY`
public record Recipient(String value) {

    public static final Recipient ANYBODY = new Recipient("ANYBODY");
    public static final Recipient DEFENCE = new Recipient("DEFENCE");

    public Recipient {
        value = value.strip().toUpperCase(Locale.ROOT);
        if (!value.equals("ANYBODY") && !value.equals("DEFENCE") && !value.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("a state, DEFENCE or ANYBODY: " + value);
        }
    }

    public static Recipient state(StateCode state) {
        return new Recipient(state.value());
    }

    public boolean isState() {
        return value.length() == 3;
    }
}
