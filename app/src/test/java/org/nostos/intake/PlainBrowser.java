package org.nostos.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A browser without a face and without scripts: it signs in, follows redirects, and sends forms with
/// the token of the page it is on.
final class PlainBrowser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "----a-plain-boundary";

    private final URI instance;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
    private String token = "";

    private PlainBrowser(URI instance) {
        this.instance = instance;
    }

    static PlainBrowser signedIn(URI instance, String login, String password) {
        PlainBrowser browser = new PlainBrowser(instance);
        browser.get("/login");
        browser.post("/login", Map.of("username", login, "password", password));
        return browser;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(instance.resolve(path)).GET());
    }

    HttpResponse<String> post(String path, Map<String, String> form) {
        String pairs =
                form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return postEncoded(path, pairs);
    }

    HttpResponse<String> postEncoded(String path, String pairs) {
        return send(
                HttpRequest.newBuilder(instance.resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(pairs + "&_csrf=" + encoded(token))));
    }

    HttpResponse<String> handIn(Map<String, String> form, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        form.forEach((name, value) ->
                part(body, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        part(body, "name=\"_csrf\"", token.getBytes(StandardCharsets.UTF_8));
        part(body, "name=\"file\"; filename=\"list.csv\"", file);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                HttpRequest.newBuilder(instance.resolve("/lists"))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /// A file of that many zeros, which never stands whole in memory.
    HttpResponse<String> handInZeros(long size) {
        byte[] megabyte = new byte[1 << 20];
        return send(
                HttpRequest.newBuilder(instance.resolve("/lists"))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(
                                BodyPublishers.fromPublisher(
                                        BodyPublishers.ofByteArrays(() ->
                                                Stream.generate(() -> megabyte)
                                                        .limit(size >> 20)
                                                        .iterator()),
                                        size)));
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        String head =
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    http.send(
                            request.header("Accept", "text/html").build(), BodyHandlers.ofString());
            Matcher found = TOKEN.matcher(answer.body());
            token = found.find() ? found.group(1) : token;
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
