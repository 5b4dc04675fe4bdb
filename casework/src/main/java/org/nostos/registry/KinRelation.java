package org.nostos.registry;

/// Who somebody is to somebody: the relative is the person's mother, and so on.
///
/// It is there for care, unity and tracing, and never a ground for anything against anybody.
public enum KinRelation {
    MOTHER,
    FATHER,
    CHILD,
    SPOUSE,
    SIBLING,
    GUARDIAN,
    CAREGIVER,
    /// Of a child, read from the other end. Nobody proposes it.
    PARENT,
    /// Of a guardian, read from the other end.
    WARD,
    /// Of a caregiver, read from the other end.
    CARED_FOR;

    /// The same tie, read from the relative's end.
    public KinRelation inverse() {
        return switch (this) {
            case MOTHER, FATHER, PARENT -> CHILD;
            case CHILD -> PARENT;
            case SPOUSE -> SPOUSE;
            case SIBLING -> SIBLING;
            case GUARDIAN -> WARD;
            case WARD -> GUARDIAN;
            case CAREGIVER -> CARED_FOR;
            case CARED_FOR -> CAREGIVER;
        };
    }

    public boolean isParent() {
        return this == MOTHER || this == FATHER || this == PARENT;
    }

    /// Whether it is proposed in this word.
    public boolean isProposed() {
        return ordinal() < PARENT.ordinal();
    }
}
