package org.nostos.web.splits;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// What the form of a draft says: the group of each record and of each act that somebody chose one for.
record Choices(Map<UUID, Integer> groups, Map<String, Integer> places) {

    private static final String GROUP = "group.";
    private static final String PLACE = "place.";

    /// Fields that say nothing, or nothing that can be read, are passed over: the page asks again.
    static Choices of(Map<String, String> form) {
        Map<UUID, Integer> groups = new HashMap<>();
        Map<String, Integer> places = new HashMap<>();
        form.forEach((field, value) -> {
            if (!value.matches("\\d{1,3}")) {
                return;
            }
            if (field.matches("group\\.[0-9a-f-]{36}")) {
                groups.put(
                        UUID.fromString(field.substring(GROUP.length())), Integer.valueOf(value));
            } else if (field.startsWith(PLACE)) {
                places.put(field.substring(PLACE.length()), Integer.valueOf(value));
            }
        });
        groups.values().removeIf(group -> group < 1);
        return new Choices(groups, places);
    }
}
