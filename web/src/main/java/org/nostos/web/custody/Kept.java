package org.nostos.web.custody;

import java.util.Map;

/// What somebody wrote into a form that was refused, so that nobody has to write it again.
///
/// @param form which of the page's forms it was
public record Kept(String form, Map<String, String> values) {

    static final Kept NOTHING = new Kept("", Map.of());

    public Kept {
        values = Map.copyOf(values);
    }

    public boolean is(String other) {
        return form.equals(other);
    }

    /// What was written into this field of this form; nothing, if it was another form.
    public String of(String other, String field) {
        return is(other) ? values.getOrDefault(field, "") : "";
    }
}
