package org.nostos.postgres.lists;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.lists.KeptCell;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a row says, role by role, as the JSON object that the tables keep: `{"full_name": ["…"]}`.
final class Fields {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, List<String>>> SHAPE = new TypeReference<>() {};

    private Fields() {}

    /// Written by hand, because this is done for every row of every list.
    static String write(Map<FieldRole, List<String>> values) {
        StringBuilder json = new StringBuilder(160).append('{');
        for (Map.Entry<FieldRole, List<String>> value : values.entrySet()) {
            json.append(json.length() == 1 ? "\"" : ",\"")
                    .append(value.getKey().key())
                    .append("\":[");
            for (int i = 0; i < value.getValue().size(); i++) {
                json.append(i == 0 ? "\"" : ",\"");
                escape(value.getValue().get(i), json);
                json.append('"');
            }
            json.append(']');
        }
        return json.append('}').toString();
    }

    /// Cells as `[[column, "heading", "text"], …]`; null where there are none.
    static @Nullable String writeKept(List<KeptCell> kept) {
        if (kept.isEmpty()) {
            return null;
        }
        StringBuilder json = new StringBuilder(80).append('[');
        for (KeptCell cell : kept) {
            json.append(json.length() == 1 ? "[" : ",[").append(cell.column()).append(",\"");
            escape(cell.heading(), json);
            json.append("\",\"");
            escape(cell.text(), json);
            json.append("\"]");
        }
        return json.append(']').toString();
    }

    static List<KeptCell> readKept(@Nullable String json) throws JacksonException {
        if (json == null) {
            return List.of();
        }
        List<KeptCell> kept = new ArrayList<>();
        for (JsonNode cell : JSON.readTree(json)) {
            kept.add(
                    new KeptCell(
                            cell.get(0).asInt(), cell.get(1).asString(), cell.get(2).asString()));
        }
        return kept;
    }

    private static void escape(String text, StringBuilder json) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"' || letter == '\\') {
                json.append('\\').append(letter);
            } else if (letter == 0) {
                json.append('\u2400');
            } else if (letter < 0x20) {
                json.append(String.format("\\u%04x", (int) letter));
            } else {
                json.append(letter);
            }
        }
    }

    static Map<FieldRole, List<String>> read(String json) throws JacksonException {
        Map<FieldRole, List<String>> values = new EnumMap<>(FieldRole.class);
        JSON.readValue(json, SHAPE)
                .forEach((key, said) ->
                        FieldRole.ofKey(key)
                                .ifPresent(role -> values.put(role, new ArrayList<>(said))));
        return values;
    }
}
