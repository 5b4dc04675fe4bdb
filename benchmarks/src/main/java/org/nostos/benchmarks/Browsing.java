package org.nostos.benchmarks;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody at a browser who has signed in, one request after the other.
final class Browsing {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final URI house;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String csrf = "";

    private Browsing(URI house) {
        this.house = house;
    }

    static Browsing as(URI house, String login) throws IOException, InterruptedException {
        Browsing browsing = new Browsing(house);
        browsing.get("/login");
        browsing.post("/login", Map.of("username", login, "password", BigHouse.PASSWORD));
        browsing.get("/");
        return browsing;
    }

    String get(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(house.resolve(path)).GET().build());
    }

    /// The same with more heads.
    String get(String path, Map<String, String> heads) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(house.resolve(path)).GET();
        heads.forEach(request::header);
        return answer(request.build());
    }

    String post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String form =
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return answer(
                HttpRequest.newBuilder(house.resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form + "&_csrf=" + encoded(csrf)))
                        .build());
    }

    private String answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 400) {
            throw new IOException(request.uri().getPath() + ": " + response.statusCode());
        }
        Matcher token = CSRF.matcher(response.body());
        if (token.find()) {
            csrf = token.group(1);
        }
        return response.body();
    }

    /// Everything on a page that the pattern's group finds, each once.
    static List<String> on(String page, String pattern) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        while (matcher.find()) {
            if (!found.contains(matcher.group(1))) {
                found.add(matcher.group(1));
            }
        }
        return found;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
