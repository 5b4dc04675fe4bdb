package org.nostos.requests;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The word of those who keep the asylum compartment, for each person and state. It is asked for
/// everybody alike: so nobody learns from the question for whom there is a note. Thread-safe.
@Service
@Transactional
public class KeepersWords {

    private final Acts acts;
    private final Disclosures disclosures;

    public KeepersWords(Acts acts, Disclosures disclosures) {
        this.acts = acts;
        this.disclosures = disclosures;
    }

    @Transactional(readOnly = true)
    public boolean keeps() {
        return disclosures.keepsAsylum();
    }

    /// The disclosures that wait for the caller's word: reading them is an act.
    public List<Disclosure> waiting() {
        List<Disclosure> waiting =
                disclosures.keepsAsylum()
                        ? disclosures.waitingForWord(Integer.MAX_VALUE)
                        : List.of();
        if (!waiting.isEmpty()) {
            acts.record(
                    Act.of(
                            "requests.page-read",
                            Purpose.STATE_REQUEST,
                            Map.of(
                                    "persons",
                                    waiting.stream().map(Disclosure::person).distinct().toList())));
        }
        return waiting;
    }

    /// Says of each of these disclosures whether its state may be told of its person.
    public List<Obstacle> say(Collection<UUID> which, boolean may) {
        if (!disclosures.keepsAsylum()) {
            return List.of(Obstacle.of("obstacle.registry.not-a-keeper"));
        }
        List<Disclosure> meant =
                disclosures.waitingForWord(Integer.MAX_VALUE).stream()
                        .filter(disclosure -> which.contains(disclosure.id()))
                        .toList();
        if (meant.isEmpty()) {
            return List.of(Obstacle.of("obstacle.requests.nothing-chosen"));
        }
        UUID act =
                acts.record(
                        Act.of(
                                "requests.word-said",
                                Purpose.STATE_REQUEST,
                                Map.of(
                                        "persons",
                                        meant.stream()
                                                .map(Disclosure::person)
                                                .distinct()
                                                .toList())));
        meant.forEach(one -> disclosures.say(one.person(), one.state(), may, act));
        return List.of();
    }
}
