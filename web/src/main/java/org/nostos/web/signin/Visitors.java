package org.nostos.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.nostos.parties.Visitor;

/// Whence a request comes. Of what a browser says of itself only its make and its system are kept, in
/// plain words.
public final class Visitors {

    /// The first that is found counts: most browsers also name those they descend from.
    private static final Map<String, String> BROWSERS =
            ordered(
                    "Edg", "Edge",
                    "OPR/", "Opera",
                    "Firefox/", "Firefox",
                    "Chrome/", "Chrome",
                    "Safari/", "Safari",
                    "Java-http-client", "A program");

    private static final Map<String, String> SYSTEMS =
            ordered(
                    "Android", "Android",
                    "iPhone", "iPhone",
                    "iPad", "iPad",
                    "Windows", "Windows",
                    "Mac OS X", "Mac",
                    "Linux", "Linux");

    private Visitors() {}

    public static Visitor of(HttpServletRequest request) {
        String agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        return new Visitor(request.getRemoteAddr(), words(agent));
    }

    static String words(String agent) {
        String browser = first(BROWSERS, agent);
        String system = first(SYSTEMS, agent);
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + ", " + system;
    }

    private static String first(Map<String, String> names, String agent) {
        return names.entrySet().stream()
                .filter(name -> agent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new java.util.LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
