package org.nostos.requests.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nostos.basics.FieldRole;
import org.nostos.identity.PersonFile;
import org.nostos.identity.PersonFile.Item;
import org.nostos.identity.PersonFile.Value;

/// What a line of an annex says of a person: the fields that may be told, as the file has them today.
public final class Snapshots {

    private Snapshots() {}

    /// The preferred value of each field, or the leader's; the name in two scripts where it has two.
    public static Map<FieldRole, String> of(PersonFile file, Set<FieldRole> fields) {
        Map<FieldRole, String> said = new LinkedHashMap<>();
        for (FieldRole role : FieldRole.values()) {
            if (fields.contains(role)) {
                String text = role == FieldRole.FULL_NAME ? name(file) : value(file.items(), role);
                if (!text.isBlank()) {
                    said.put(role, text);
                }
            }
        }
        return said;
    }

    private static String name(PersonFile file) {
        return String.join(" / ", file.names());
    }

    private static String value(Collection<Item> items, FieldRole role) {
        List<Value> values =
                items.stream()
                        .filter(item -> item.role() == role)
                        .flatMap(item -> item.values().stream())
                        .toList();
        return values.stream()
                .filter(Value::isPreferred)
                .findFirst()
                .or(() -> values.stream().findFirst())
                .map(Value::text)
                .orElse("");
    }
}
