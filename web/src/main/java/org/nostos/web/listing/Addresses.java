package org.nostos.web.listing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/// Addresses of this house, put together from a path and parameters.
final class Addresses {

    private Addresses() {}

    static String of(String path, Map<String, String> parameters) {
        String query =
                parameters.entrySet().stream()
                        .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /// The path if it leads to a page of this house, else the way to the first page.
    static String withinTheHouse(String path) {
        return path.matches("/[A-Za-z0-9._~/-]*") && !path.startsWith("//") && !path.contains("..")
                ? path
                : "/";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
