package org.nostos.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nostos.parties.Totp;

/// A browser without a face: cookies, forms and their tokens.
public final class FacelessBrowser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([^<]+)<");

    private final URI house;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    private @Nullable String token;
    private String prefers = "";
    private String wants = "*/*";
    private Map<String, String> more = Map.of();

    public FacelessBrowser(URI house) {
        this.house = house;
    }

    /// Says from now on which languages its reader prefers; nothing for none.
    FacelessBrowser prefers(String languages) {
        prefers = languages;
        return this;
    }

    /// Asks from now on for answers of this type.
    FacelessBrowser wants(String type) {
        wants = type;
        return this;
    }

    /// Shows login and password; returns the path that the door leads to.
    String knock(String login, String password) {
        HttpResponse<String> answer =
                post("/login", Map.of("username", login, "password", password));
        return location(answer);
    }

    /// Signs in, setting a second factor up where the door asks for one.
    public FacelessBrowser signIn(String login, String password) {
        String path = knock(login, password);
        if (path.equals("/login/enrol")) {
            path = enrol();
        }
        assertThat(path).isIn("/", "/account/second-factor");
        return this;
    }

    private String enrol() {
        Matcher secret = SECRET.matcher(get("/login/enrol").body());
        assertThat(secret.find()).as("a secret to type").isTrue();
        long step = Totp.stepAt(Instant.now(Clock.systemUTC()));
        String code = Totp.code(Totp.fromBase32(secret.group(1)), step);
        return location(post("/login/enrol", Map.of("code", code)));
    }

    /// Opens a page or sends a form with its token; whatever stands in braces becomes a random id.
    HttpResponse<String> visit(String method, String page) {
        String path = path(page);
        return method.equals("GET") ? get(path) : post(path, Map.of());
    }

    /// Sends a form without its token.
    HttpResponse<String> postUnasked(String page) {
        return send("POST", path(page), "");
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    /// Opens a page with one header more.
    HttpResponse<String> get(String path, String header, String value) {
        more = Map.of(header, value);
        try {
            return send("GET", path, "");
        } finally {
            more = Map.of();
        }
    }

    public HttpResponse<String> post(String path, Map<String, String> form) {
        List<String> pairs = new ArrayList<>(List.of("_csrf=" + token()));
        form.forEach((k, v) -> pairs.add(k + "=" + URLEncoder.encode(v, StandardCharsets.UTF_8)));
        if (path.startsWith("/login")) {
            token = null;
        }
        return send("POST", path, String.join("&", pairs));
    }

    /// Where the answer sends the browser, without the house's address; empty for none.
    public String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("location")
                .map(to -> to.replace(house.toString(), ""))
                .orElse("");
    }

    private static String path(String page) {
        return page.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    private HttpResponse<String> send(String method, String path, String form) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(house + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", wants)
                        .method(method, HttpRequest.BodyPublishers.ofString(form));
        if (!prefers.isEmpty()) {
            request.header("Accept-Language", prefers);
        }
        more.forEach(request::header);
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The token of the last page that had one; whoever comes in has a new one.
    private String token() {
        String known = token;
        if (known == null) {
            known = fetched();
            token = known;
        }
        return known;
    }

    private String fetched() {
        Matcher found = TOKEN.matcher(get("/login").body());
        assertThat(found.find()).as("a token on the login page").isTrue();
        return found.group(1);
    }
}
