package org.nostos.house;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a template says in words of its own, where the message bundle should speak.
final class Templates {

    private static final Pattern UNSEEN =
            Pattern.compile(
                    "<!--.*?-->|<(script|style)\\b.*?</\\1>|<!DOCTYPE[^>]*>|\\[\\[.*?]]|&[#\\w]+;",
                    Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("<(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>");
    private static final Pattern SPOKEN =
            Pattern.compile(
                    "(?<![:\\w-])(?:title|alt|placeholder|aria-label)=\"([^\"]*\\p{L}[^\"]*)\"");

    private Templates() {}

    /// Text between tags, and attributes that are read out, as far as they hold two letters or more.
    static List<String> words(String template) {
        String seen = UNSEEN.matcher(template).replaceAll(" ");
        List<String> between =
                Arrays.stream(TAG.split(seen))
                        .map(String::strip)
                        .filter(text -> text.matches("(?s).*\\p{L}{2}.*"))
                        .toList();
        List<String> spoken = SPOKEN.matcher(seen).results().map(found -> found.group(1)).toList();
        return Stream.concat(between.stream(), spoken.stream()).toList();
    }
}
