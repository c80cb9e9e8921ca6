package io.commonplace;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.hazelcast.core.HazelcastInstance;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import io.commonplace.cluster.GridMaps;
import io.commonplace.database.Writes;
import io.commonplace.platform.PeriodicTask;
import jakarta.ejb.Schedule;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rules that the root package's description promises, for the packages below {@code root}: the application's own, and
 * those of {@code io.commonplace.wrong}, in which each is broken.
 */
final class ArchitectureRules {
    /** Lowest first; a package may use those before it, siblings in one row not each other. */
    private static final List<List<String>> ORDER = order();

    private static final DescribedPredicate<JavaClass> ARE_STORES = simpleNameEndingWith("Store");

    private static final DescribedPredicate<JavaMethod> USE_THE_PRIMARY = DescribedPredicate.describe(
            "use an injected EntityManager",
            method -> method.getFieldAccesses().stream()
                    .anyMatch(access -> access.getTarget().getRawType().isEquivalentTo(EntityManager.class)));

    private final String root;

    /** @param root with a dot at its end */
    ArchitectureRules(String root) {
        this.root = root;
    }

    ArchRule importsGoDownOnly() {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String name : ORDER.stream().flatMap(List::stream).toList()) {
            layers = layers.optionalLayer(name).definedBy(root + name + "..");
        }
        for (int i = 0; i < ORDER.size(); i++) {
            for (String name : ORDER.get(i)) {
                layers = i == ORDER.size() - 1
                        ? layers.whereLayer(name).mayNotBeAccessedByAnyLayer()
                        : layers.whereLayer(name).mayOnlyBeAccessedByLayers(above(i));
            }
        }
        return layers;
    }

    ArchRule packagesHaveNoCycles() {
        return slices().matching(root + "(**)").should().beFreeOfCycles();
    }

    ArchRule facesAndServletsAreKnownInWebPackagesOnly() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("..web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.faces..", "jakarta.servlet..", "jakarta.websocket..", "jakarta.ws.rs..");
    }

    ArchRule thereIsNoServletSession() {
        return noClasses().should().dependOnClassesThat().haveFullyQualifiedName("jakarta.servlet.http.HttpSession");
    }

    ArchRule messagesAreKnownToJobsOnly() {
        return isKnownOnlyTo("jobs", "jakarta.jms..");
    }

    ArchRule theGridIsKnownToClusterAndCacheOnly() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + "cluster..", root + "cache..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.hazelcast..", "javax.cache..");
    }

    /** A call of another map fails when it finds nobody in charge, while clones come and go. */
    ArchRule theGridsMapsComeFromOnePlace() {
        return noClasses()
                .that()
                .doNotBelongToAnyOf(GridMaps.class)
                .should()
                .callMethodWhere(target(nameMatching("getMap|getReplicatedMap"))
                        .and(target(owner(assignableTo(HazelcastInstance.class)))));
    }

    ArchRule plainJdbcIsKnownToDatabaseOnly() {
        return isKnownOnlyTo("database", "java.sql..", "javax.sql..");
    }

    /** The package {@code database} is about servers, not about what is stored: it gives the entity managers to the others. */
    ArchRule entityManagersAreKnownToStoresAndQueriesOnly() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + "database..")
                .and()
                .haveNameNotMatching(".*(Store|Queries)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(EntityManager.class);
    }

    /** A use case begins it, and knows what else belongs to it. */
    ArchRule storesBeginNoTransaction() {
        return methods().that().areDeclaredInClassesThat(ARE_STORES).should(beginNoTransaction());
    }

    /** So that a missing boundary fails loudly, instead of reading without one. */
    ArchRule storesDemandATransaction() {
        return methods()
                .that(USE_THE_PRIMARY)
                .and()
                .areDeclaredInClassesThat(ARE_STORES)
                .and()
                .areNotPrivate()
                .should()
                .beAnnotatedWith(transactional("MANDATORY"))
                .orShould()
                .beDeclaredInClassesThat(annotatedWith(transactional("MANDATORY")));
    }

    /** On a class or on a method; {@link Writes} is made of {@link Transactional}. */
    ArchRule noClassInAWebPackageBeginsTransactions() {
        return noClasses().that().resideInAPackage("..web..").should().beMetaAnnotatedWith(Transactional.class);
    }

    ArchRule noMethodInAWebPackageBeginsTransactions() {
        return noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("..web..")
                .should()
                .beMetaAnnotatedWith(Transactional.class);
    }

    /** A second connection, asked for by somebody who holds one: as many as the pool has would wait for each other. */
    ArchRule noMethodTakesASecondConnection() {
        return noMethods().should().beAnnotatedWith(transactional("REQUIRES_NEW"));
    }

    /** A plain schedule never runs a task again that has thrown, and tells nobody. */
    ArchRule onlyPeriodicTasksAreScheduledAgainAndAgain() {
        return noClasses()
                .that()
                .doNotBelongToAnyOf(PeriodicTask.class)
                .should()
                .callMethodWhere(target(nameMatching("scheduleAtFixedRate|scheduleWithFixedDelay")))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Timer");
    }

    /** The container cancels a timer whose method throws, or in which a transaction breaks, twice in a row. */
    ArchRule timersRunPeriodicTasks() {
        return methods().that().areAnnotatedWith(Schedule.class).should(runAPeriodicTask());
    }

    ArchRule namesSayWhatAThingIs() {
        return classes().should().haveNameNotMatching("(?i).*(" + String.join("|", emptyNames()) + ")s?");
    }

    private ArchRule isKnownOnlyTo(String name, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }

    private static DescribedPredicate<JavaAnnotation<?>> transactional(String type) {
        return DescribedPredicate.describe(
                "@Transactional(" + type + ")",
                annotation -> annotation.getRawType().isEquivalentTo(Transactional.class)
                        && annotation
                                .get("value")
                                .filter(value -> value instanceof JavaEnumConstant constant
                                        && constant.name().equals(type))
                                .isPresent());
    }

    private static ArchCondition<JavaMethod> beginNoTransaction() {
        return new ArchCondition<>("begin no transaction") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean begins = begins(method) || begins(method.getOwner());
                events.add(new SimpleConditionEvent(method, !begins, method.getDescription() + " begins one"));
            }
        };
    }

    private static boolean begins(CanBeAnnotated what) {
        return what.isMetaAnnotatedWith(Transactional.class) && !what.isAnnotatedWith(transactional("MANDATORY"));
    }

    private static ArchCondition<JavaMethod> runAPeriodicTask() {
        return new ArchCondition<>("hand a PeriodicTask over") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean runs = method.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(PeriodicTask.class)
                                && call.getName().equals("runOn"));
                events.add(new SimpleConditionEvent(method, runs, method.getDescription() + " hands none over"));
            }
        };
    }

    private static String[] above(int row) {
        return ORDER.subList(row + 1, ORDER.size()).stream()
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    /** As the page on house style lists them: {@code No *Manager*, *Helper*}. */
    private static List<String> emptyNames() {
        String page = text("src/handbook/extending/house-style.md");
        String sentence = page.substring(page.indexOf("No *Manager*"));
        return Pattern.compile("\\*(\\w+)\\*")
                .matcher(sentence.substring(0, sentence.indexOf(':')))
                .results()
                .map(name -> name.group(1))
                .toList();
    }

    /** As the root package's description says it: {@code a -> {b, c} -> d}. */
    private static List<List<String>> order() {
        String text = text("src/main/java/io/commonplace/package-info.java");
        String order = text.substring(text.indexOf("<pre>") + 5, text.indexOf("</pre>"));
        return Stream.of(order.replaceAll("[\\s*{}]", "").split("->"))
                .map(row -> List.of(row.split(",")))
                .toList();
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The packages of features that the order names, for a test that none is missing. */
    static List<String> packages() {
        return ORDER.stream().flatMap(List::stream).toList();
    }
}
