package org.nostos.requests;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.nostos.basics.FieldRole;
import org.nostos.basics.StateCode;

/// That these fields of a person may be told to this state for this request until that day. Only
/// [Disclosing] gives one, of a draft that another hand cleared.
public final class DisclosureClearance {

    private final UUID disclosure;
    private final UUID person;
    private final StateCode recipient;
    private final AskedFor purpose;
    private final Set<FieldRole> fields;
    private final LocalDate until;

    DisclosureClearance(Disclosure cleared) {
        this.disclosure = cleared.id();
        this.person = cleared.person();
        this.recipient = cleared.state();
        this.purpose = cleared.asked();
        this.fields = cleared.fields();
        this.until = cleared.until();
    }

    public UUID disclosure() {
        return disclosure;
    }

    public UUID person() {
        return person;
    }

    public StateCode recipient() {
        return recipient;
    }

    public AskedFor purpose() {
        return purpose;
    }

    public Set<FieldRole> fields() {
        return fields;
    }

    public LocalDate until() {
        return until;
    }
}
