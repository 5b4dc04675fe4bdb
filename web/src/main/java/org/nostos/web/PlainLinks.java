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
///
/// Only those of libraries are looked up among the files that the server gives out, which knows their
/// versions. For any other address the look-up opens every jar in vain, and a page of a list has a hundred.
@Component
class PlainLinks extends AbstractLinkBuilder {

    private static final String LIBRARIES = "/webjars/";

    private final StandardLinkBuilder standard =
            new StandardLinkBuilder() {
                @Override
                protected String processLink(IExpressionContext context, String link) {
                    return link.contains(LIBRARIES) ? super.processLink(context, link) : link;
                }
            };

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
