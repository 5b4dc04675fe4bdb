package org.nostos.web.nationality;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Unmet;
import org.nostos.identity.NationalityStanding;
import org.nostos.identity.NationalityStep;

/// One state on the page: how it stands with it, and which steps that allows.
///
/// @param name of the state, where it is a party here
public record Block(NationalityStanding now, @Nullable String name, List<Choice> choices) {

    /// A step, and what is missing for it; without anything missing it has a form.
    public record Choice(NationalityStep step, List<Unmet> missing) {
        public boolean open() {
            return missing.isEmpty();
        }
    }

    /// @param whyNot what is missing for a step; null for a reader who takes none
    static Block of(
            NationalityStanding now,
            @Nullable String name,
            @Nullable Function<NationalityStep, List<Unmet>> whyNot) {
        List<Choice> choices = new ArrayList<>();
        if (whyNot != null) {
            Stream.of(NationalityStep.values())
                    .filter(step -> !step.isAboutEvent())
                    .map(step -> new Choice(step, whyNot.apply(step)))
                    .forEach(choices::add);
        }
        return new Block(now, name, List.copyOf(choices));
    }

    public List<Choice> allowed() {
        return choices.stream().filter(Choice::open).toList();
    }

    /// Each thing that is missing for some step, once.
    public List<Choice> shut() {
        return choices.stream().filter(choice -> !choice.open()).toList();
    }
}
