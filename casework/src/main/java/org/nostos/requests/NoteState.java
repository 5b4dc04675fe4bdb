package org.nostos.requests;

/// Where a note stands.
public enum NoteState {
    DRAFT,
    CLEARED,
    SIGNED,
    SENT,
    DELIVERED,
    ACKNOWLEDGED,
    PARTLY_ANSWERED,
    ANSWERED,
    CLOSED,
    RETURNED,
    WITHDRAWN;

    /// Whether the state has it and can answer.
    public boolean isWithState() {
        return switch (this) {
            case SENT, DELIVERED, ACKNOWLEDGED, PARTLY_ANSWERED, ANSWERED -> true;
            case DRAFT, CLEARED, SIGNED, CLOSED, RETURNED, WITHDRAWN -> false;
        };
    }
}
