package org.nostos.web.cases;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// The words and the pages of tracks. Templates say `@tracks`.
@Component("tracks")
public class Tracks {

    /// The tracks that have a page of their own, in the order of the tabs.
    private static final List<String> PARTS =
            List.of(
                    "custody",
                    "nationality",
                    "family",
                    "requests",
                    "bars",
                    "review",
                    "rehabilitation",
                    "evidence",
                    "transfer");

    /// The messages in which a track's states are said.
    private static final Map<String, String> STATES =
            Map.of(
                    "bars", "case.bars.",
                    "custody", "custody.status.",
                    "family", "case.family.",
                    "identity", "identity.standing.",
                    "nationality", "nationality.status.",
                    "rehabilitation", "law.rehabilitation.state.",
                    "review", "law.review.state.",
                    "requests", "answer.",
                    "third-state", "answer.",
                    "transfer", "transfer.line.");

    private final MessageSource messages;

    Tracks(MessageSource messages) {
        this.messages = messages;
    }

    public List<String> parts() {
        return PARTS;
    }

    /// The address of a track's page, if it has one.
    public @Nullable String path(String track, UUID person) {
        return PARTS.contains(track) ? "/cases/" + person + "/" + track : null;
    }

    /// How a case stands: every word of its summary.
    public String words(List<String> words) {
        return words.stream().map(this::word).collect(Collectors.joining("; "));
    }

    /// A word of a summary as people say it: the track, what of it, and how it stands.
    public String word(String word) {
        int colon = word.indexOf(':');
        String[] track = word.substring(0, colon).split("\\.", 2);
        String state = word.substring(colon + 1);
        String said = message(STATES.getOrDefault(track[0], track[0] + ".") + state);
        String name = message("track." + track[0]);
        return track.length > 1
                ? message("case.word-of", name, track[1], said)
                : message("case.word", name, said);
    }

    private String message(String key, Object... arguments) {
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage(key, arguments, locale);
    }
}
