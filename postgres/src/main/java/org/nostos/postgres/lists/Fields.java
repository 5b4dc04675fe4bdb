package org.nostos.postgres.lists;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.nostos.basics.FieldRole;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
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

    private static void escape(String text, StringBuilder json) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"' || letter == '\\') {
                json.append('\\').append(letter);
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
