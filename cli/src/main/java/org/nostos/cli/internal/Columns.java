package org.nostos.cli.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nostos.basics.FieldRole;

/// What the columns of a file are: the one with the id, those with a role, those left out.
///
/// `id` is -1 when no column has the id and the number of the line stands for it.
public record Columns(
        List<String> headings, int id, Map<FieldRole, List<Integer>> roles, List<String> leftOut) {
    private static final List<String> USUAL_IDS = List.of("unique_id", "id", "record_id", "rec_id");

    /// Roles of columns as the user gave them: `role=column,role=column`.
    public static Map<String, FieldRole> parseMap(String map) {
        Map<String, FieldRole> roles = new LinkedHashMap<>();
        for (String part : map.split(",", -1)) {
            int sign = part.indexOf('=');
            if (sign < 1) {
                throw Refused.wrongUsage(
                        "--map takes role=column,…; this part has no role: " + part);
            }
            String key = part.substring(0, sign).strip();
            FieldRole role =
                    FieldRole.ofKey(key)
                            .orElseThrow(() ->
                                    Refused.wrongUsage(
                                            "there is no role "
                                                    + key
                                                    + "; the roles are "
                                                    + keys()));
            roles.put(part.substring(sign + 1).strip(), role);
        }
        return roles;
    }

    private static String keys() {
        List<String> keys = new ArrayList<>();
        for (FieldRole role : FieldRole.values()) {
            keys.add(role.key());
        }
        return String.join(" ", keys);
    }

    /// @param idColumn the heading of the id, or empty to look for a usual one
    public static Columns of(
            String file,
            List<String> rawHeadings,
            Optional<String> idColumn,
            Map<String, FieldRole> map) {
        List<String> headings = rawHeadings.stream().map(String::strip).toList();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            places.putIfAbsent(headings.get(i), i);
        }
        for (String mapped : map.keySet()) {
            require(file, mapped, places, headings);
        }
        int id =
                idColumn.map(name -> require(file, name, places, headings))
                        .orElseGet(() -> usualId(headings, map));
        Map<FieldRole, List<Integer>> roles = new EnumMap<>(FieldRole.class);
        List<String> leftOut = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            if (i == id) {
                continue;
            }
            String heading = headings.get(i);
            Optional<FieldRole> role =
                    map.containsKey(heading)
                            ? Optional.of(map.get(heading))
                            : FieldRole.ofHeading(heading);
            int place = i;
            role.ifPresentOrElse(
                    found -> roles.computeIfAbsent(found, any -> new ArrayList<>()).add(place),
                    () -> leftOut.add(heading));
        }
        return new Columns(headings, id, roles, leftOut);
    }

    private static int require(
            String file, String name, Map<String, Integer> places, List<String> headings) {
        Integer place = places.get(name);
        if (place == null) {
            throw Refused.badData(
                    file
                            + ":1: there is no column "
                            + name
                            + "; its columns are "
                            + String.join(", ", headings));
        }
        return place;
    }

    private static int usualId(List<String> headings, Map<String, FieldRole> map) {
        for (String usual : USUAL_IDS) {
            for (int i = 0; i < headings.size(); i++) {
                if (headings.get(i).toLowerCase(Locale.ROOT).equals(usual)
                        && !map.containsKey(headings.get(i))) {
                    return i;
                }
            }
        }
        return -1;
    }
}
