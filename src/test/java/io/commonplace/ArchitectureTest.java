package io.commonplace;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Holds what the root package's description promises. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.commonplace");

    /** Lowest first; a package may use those before it, siblings in one row not each other. */
    private static final String[][] ORDER = {
        {"rendering"},
        {"platform"},
        {"database", "cluster"},
        {"jobs"},
        {"people"},
        {"pages"},
        {"attachments"},
        {"transfer"},
        {"admin"}
    };

    @Test
    void thereIsSomethingToCheck() {
        assertThat(CLASSES).hasSizeGreaterThan(100);
    }

    @Test
    void importsGoDownOnly() {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String[] row : ORDER) {
            for (String name : row) {
                layers = layers.layer(name).definedBy("io.commonplace." + name + "..");
            }
        }
        for (int i = 0; i < ORDER.length; i++) {
            for (String name : ORDER[i]) {
                layers = i == ORDER.length - 1
                        ? layers.whereLayer(name).mayNotBeAccessedByAnyLayer()
                        : layers.whereLayer(name).mayOnlyBeAccessedByLayers(above(i));
            }
        }
        layers.check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.commonplace.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void facesAndServletsAreKnownInWebPackagesOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.faces..", "jakarta.servlet..", "jakarta.websocket..", "jakarta.ws.rs..")
                .check(CLASSES);
    }

    @Test
    void thereIsNoServletSession() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.servlet.http.HttpSession")
                .check(CLASSES);
    }

    @Test
    void messagesAreKnownToJobsOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.commonplace.jobs..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.jms..")
                .check(CLASSES);
    }

    @Test
    void theGridIsKnownToClusterOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.commonplace.cluster..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.hazelcast..", "javax.cache..")
                .check(CLASSES);
    }

    @Test
    void plainJdbcIsKnownToDatabaseOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.commonplace.database..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(CLASSES);
    }

    @Test
    void transactionsDoNotBeginInWebPackages() {
        noClasses()
                .that()
                .resideInAPackage("..web..")
                .should()
                .beAnnotatedWith(Transactional.class)
                .orShould()
                .beAnnotatedWith("io.commonplace.database.Writes")
                .check(CLASSES);
    }

    @Test
    void namesSayWhatAThingIs() {
        classes()
                .that(resideInAPackage("io.commonplace..").and(alwaysTrue()))
                .should()
                .haveNameNotMatching(".*(Impl|Manager|Helper|Utils?|Dto|DTO|Facade)")
                .check(CLASSES);
    }

    private static String[] above(int row) {
        return Arrays.stream(ORDER, row + 1, ORDER.length)
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
    }
}
