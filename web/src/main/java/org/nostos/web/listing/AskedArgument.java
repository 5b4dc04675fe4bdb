package org.nostos.web.listing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Reads what is asked of a list from the address.
final class AskedArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Asked.class;
    }

    @Override
    public Asked resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request =
                Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        return read(request);
    }

    private static Asked read(HttpServletRequest request) {
        Map<String, String> address = new HashMap<>();
        Map<String, String> typed = new HashMap<>();
        request.getParameterMap()
                .forEach((name, values) -> {
                    String value = values.length == 0 ? "" : values[0];
                    if (!value.isBlank() && !name.equals("_csrf")) {
                        boolean words =
                                name.equals(Asked.WORDS) || name.endsWith("." + Asked.WORDS);
                        address.put(name, words ? key(request, value) : value);
                        if (words) {
                            String kept = Filters.of(request.getSession()).words(address.get(name));
                            if (kept != null) {
                                typed.put(name, kept);
                            }
                        }
                    }
                });
        return new Asked(request.getRequestURI(), "", address, typed);
    }

    /// An address may be written by hand; what stands in it plainly is put away like what is typed.
    private static String key(HttpServletRequest request, String value) {
        return Filters.isKey(value) ? value : Filters.of(request.getSession()).keep(value);
    }
}
