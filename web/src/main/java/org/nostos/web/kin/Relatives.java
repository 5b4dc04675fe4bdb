package org.nostos.web.kin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.identity.People;
import org.nostos.identity.PersonFile;
import org.nostos.registry.FamilyFile;
import org.nostos.registry.KinTie;
import org.springframework.stereotype.Component;

/// The people at the other end of ties, as the page names them. Reading each is an act.
@Component
class Relatives {

    private final People people;

    Relatives(People people) {
        this.people = people;
    }

    /// A tie with who is at its other end: a person here, or a name.
    public record Line(KinTie tie, String relation, @Nullable PersonFile file) {

        public String name() {
            return file == null ? tie.said().contact() : String.join(" ", file.names());
        }
    }

    List<Line> of(FamilyFile family, List<KinTie> ties) {
        Map<UUID, PersonFile> read = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (KinTie tie : ties) {
            UUID other = tie.otherThan(family.known());
            PersonFile file = other == null ? null : read.get(other);
            if (other != null && file == null) {
                file = people.file(other).orElse(null);
                if (file != null) {
                    read.put(other, file);
                }
            }
            lines.add(new Line(tie, tie.relationFor(family.known()).name(), file));
        }
        return lines;
    }
}
