package org.nostos.ledger;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.PartialDate;
import org.nostos.figures.Figure;
import org.nostos.figures.Figure.Said;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A figure as JSON, always the same fields in the same order, so that its hash is a thing to cite.
///
/// The fields are those of the command `figures extract`; unknown is null and never left out.
public final class FigureJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonMapper SPACED =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private FigureJson() {}

    /// What was said, and where: all that the hash is of.
    public static ObjectNode said(LedgerEntry entry) {
        Figure figure = entry.figure();
        Said said = figure.said();
        ObjectNode node = JSON.createObjectNode();
        node.put("id", entry.id().toString());
        node.put("number", entry.name());
        put(node, "low", figure.amount().low());
        put(node, "high", figure.amount().high());
        node.put("qualifier", figure.amount().qualifier().word());
        node.put("unit", figure.unit().word());
        node.put("subject", figure.counted());
        node.put("category", figure.category().word());
        node.put("origin", figure.origin());
        node.put("place", figure.place());
        node.put("authority", figure.authority());
        node.put("attributed_to", said.office());
        node.put("person", said.person());
        node.put("outlet", said.outlet());
        node.put("said_on", written(said.on()));
        node.put("as_of", written(figure.asOf()));
        node.put("quote", said.words());
        node.put("subset_of", text(figure.partOf()));
        node.set("source", source(entry.source()));
        return node;
    }

    /// The same with where it stands in the ledger.
    public static ObjectNode of(LedgerEntry entry) {
        ObjectNode node = said(entry);
        node.put("stage", entry.stage().name().toLowerCase(java.util.Locale.ROOT));
        node.put(
                "published_at",
                entry.publishedAt() == null ? null : entry.publishedAt().toString());
        node.put("changed_at", entry.changedAt().toString());
        node.put("replaces", text(entry.replaces()));
        node.put("replaced_by", text(entry.replacedBy()));
        node.put("sha256", sha256(entry));
        return node;
    }

    /// As it is shown to people, with spaces.
    public static String spaced(ObjectNode node) {
        return SPACED.writeValueAsString(node);
    }

    /// SHA-256 of what was said, as [#said] writes it without spaces in UTF-8; in hex.
    public static String sha256(LedgerEntry entry) {
        try {
            byte[] bytes = JSON.writeValueAsString(said(entry)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static @Nullable ObjectNode source(@Nullable FigureSource source) {
        if (source == null) {
            return null;
        }
        ObjectNode node = JSON.createObjectNode();
        node.put("title", source.title());
        node.put("address", source.address());
        node.put("sha256", source.sha256());
        return node;
    }

    /// Whole numbers without a point.
    private static void put(ObjectNode node, String field, @Nullable BigDecimal number) {
        if (number != null && number.stripTrailingZeros().scale() <= 0) {
            node.put(field, number.toBigIntegerExact());
        } else {
            node.put(field, number);
        }
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static @Nullable String written(@Nullable PartialDate date) {
        return date == null ? null : SaidDate.written(date);
    }
}
