package io.commonplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds what the root package's description promises. A rule that nothing can break is none: each is seen broken, too. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.commonplace");
    private static final JavaClasses WRONG = new ClassFileImporter().importPackages("io.commonplace.wrong");

    static Stream<Named<Function<ArchitectureRules, ArchRule>>> rules() {
        return Stream.of(
                Named.of("imports go down only", ArchitectureRules::importsGoDownOnly),
                Named.of("packages have no cycles", ArchitectureRules::packagesHaveNoCycles),
                Named.of(
                        "Faces and servlets are known in web packages only",
                        ArchitectureRules::facesAndServletsAreKnownInWebPackagesOnly),
                Named.of("there is no servlet session", ArchitectureRules::thereIsNoServletSession),
                Named.of("messages are known to jobs only", ArchitectureRules::messagesAreKnownToJobsOnly),
                Named.of(
                        "the grid is known to cluster and cache only",
                        ArchitectureRules::theGridIsKnownToClusterAndCacheOnly),
                Named.of("the grid's maps come from one place", ArchitectureRules::theGridsMapsComeFromOnePlace),
                Named.of("plain JDBC is known to database only", ArchitectureRules::plainJdbcIsKnownToDatabaseOnly),
                Named.of(
                        "entity managers are known to stores and queries only",
                        ArchitectureRules::entityManagersAreKnownToStoresAndQueriesOnly),
                Named.of("stores begin no transaction", ArchitectureRules::storesBeginNoTransaction),
                Named.of("stores demand a transaction", ArchitectureRules::storesDemandATransaction),
                Named.of(
                        "no class in a web package begins transactions",
                        ArchitectureRules::noClassInAWebPackageBeginsTransactions),
                Named.of(
                        "no method in a web package begins transactions",
                        ArchitectureRules::noMethodInAWebPackageBeginsTransactions),
                Named.of("no method takes a second connection", ArchitectureRules::noMethodTakesASecondConnection),
                Named.of(
                        "only periodic tasks are scheduled again and again",
                        ArchitectureRules::onlyPeriodicTasksAreScheduledAgainAndAgain),
                Named.of("timers run periodic tasks", ArchitectureRules::timersRunPeriodicTasks),
                Named.of("names say what a thing is", ArchitectureRules::namesSayWhatAThingIs));
    }

    @Test
    void thereIsSomethingToCheck() {
        assertThat(CLASSES).hasSizeGreaterThan(100);
    }

    @Test
    void theOrderNamesEveryPackage() {
        String root = "io.commonplace.";
        assertThat(CLASSES.stream()
                        .map(type -> type.getPackageName() + ".")
                        .filter(name -> name.startsWith(root) && name.length() > root.length())
                        .map(name -> name.substring(root.length(), name.indexOf('.', root.length()))))
                .containsOnlyElementsOf(ArchitectureRules.packages());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theApplicationKeepsTheRule(Function<ArchitectureRules, ArchRule> rule) {
        rule.apply(new ArchitectureRules("io.commonplace.")).check(CLASSES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void whoBreaksTheRuleIsFound(Function<ArchitectureRules, ArchRule> rule) {
        ArchRule broken = rule.apply(new ArchitectureRules("io.commonplace.wrong."));
        assertThat(broken.evaluate(WRONG).hasViolation()).isTrue();
    }
}
