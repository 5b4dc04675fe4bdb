package org.nostos.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Amount;
import org.nostos.figures.Category;
import org.nostos.figures.Claim;
import org.nostos.figures.Qualifier;
import org.nostos.figures.Span;
import org.nostos.figures.Unit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A claim as JSON, in the fields in which the command prints it.
public final class ClaimLines {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ClaimLines() {}

    public static String write(Claim claim) {
        ObjectNode node = JSON.createObjectNode();
        node.put("quote", claim.quote());
        node.put("low", claim.amount().low());
        node.put("high", claim.amount().high());
        node.put("qualifier", claim.amount().qualifier().word());
        node.put("unit", claim.unit().word());
        node.put("subject", claim.subject());
        node.put("category", claim.category().word());
        node.put("origin", claim.origin());
        node.put("place", claim.place());
        node.put("authority", claim.authority());
        node.put("attributed_to", claim.attributedTo());
        node.put("as_of", claim.asOf());
        node.put("subset_of", claim.partOf());
        node.put("start", claim.at().start());
        node.put("end", claim.at().end());
        ArrayNode also = node.putArray("also");
        claim.also().forEach(span -> also.addArray().add(span.start()).add(span.end()));
        return JSON.writeValueAsString(node);
    }

    public static Claim read(String json) {
        JsonNode node = JSON.readTree(json);
        List<Span> also = new ArrayList<>();
        node.get("also").forEach(one -> also.add(new Span(one.get(0).asInt(), one.get(1).asInt())));
        return new Claim(
                new Span(node.get("start").asInt(), node.get("end").asInt()),
                node.get("quote").asString(),
                new Amount(
                        node.get("low").decimalValue(),
                        number(node, "high"),
                        Qualifier.valueOf(upper(node, "qualifier"))),
                Unit.parse(node.get("unit").asString()),
                node.get("subject").asString(),
                Category.parse(node.get("category").asString()),
                text(node, "origin"),
                text(node, "place"),
                text(node, "authority"),
                text(node, "attributed_to"),
                text(node, "as_of"),
                text(node, "subset_of"),
                also);
    }

    private static String upper(JsonNode node, String field) {
        return node.get(field).asString().toUpperCase(java.util.Locale.ROOT);
    }

    private static @Nullable BigDecimal number(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value.decimalValue();
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value.asString();
    }
}
