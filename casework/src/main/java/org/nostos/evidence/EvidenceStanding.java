package org.nostos.evidence;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Unmet;
import org.nostos.evidence.EvidenceEvent.Hands;
import org.nostos.evidence.EvidenceEvent.Kind;
import org.nostos.evidence.EvidenceEvent.Use;

/// What an item's events come to at two times.
public final class EvidenceStanding {

    private final boolean controlled;
    private String keeper;
    private String place;
    private String seal = "";
    private boolean lost;
    private boolean broken;
    private boolean disclosed;
    private Coercion coercion = Coercion.NONE;
    private @Nullable UUID proposer;
    private final Set<String> consents = new TreeSet<>();
    private final Set<Use> uses = EnumSet.noneOf(Use.class);

    /// Whether an item was obtained by torture or other ill-treatment, as far as is known.
    public enum Coercion {
        NONE,
        ALLEGED,
        ESTABLISHED,
        /// One hand found that it was not; it still counts as alleged.
        DISMISSAL_PROPOSED,
        /// Two hands found that it was not.
        DISMISSED;

        /// Whether nobody may rely on it.
        public boolean blocks() {
            return this == ALLEGED || this == ESTABLISHED || this == DISMISSAL_PROPOSED;
        }
    }

    private EvidenceStanding(EvidenceItem.About about) {
        this.controlled = about.controlled();
        this.keeper = about.keeper();
        this.place = about.place();
    }

    static EvidenceStanding of(EvidenceItem item, AsOf asOf) {
        EvidenceStanding standing = new EvidenceStanding(item.about());
        for (EvidenceEvent event : item.events()) {
            if (asOf.counts(event.on(), event.recordedAt())) {
                standing.take(event);
            }
        }
        return standing;
    }

    private void take(EvidenceEvent event) {
        switch (event.kind()) {
            case HANDED -> handed(event.hands());
            case LOST -> lost = true;
            case CONSENTED -> consent(event.recipient(), true);
            case CONSENT_WITHDRAWN -> consent(event.recipient(), false);
            case ALLEGED -> coercion = Coercion.ALLEGED;
            case ESTABLISHED -> coercion = Coercion.ESTABLISHED;
            case DISMISSAL_PROPOSED -> {
                coercion = Coercion.DISMISSAL_PROPOSED;
                proposer = event.account();
            }
            case DISMISSED -> coercion = Coercion.DISMISSED;
            case DISCLOSED -> disclosed = true;
            case RELIED_ON -> use(event.use(), true);
            case NOT_RELIED_ON -> use(event.use(), false);
        }
    }

    private void handed(@Nullable Hands hands) {
        if (hands != null) {
            broken = broken || lost || !hands.giver().equalsIgnoreCase(keeper);
            lost = false;
            keeper = hands.receiver();
            place = hands.place();
            seal = hands.seal();
        }
    }

    private void consent(@Nullable Recipient recipient, boolean given) {
        if (recipient != null && given) {
            consents.add(recipient.value());
        } else if (recipient != null) {
            consents.remove(recipient.value());
        }
    }

    private void use(@Nullable Use use, boolean relied) {
        if (use != null && relied) {
            uses.add(use);
        } else if (use != null) {
            uses.remove(use);
        }
    }

    /// What stands in the way of relying on it.
    public List<Unmet> againstUse() {
        List<Unmet> unmet = new ArrayList<>();
        if (coercion == Coercion.ESTABLISHED) {
            unmet.add(Unmet.of(EvidenceRule.TORTURE));
        } else if (coercion.blocks()) {
            unmet.add(Unmet.of(EvidenceRule.ALLEGED));
        }
        return unmet;
    }

    /// What stands in the way of showing it to somebody, or naming it in an annex or a handover.
    public List<Unmet> againstListing(Recipient recipient) {
        List<Unmet> unmet = new ArrayList<>();
        if (!recipient.equals(Recipient.DEFENCE)) {
            unmet.addAll(againstUse());
        }
        if (!agreed(recipient)) {
            unmet.add(Unmet.of(EvidenceRule.ORIGINATOR, recipient.value()));
        }
        if (lost) {
            unmet.add(Unmet.of(EvidenceRule.LOST));
        }
        return unmet;
    }

    /// What should worry whoever keeps the case.
    public List<Unmet> alarms() {
        List<Unmet> alarms = new ArrayList<>();
        if (!uses.isEmpty() && coercion.blocks()) {
            alarms.add(Unmet.of(EvidenceRule.RELIED));
        }
        if (uses.contains(Use.REVIEW) && !disclosed) {
            alarms.add(Unmet.of(EvidenceRule.DEFENCE));
        }
        if (broken) {
            alarms.add(Unmet.of(EvidenceRule.CHAIN));
        }
        return alarms;
    }

    private boolean agreed(Recipient recipient) {
        return !controlled
                || consents.contains(Recipient.ANYBODY.value())
                || consents.contains(recipient.value());
    }

    /// What can be recorded next.
    public Set<Kind> next() {
        Set<Kind> next = EnumSet.of(Kind.HANDED, Kind.DISCLOSED, Kind.CONSENTED, Kind.RELIED_ON);
        if (!lost) {
            next.add(Kind.LOST);
        }
        if (!consents.isEmpty()) {
            next.add(Kind.CONSENT_WITHDRAWN);
        }
        if (!uses.isEmpty()) {
            next.add(Kind.NOT_RELIED_ON);
        }
        next.addAll(ofCoercion());
        if (!controlled) {
            next.removeAll(EnumSet.of(Kind.CONSENTED, Kind.CONSENT_WITHDRAWN));
        }
        if (disclosed || !againstListing(Recipient.DEFENCE).isEmpty()) {
            next.remove(Kind.DISCLOSED);
        }
        if (!againstUse().isEmpty() || uses.size() == Use.values().length) {
            next.remove(Kind.RELIED_ON);
        }
        return next;
    }

    private Set<Kind> ofCoercion() {
        return switch (coercion) {
            case NONE, DISMISSED -> EnumSet.of(Kind.ALLEGED, Kind.ESTABLISHED);
            case ALLEGED -> EnumSet.of(Kind.ESTABLISHED, Kind.DISMISSAL_PROPOSED);
            case ESTABLISHED -> EnumSet.of(Kind.DISMISSAL_PROPOSED);
            case DISMISSAL_PROPOSED -> EnumSet.of(Kind.ALLEGED, Kind.ESTABLISHED, Kind.DISMISSED);
        };
    }

    public String keeper() {
        return keeper;
    }

    public String place() {
        return place;
    }

    /// The number of its seal, or nothing.
    public String seal() {
        return seal;
    }

    public boolean isLost() {
        return lost;
    }

    public boolean isDisclosed() {
        return disclosed;
    }

    public Coercion coercion() {
        return coercion;
    }

    /// Who proposed to clear it of the allegation, while that waits for another hand.
    public @Nullable UUID proposer() {
        return coercion == Coercion.DISMISSAL_PROPOSED ? proposer : null;
    }

    /// For whom its originator agreed.
    public Set<String> consents() {
        return Set.copyOf(consents);
    }

    public Set<Use> uses() {
        return Set.copyOf(uses);
    }
}
