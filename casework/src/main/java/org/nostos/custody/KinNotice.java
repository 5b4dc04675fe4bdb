package org.nostos.custody;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Stamp;

/// That the next of kin were told of something that happened to a person held: whom, and how; or why
/// they were not.
///
/// @param whom who was told, or was to be: a name, and what they are to the person
/// @param means how they were told; null when they were not
/// @param why why they were not; null when they were
public record KinNotice(
        Stamp stamp,
        Occasion occasion,
        String whom,
        @Nullable Means means,
        @Nullable WhyNot why,
        String words,
        String source) {

    /// What they are told of.
    public enum Occasion {
        ADMISSION,
        TRANSFER,
        /// Serious illness or injury, or that the person is in hospital.
        ILLNESS,
        DEATH,
        BIRTH,
        RELEASE
    }

    /// How they are told.
    public enum Means {
        IN_PERSON,
        CALL,
        LETTER,
        /// Through a tracing service, as by a Red Cross message.
        TRACING_SERVICE,
        AUTHORITY
    }

    /// Why they are not told.
    public enum WhyNot {
        /// The person asked that nobody is told. It is no reason once they have died.
        PERSON_ASKED_NOT,
        NOBODY_KNOWN,
        /// Somebody tried: it stays open.
        NOT_REACHED,
        WOULD_HARM
    }

    private static final Set<WhyNot> LASTING =
            EnumSet.of(WhyNot.PERSON_ASKED_NOT, WhyNot.NOBODY_KNOWN, WhyNot.WOULD_HARM);

    public boolean told() {
        return means != null;
    }

    /// Whether there is nothing left to do.
    public boolean settles() {
        return told() || (why != null && LASTING.contains(why));
    }

    /// Whether this may be why nobody is told of that.
    public static boolean excuses(WhyNot why, Occasion occasion) {
        return why != WhyNot.PERSON_ASKED_NOT || occasion != Occasion.DEATH;
    }
}
