package org.nostos.figures.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/// The text of a page without its menus, forms and scripts: one line for each block.
public final class HtmlText {
    private static final int DEEPEST = 256;
    private static final int LOOK = 2048;
    private static final Set<String> ASIDE =
            Set.of(
                    "script",
                    "style",
                    "nav",
                    "footer",
                    "aside",
                    "form",
                    "noscript",
                    "template",
                    "button",
                    "select",
                    "iframe",
                    "svg",
                    "head");

    private HtmlText() {}

    /// Whether the bytes begin as a page does.
    public static boolean isHtml(byte[] bytes) {
        String top =
                new String(bytes, 0, Math.min(bytes.length, LOOK), StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT);
        return top.contains("<!doctype html") || top.contains("<html") || top.contains("<body");
    }

    /// How many tags there may be at most.
    public static int tags(byte[] bytes) {
        int tags = 0;
        for (byte one : bytes) {
            tags += one == '<' ? 1 : 0;
        }
        return tags;
    }

    /// The text of the article, or of the body when no article is marked. The charset is the page's own.
    public static String of(byte[] bytes) throws IOException {
        Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
        Document page = Jsoup.parse(new ByteArrayInputStream(bytes), null, "", parser);
        Element article = page.selectFirst("article, main");
        Gathered gathered = new Gathered();
        (article == null ? page.body() : article).filter(gathered);
        return gathered.text.toString().strip();
    }

    private static final class Gathered implements NodeFilter {
        private final StringBuilder text = new StringBuilder();

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(words.text());
            } else if (node instanceof Element element) {
                if (ASIDE.contains(element.normalName())) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                breakAround(element);
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                breakAround(element);
            }
            return FilterResult.CONTINUE;
        }

        private void breakAround(Element element) {
            boolean apart = element.isBlock() || element.normalName().equals("br");
            if (apart && !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }
    }
}
