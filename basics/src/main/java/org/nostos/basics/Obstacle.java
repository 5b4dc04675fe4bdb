package org.nostos.basics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that stands in the way of an act, as a value: a refusal is not an exception.
///
/// `code` names a message of the bundle (`obstacle.identity.own-judgement`), `arguments` fill it and
/// never name a person. `citation` is the rule behind it, if one is.
public record Obstacle(String code, List<String> arguments, @Nullable Citation citation) {

    public Obstacle {
        arguments = List.copyOf(arguments);
    }

    /// An obstacle of the house's own rules, with no instrument behind it.
    public static Obstacle of(String code, String... arguments) {
        return new Obstacle(code, List.of(arguments), null);
    }
}
