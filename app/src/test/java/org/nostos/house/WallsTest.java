package org.nostos.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The walls that neither Maven nor `verify()` can hold.
class WallsTest {

    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.nostos");

    private static final String[] PURE = {
        "org.nostos.basics..",
        "org.nostos.names..",
        "org.nostos.linkage..",
        "org.nostos.journal..",
        "org.nostos.figures.."
    };

    @Test
    void pureRoomsKnowNoSpringNoDatabaseAndNoWeb() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "java.sql..", "jakarta..", "org.postgresql..")
                .check(HOUSE);
    }

    @Test
    void theJournalKnowsNoPersonsAndNoRoom() {
        noClasses()
                .that()
                .resideInAPackage("org.nostos.journal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.nostos.parties..",
                        "org.nostos.lists..",
                        "org.nostos.registry..",
                        "org.nostos.identity..",
                        "org.nostos.names..",
                        "org.nostos.linkage..")
                .check(HOUSE);
    }

    @Test
    void pagesNeverTouchTheDatabase() {
        noClasses()
                .that()
                .resideInAnyPackage("org.nostos.web..", "org.nostos.api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.nostos.postgres..", "java.sql..", "org.springframework.jdbc..")
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void caseworkKnowsNeitherItsDatabaseNorItsPages() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.nostos.parties..",
                        "org.nostos.lists..",
                        "org.nostos.registry..",
                        "org.nostos.identity..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.nostos.postgres..",
                        "org.nostos.web..",
                        "java.sql..",
                        "org.springframework.jdbc..",
                        "org.springframework.web..",
                        "jakarta.servlet..")
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    /// What is said and what is known meet in a report above both, and nowhere else.
    @Test
    void whatIsSaidKnowsNoPersonAndNoRoomOfPersonsKnowsWhatIsSaid() {
        String[] said = {"org.nostos.figures..", "org.nostos.ledger.."};
        String[] known = {
            "org.nostos.registry..",
            "org.nostos.lists..",
            "org.nostos.identity..",
            "org.nostos.custody..",
            "org.nostos.legal..",
            "org.nostos.requests..",
            "org.nostos.transfers..",
            "org.nostos.cases.."
        };
        noClasses()
                .that()
                .resideInAnyPackage(said)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(known)
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAnyPackage(known)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(said)
                .check(HOUSE);
    }

    @Test
    void pagesAndInterfaceKnowNothingOfEachOther() {
        noClasses()
                .that()
                .resideInAPackage("org.nostos.web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.nostos.api..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("org.nostos.api..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.nostos.web..")
                .check(HOUSE);
    }

    @Test
    void nobodyNeedsTheDemo() {
        classes()
                .that()
                .resideInAPackage("org.nostos.demo..")
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAPackage("org.nostos.demo..")
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void roomsImportEachOtherInNoRing() {
        slices().matching("org.nostos.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void theStoresAndThePagesOfTheRoomsImportEachOtherInNoRing() {
        slices().matching("org.nostos.postgres.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(HOUSE);
        slices().matching("org.nostos.web.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(HOUSE);
    }
}
