package org.nostos.web;

import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.model.IText;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.text.AbstractTextProcessor;
import org.thymeleaf.processor.text.ITextStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;

/// What stands between the words of a template (commas, arrows), as the reader's script writes it and as
/// the page runs. Values are not touched: only what the template itself says.
@Component
class Punctuation extends AbstractProcessorDialect {

    private static final int PRECEDENCE = 1000;

    /// Not the end of an entity.
    private static final Pattern SEMICOLON = Pattern.compile("(?<!&[#\\w]{1,10});");

    Punctuation() {
        super("punctuation", "punctuation", PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new BetweenWords());
    }

    static String turned(String between) {
        String arrows = between.replace("&larr;", "\u2192").replace("&rarr;", "\u2190");
        return SEMICOLON.matcher(arrows.replace(",", "،")).replaceAll("؛");
    }

    private static final class BetweenWords extends AbstractTextProcessor {

        BetweenWords() {
            super(TemplateMode.HTML, PRECEDENCE);
        }

        @Override
        protected void doProcess(
                ITemplateContext context, IText text, ITextStructureHandler structure) {
            if (Language.of(context.getLocale()).rightToLeft()) {
                String is = text.getText();
                String turned = turned(is);
                if (!turned.equals(is)) {
                    structure.setText(turned);
                }
            }
        }
    }
}
