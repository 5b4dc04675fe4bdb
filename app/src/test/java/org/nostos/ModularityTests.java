package org.nostos;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The rooms as Spring Modulith sees them.
class ModularityTests {

    private static final ApplicationModules ROOMS =
            ApplicationModules.of(
                    NostosApplication.class,
                    JavaClass.Predicates.resideInAPackage("org.nostos.testing.."));

    @Test
    void everyRoomKeepsToTheDependenciesItDeclares() {
        ROOMS.verify();
    }
}
