package org.nostos.identity;

import java.util.Collection;
import org.nostos.lists.AcceptedRecord;

/// How far it is known who somebody is.
public enum IdentityStanding {
    /// Nobody has given a name.
    UNIDENTIFIED,
    /// One party says so, as a rule in the person's own words.
    SELF_DECLARED,
    /// Lists of two parties or more were judged to speak of the same person.
    CORROBORATED,
    /// A state holds the person to be its national, or proof of a state was seen in the original.
    VERIFIED;

    /// Worked out from the records that two hands joined, and from what states say.
    static IdentityStanding of(
            Collection<AcceptedRecord> records, Collection<NationalityStanding> states) {
        boolean known =
                states.stream()
                        .anyMatch(now ->
                                now.status() == NationalityStatus.VERIFIED || now.hasProof());
        if (known) {
            return VERIFIED;
        }
        long parties = records.stream().map(AcceptedRecord::party).distinct().count();
        if (parties >= 2) {
            return CORROBORATED;
        }
        return records.stream().allMatch(record -> record.values().isEmpty())
                ? UNIDENTIFIED
                : SELF_DECLARED;
    }
}
