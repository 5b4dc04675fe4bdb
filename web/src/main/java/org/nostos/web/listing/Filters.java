package org.nostos.web.listing;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a reader typed into filters, kept in the session under random keys: a filter may be a person's
/// name, and no address holds one. The oldest are forgotten first. Thread-safe.
final class Filters implements Serializable {

    private static final long serialVersionUID = 1;
    private static final String ATTRIBUTE = Filters.class.getName();
    private static final int MOST = 50;
    private static final int LONGEST = 200;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final LinkedHashMap<String, String> words = new LinkedHashMap<>();

    private Filters() {}

    static Filters of(HttpSession session) {
        synchronized (session) {
            Filters known = (Filters) session.getAttribute(ATTRIBUTE);
            Filters filters = known == null ? new Filters() : known;
            session.setAttribute(ATTRIBUTE, filters);
            return filters;
        }
    }

    /// Whether the text has the form of a key.
    static boolean isKey(String text) {
        return text.matches("~[A-Za-z0-9_-]{16}");
    }

    /// Keeps the words and gives their key; the same words keep the key they have.
    synchronized String keep(String typed) {
        String text = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        for (Map.Entry<String, String> one : words.entrySet()) {
            if (one.getValue().equals(text)) {
                return one.getKey();
            }
        }
        byte[] random = new byte[12];
        RANDOM.nextBytes(random);
        String key = "~" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        words.put(key, text);
        if (words.size() > MOST) {
            words.remove(words.firstEntry().getKey());
        }
        return key;
    }

    synchronized @Nullable String words(String key) {
        return words.get(key);
    }
}
