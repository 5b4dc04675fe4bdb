package org.nostos.custody;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.nostos.basics.Role;

/// What can happen in a person's custody.
public enum CustodyKind {
    /// Somebody says that the person is held; nobody has confirmed it.
    REPORTED_HELD(Field.AUTHORITY, Field.PLACE, Field.GROUND),
    /// How and where liberty was taken, before any admission.
    ARRESTED(Field.AUTHORITY, Field.PLACE),
    ADMITTED(Field.AUTHORITY, Field.PLACE, Field.GROUND, Field.ORDER),
    /// Another authority holds the person now, in the same place.
    AUTHORITY_CHANGED(Field.AUTHORITY, Field.GROUND, Field.ORDER),
    /// The same authority holds the person elsewhere.
    MOVED(Field.PLACE),
    TO_HOSPITAL(Field.PLACE),
    TO_COURT(Field.PLACE),
    /// Back from hospital, from court or from the way; or found again after nobody knew.
    RETURNED,
    GROUND_STATED(Field.GROUND, Field.ORDER),
    /// The information bureau was told that the person is held.
    BUREAU_TOLD,
    /// Somebody looked whether the change of authority puts the person at risk.
    CHANGE_EXAMINED,
    RELEASED,
    RELEASED_IN_ERROR,
    ESCAPED,
    RECAPTURED(Field.AUTHORITY, Field.PLACE, Field.GROUND, Field.ORDER),
    UNACCOUNTED,
    DECEASED(Field.PLACE),
    /// Left the place on the way to a handover.
    DEPARTED,
    /// Received by the state of nationality.
    REPATRIATED(Field.AUTHORITY),
    /// Received by another authority or a third state; never counted as repatriated.
    TRANSFERRED(Field.AUTHORITY),
    /// Takes another event back. It is no step.
    TAKEN_BACK;

    /// What an event of a kind says beside day and source.
    public enum Field {
        AUTHORITY,
        PLACE,
        GROUND,
        ORDER
    }

    private static final Set<CustodyKind> OF_TRANSFERS =
            EnumSet.of(DEPARTED, REPATRIATED, TRANSFERRED);

    private final Set<Field> fields;

    CustodyKind(Field... fields) {
        this.fields = fields.length == 0 ? Set.of() : Set.copyOf(EnumSet.of(fields[0], fields));
    }

    /// Whether an event of this kind can say so.
    public boolean says(Field field) {
        return fields.contains(field);
    }

    /// Whether an event of this kind has to say so.
    public boolean mustSay(Field field) {
        return switch (field) {
            case AUTHORITY -> this == ADMITTED || this == AUTHORITY_CHANGED || this == RECAPTURED;
            case PLACE -> this == ADMITTED || this == MOVED || this == RECAPTURED;
            case GROUND -> this == ADMITTED || this == GROUND_STATED;
            case ORDER -> false;
        };
    }

    /// Whether the step belongs to a transfer, and has its clearance there.
    public boolean isOfTransfers() {
        return OF_TRANSFERS.contains(this);
    }

    /// Whether an account in this role may record it: what the law asks is a legal reviewer's to look at.
    public boolean isFor(Role role) {
        return role == (this == CHANGE_EXAMINED ? Role.LEGAL_REVIEWER : Role.CASE_OFFICER);
    }

    /// The end of its message's key and of its act's kind: `authority-changed`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
