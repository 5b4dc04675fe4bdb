package org.nostos.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Difference;
import org.nostos.figures.Difference.Aspect;
import org.nostos.figures.Finding;
import org.nostos.figures.Finding.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The arithmetic of a finding and what differs in it, as JSON: how it is kept.
public final class FindingDetail {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FindingDetail() {}

    public static String write(Finding finding) {
        ObjectNode detail = JSON.createObjectNode().put("arithmetic", finding.arithmetic());
        ArrayNode differences = detail.putArray("differences");
        for (Difference difference : finding.differences()) {
            differences
                    .addObject()
                    .put("aspect", difference.aspect().name())
                    .put("one", difference.one())
                    .put("other", difference.other());
        }
        ArrayNode turns = detail.putArray("turns");
        finding.turns().forEach(figure -> turns.add(figure.toString()));
        return JSON.writeValueAsString(detail);
    }

    public static Finding read(Kind kind, List<UUID> figures, String json) {
        JsonNode detail = JSON.readTree(json);
        List<Difference> differences = new ArrayList<>();
        for (JsonNode one : detail.path("differences")) {
            Aspect aspect = Aspect.valueOf(one.get("aspect").asString());
            differences.add(new Difference(aspect, text(one.get("one")), text(one.get("other"))));
        }
        List<UUID> turns = new ArrayList<>();
        for (JsonNode figure : detail.path("turns")) {
            turns.add(UUID.fromString(figure.asString()));
        }
        return new Finding(kind, figures, detail.get("arithmetic").asString(), differences, turns);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isNull() ? null : node.asString();
    }
}
