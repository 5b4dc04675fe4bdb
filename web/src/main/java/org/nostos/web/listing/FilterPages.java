package org.nostos.web.listing;

import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Takes what was typed into a filter and leads back to the list, whose address then holds its key.
@Controller
class FilterPages {

    private static final Set<String> NOT_KEPT = Set.of("to", "_csrf", "page", "as");

    @PostMapping("/filter")
    String filter(
            @RequestParam(defaultValue = "/") String to,
            @RequestParam Map<String, String> form,
            HttpSession session) {
        Map<String, String> address = new TreeMap<>();
        form.forEach((name, value) -> {
            if (!value.isBlank() && !NOT_KEPT.contains(name)) {
                boolean words = name.equals(Asked.WORDS) || name.endsWith("." + Asked.WORDS);
                address.put(
                        name,
                        words && !Filters.isKey(value)
                                ? Filters.of(session).keep(value.strip())
                                : value);
            }
        });
        return "redirect:" + Addresses.of(Addresses.withinTheHouse(to), address);
    }
}
