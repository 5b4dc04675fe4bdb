package org.nostos.web.listing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Gives every page what its address says besides the two times, so that another time keeps the filter.
@ControllerAdvice
class AddressKept {

    private static final Set<String> NOT_KEPT = Set.of("asOf", "asKnown", "page", "as", "_csrf");

    /// @param fields what a form that asks for another time sends along
    /// @param now the same page as it is now
    public record Address(Map<String, String> fields, String now) {}

    @ModelAttribute("address")
    Address address(HttpServletRequest request) {
        Map<String, String> fields = new TreeMap<>();
        if (request.getMethod().equals("GET")) {
            request.getParameterMap()
                    .forEach((name, values) -> {
                        if (!NOT_KEPT.contains(name)
                                && values.length == 1
                                && !values[0].isBlank()) {
                            fields.put(name, values[0]);
                        }
                    });
        }
        return new Address(fields, Addresses.of(request.getRequestURI(), fields));
    }
}
