package org.nostos.api;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Category;
import org.nostos.figures.Stage;
import org.nostos.ledger.FigureJson;
import org.nostos.ledger.Ledger;
import org.nostos.ledger.LedgerEntries.Found;
import org.nostos.ledger.LedgerEntry;
import org.nostos.ledger.LedgerQuestion;
import org.nostos.ledger.LedgerQuestion.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The published ledger: what `/api/v1/openapi.json` describes.
///
/// A request may name the state it knows (`If-None-Match`, `If-Modified-Since`) and is answered 304 while
/// nothing in the ledger has changed.
@RestController
@RequestMapping("/api/v1")
class PublishedFigures {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 500;
    private static final List<Stage> PUBLIC =
            List.of(Stage.PUBLISHED, Stage.CORRECTED, Stage.RETRACTED);

    private final Ledger ledger;

    PublishedFigures(Ledger ledger) {
        this.ledger = ledger;
    }

    /// What the address asks for; any text, so that a wrong one is told by name.
    record Query(
            @Nullable String q,
            @Nullable String category,
            @Nullable String place,
            @Nullable String attributed_to,
            @Nullable String from,
            @Nullable String upto,
            @Nullable String stage) {

        LedgerQuestion question() {
            return new LedgerQuestion(
                    blank(q),
                    blank(category) == null
                            ? null
                            : constant(Category.values(), "category", category),
                    blank(place),
                    blank(attributed_to),
                    day("from", from),
                    day("upto", upto),
                    blank(stage) == null
                            ? Stage.PUBLISHED
                            : constant(PUBLIC.toArray(Stage[]::new), "stage", stage),
                    Order.SAID,
                    true);
        }

        private static @Nullable String blank(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }

        private static <E extends Enum<E>> E constant(E[] all, String name, @Nullable String word) {
            return Stream.of(all)
                    .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst()
                    .orElseThrow(() -> new Wrong(name));
        }

        private static @Nullable LocalDate day(String name, @Nullable String text) {
            try {
                return blank(text) == null ? null : LocalDate.parse(String.valueOf(text));
            } catch (DateTimeException e) {
                throw new Wrong(name);
            }
        }
    }

    /// A parameter that says nothing of what it can.
    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;

        Wrong(String parameter) {
            super(parameter);
        }
    }

    @GetMapping(path = "/figures", produces = MediaType.APPLICATION_JSON_VALUE)
    @Nullable ResponseEntity<String> figures(
            Query query,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "100") int size,
            WebRequest request) {
        if (page < 1 || size < 1 || size > MOST || (long) page * size > Integer.MAX_VALUE) {
            throw new Wrong(page < 1 ? "page" : "size");
        }
        LedgerQuestion question = query.question();
        Instant changed = ledger.lastChange().orElse(Instant.EPOCH);
        String tag = tag(changed + "|" + query + "|" + page + "|" + size);
        if (request.checkNotModified(tag, changed.toEpochMilli())) {
            return null;
        }
        return ResponseEntity.ok(JSON.writeValueAsString(answer(query, question, page, size)));
    }

    private ObjectNode answer(Query query, LedgerQuestion question, int page, int size) {
        Found found = ledger.found(question, (page - 1) * size, size);
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode figures = answer.putArray("figures");
        found.rows().stream()
                .filter(entry -> entry.publishedAt() != null)
                .forEach(entry -> figures.add(FigureJson.of(entry)));
        answer.put("total", found.total());
        answer.put("page", page);
        answer.put(
                "next", (long) page * size < found.total() ? address(query, page + 1, size) : null);
        return answer;
    }

    private static String address(Query query, int page, int size) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/api/v1/figures");
        add(address, "q", query.q());
        add(address, "category", query.category());
        add(address, "place", query.place());
        add(address, "attributed_to", query.attributed_to());
        add(address, "from", query.from());
        add(address, "upto", query.upto());
        add(address, "stage", query.stage());
        return address.queryParam("page", page)
                .queryParam("size", size)
                .encode()
                .build()
                .toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            address.queryParam(name, value);
        }
    }

    @GetMapping(path = "/figures/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Nullable ResponseEntity<String> figure(@PathVariable UUID id, WebRequest request) {
        Optional<LedgerEntry> found =
                ledger.byIds(List.of(id)).stream()
                        .filter(entry -> entry.publishedAt() != null)
                        .findFirst();
        if (found.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        LedgerEntry entry = found.get();
        String tag = tag(FigureJson.of(entry).toString());
        if (request.checkNotModified(tag, entry.changedAt().toEpochMilli())) {
            return null;
        }
        return ResponseEntity.ok(JSON.writeValueAsString(FigureJson.of(entry)));
    }

    @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Resource openapi() {
        return new ClassPathResource("openapi.json");
    }

    @ExceptionHandler(Wrong.class)
    ResponseEntity<ProblemDetail> wrong(Wrong wrong) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.BAD_REQUEST,
                        "the parameter " + wrong.getMessage() + " says nothing that it can say");
        problem.setType(URI.create("/api/v1/openapi.json#wrong-parameter"));
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String tag(String of) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(of.getBytes(StandardCharsets.UTF_8));
            return '"' + HexFormat.of().formatHex(hash, 0, 12) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
