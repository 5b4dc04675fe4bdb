package org.nostos.registry;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// How an age was assessed. What the assessment leaves possible stands beside it, in [CareEvent].
///
/// @param informed whether the child was told of it in a language that they understand
/// @param consented whether the child, and who acts for them, agreed to what touched the body
public record AgeAssessment(Set<Method> methods, boolean informed, boolean consented) {

    /// What an assessment rests on, what asks least of the child first.
    public enum Method {
        /// Papers, which are taken for genuine until something proves otherwise, and what parents say.
        DOCUMENTS,
        /// The child was heard.
        INTERVIEW,
        /// Of body and mind, by professionals who weigh several sides of growing up together.
        DEVELOPMENT,
        /// Inexact by years, so never alone.
        BONES_OR_TEETH;

        /// Whether it touches the body, so that the child has to agree.
        public boolean touches() {
            return this == DEVELOPMENT || this == BONES_OR_TEETH;
        }
    }

    public AgeAssessment {
        methods =
                methods.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(methods));
    }

    /// Whether it rests on something else than bones or teeth.
    public boolean isFair() {
        return methods.stream().anyMatch(method -> method != Method.BONES_OR_TEETH);
    }

    /// Whether the child agreed as far as anybody had to ask.
    public boolean isAgreed() {
        return consented || methods.stream().noneMatch(Method::touches);
    }
}
