package org.nostos.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.ledger.Finding.Line;
import org.nostos.ledger.Finding.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// The arithmetic of a finding as JSON: how it is kept.
public final class FindingLines {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FindingLines() {}

    public static String write(List<Line> lines) {
        ArrayNode array = JSON.createArrayNode();
        for (Line line : lines) {
            @Nullable UUID figure = line.figure();
            array.addObject()
                    .put("role", line.role().name())
                    .put("figure", figure == null ? null : figure.toString())
                    .put("number", line.number().toPlainString());
        }
        return JSON.writeValueAsString(array);
    }

    public static List<Line> read(String json) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode line : JSON.readTree(json)) {
            JsonNode figure = line.get("figure");
            lines.add(
                    new Line(
                            Role.valueOf(line.get("role").asString()),
                            figure.isNull() ? null : UUID.fromString(figure.asString()),
                            new java.math.BigDecimal(line.get("number").asString())));
        }
        return lines;
    }
}
