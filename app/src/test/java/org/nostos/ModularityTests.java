package org.nostos;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/// The rooms as Spring Modulith sees them, and the diagram of them in `docs/rooms.md`.
class ModularityTests {

    /// The layers around the rooms, which may import all of them.
    private static final Set<String> AROUND = Set.of("basics", "postgres", "web", "api", "demo");

    private static final ApplicationModules ROOMS =
            ApplicationModules.of(
                    NostosApplication.class,
                    JavaClass.Predicates.resideInAPackage("org.nostos.testing.."));

    @Test
    void everyRoomKeepsToTheDependenciesItDeclares() {
        ROOMS.verify();
    }

    /// Write it anew with `-Dnostos.draw=true` when the rooms have changed.
    @Test
    void theDiagramInTheDocumentsIsTheOneOfTheCode() throws IOException {
        Path diagram = Path.of("..", "docs", "rooms.md");
        String drawn = draw();
        if (Boolean.getBoolean("nostos.draw")) {
            Files.writeString(diagram, drawn);
        }
        assertThat(diagram).content().isEqualTo(drawn);
    }

    private static String draw() {
        String arrows =
                ROOMS.stream()
                        .filter(room -> !room.isRootModule())
                        .filter(room -> !AROUND.contains(room.getIdentifier().toString()))
                        .sorted()
                        .map(ModularityTests::arrows)
                        .collect(Collectors.joining());
        return """
        # The rooms

        Drawn from the code by `ModularityTests`; an arrow is an import, and all may import `basics`.
        Around them: `postgres` implements the stores of the rooms, `web` and `api` show their public faces,
        `demo` fills an instance through them. No room imports any of the four.

        ```mermaid
        flowchart TD
        %s```
        """
                .formatted(arrows);
    }

    private static String arrows(ApplicationModule room) {
        String name = room.getIdentifier().toString();
        String lines =
                room.getDirectDependencies(ROOMS)
                        .uniqueModules()
                        .map(target -> target.getIdentifier().toString())
                        .filter(target -> !target.equals("basics"))
                        .sorted()
                        .map(target -> "    %s --> %s%n".formatted(name, target))
                        .collect(Collectors.joining());
        return lines.isEmpty() ? "    %s%n".formatted(name) : lines;
    }
}
