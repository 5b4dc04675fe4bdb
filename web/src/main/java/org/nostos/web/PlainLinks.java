package org.nostos.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.AbstractLinkBuilder;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;

/// Addresses without what has no value: Thymeleaf would leave its name in them, and nothing after it.
@Component
class PlainLinks extends AbstractLinkBuilder {

    private final StandardLinkBuilder standard = new StandardLinkBuilder();

    PlainLinks(SpringTemplateEngine engine) {
        engine.setLinkBuilder(this);
    }

    @Override
    public @Nullable String buildLink(
            IExpressionContext context, String base, @Nullable Map<String, Object> parameters) {
        if (parameters == null) {
            return standard.buildLink(context, base, null);
        }
        Map<String, Object> valued = new LinkedHashMap<>(parameters);
        valued.entrySet()
                .removeIf(one ->
                        Objects.toString(one.getValue(), "").isEmpty()
                                && !base.contains("{" + one.getKey() + "}"));
        return standard.buildLink(context, base, valued);
    }
}
