package org.nostos.transfers;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Unmet;
import org.nostos.legal.TransferClearance;
import org.nostos.legal.Will;

/// All that the rooms of a case say of one of those on a transfer, for the planned day.
///
/// @param persons who is one person, the leader first
/// @param child whether they may be under eighteen
/// @param accompanied whether a grown member of their family goes along
/// @param national whether the destination holds them to be its national
/// @param familyOfNational whether somebody of their family who goes along is one
/// @param clearance the one on which they were put there, if it was issued and not withdrawn
/// @param law what is missing on its road
/// @param family what is missing for them to go with these and nobody else
/// @param policy what a holder's policy says against plans
/// @param held whether somebody holds them who could let them go
public record LineFacts(
        List<UUID> persons,
        boolean child,
        boolean accompanied,
        List<Unmet> identity,
        boolean national,
        boolean familyOfNational,
        List<Unmet> answer,
        @Nullable TransferClearance clearance,
        List<Unmet> law,
        List<Unmet> family,
        List<Unmet> policy,
        List<TravelDocument> documents,
        @Nullable Fitness fitness,
        Will will,
        boolean held) {

    public LineFacts {
        persons = List.copyOf(persons);
        identity = List.copyOf(identity);
        answer = List.copyOf(answer);
        law = List.copyOf(law);
        family = List.copyOf(family);
        policy = List.copyOf(policy);
        documents = List.copyOf(documents);
    }

    /// The document that is good for longest.
    public @Nullable TravelDocument document() {
        return documents.stream()
                .filter(one -> one.state().isGood() || one.state() == TravelDocument.State.EXPIRED)
                .filter(one -> one.validUntil() != null)
                .max(Comparator.comparing(LineFacts::end))
                .orElse(null);
    }

    private static LocalDate end(TravelDocument document) {
        LocalDate until = document.validUntil();
        return until == null ? LocalDate.MIN : until;
    }
}
