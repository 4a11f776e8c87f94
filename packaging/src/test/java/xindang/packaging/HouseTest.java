package xindang.packaging;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Which part of the house may know which: the arrows between modules, packages and libraries. */
class HouseTest {
    /** What each module may know of the others; everything else is forbidden. */
    private static final Map<String, List<String>> ARROWS = Map.of(
            "model", List.of(),
            "persistence", List.of("model"),
            "reports", List.of("model"),
            "platform", List.of("model"),
            "sync", List.of("model"),
            "cli", List.of("model", "persistence", "reports", "sync", "platform"),
            "desktop", List.of("model", "persistence", "reports", "sync", "platform"),
            "packaging", List.of("model", "persistence", "reports", "sync", "platform", "cli", "desktop"));

    /** Written classes each module must at least show, so that no rule can pass because nothing was read. */
    private static final Map<String, Integer> AT_LEAST = Map.of("model", 40, "packaging", 2);

    @Test
    void everyModuleIsSeen() {
        Map<String, Long> seen = House.written().stream()
                .collect(Collectors.groupingBy(type -> type.getPackageName().split("\\.")[1], Collectors.counting()));
        assertEquals(ARROWS.keySet(), seen.keySet());
        AT_LEAST.forEach((module, least) ->
                assertTrue(seen.getOrDefault(module, 0L) >= least, () -> module + " shows " + seen.get(module)));
    }

    @Test
    void arrowsBetweenModulesRunOneWay() {
        ARROWS.forEach((module, known) -> {
            String[] others = ARROWS.keySet().stream()
                    .filter(other -> !other.equals(module) && !known.contains(other))
                    .map(other -> "xindang." + other + "..")
                    .toArray(String[]::new);
            if (others.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage("xindang." + module + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(others)
                        .because("the modules form a graph that runs one way (design: model at the bottom)")
                        .check(House.written());
            }
        });
    }

    @Test
    void frontEndsKnowThePlatformThroughOneType() {
        List<String> known = House.written().stream()
                .filter(type -> Stream.of("xindang.cli", "xindang.desktop", "xindang.packaging")
                        .anyMatch(type.getPackageName()::startsWith))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(type -> type.getPackageName().startsWith("xindang.platform"))
                .map(HouseTest::topLevelName)
                .distinct()
                .sorted()
                .toList();
        assertTrue(known.size() <= 1, () -> "a client starts the platform and knows nothing else of it: " + known);
    }

    /** Mappers of the JSON package stand above the features they map; its values and canonical form stand below. */
    @Test
    void featuresFormNoCycles() {
        slices().matching("xindang.(**)")
                .should()
                .beFreeOfCycles()
                .because("a feature can be read, tested and deleted without the ones that stand on it")
                .check(House.written());
    }

    @Test
    void theModelStandsOnTheLanguageAlone() {
        classes()
                .that()
                .resideInAPackage("xindang.model..")
                .and()
                .resideOutsideOfPackages("xindang.model.json..", "xindang.model.wire..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "xindang.model..")
                .because("two packages know a library, Jackson in json and wire")
                .check(House.written());
        classes()
                .that()
                .resideInAnyPackage("xindang.model.json..", "xindang.model.wire..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "com.fasterxml.jackson..", "xindang.model..")
                .because("JSON needs Jackson and nothing else")
                .check(House.written());
    }

    @Test
    void theModelTouchesNeitherFilesNorNetwork() {
        noClasses()
                .that()
                .resideInAPackage("xindang.model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.net.http..", "java.sql..", "javax.net..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.File")
                .because("the same merge and rating run at both ends of the exchange, and in tests without a disk")
                .check(House.written());
    }

    @Test
    void theKitOfPagesKnowsNoDomain() {
        noClasses()
                .that()
                .resideInAPackage("xindang.desktop.ui..")
                .should()
                .dependOnClassesThat(Predicates.resideInAPackage("xindang..")
                        .and(not(Predicates.resideInAnyPackage(
                                "xindang.desktop.ui..", "xindang.model.common..", "xindang.model.text.."))))
                .because("controls can be read and changed without knowing what a household is")
                .check(House.written());
    }

    @Test
    void librariesStayBehindTheirModule() {
        only("org.jooq.. org.h2.. java.sql.. javax.sql.. org.flywaydb..", "persistence platform");
        only("org.apache.pdfbox.. org.apache.xmpbox.. org.apache.fontbox.. com.google.zxing..", "reports");
        only("org.apache.poi.. org.dhatim..", "persistence");
        only("javafx.. org.controlsfx.. atlantafx..", "desktop");
        only("info.picocli.. picocli.. me.tongfei..", "cli");
        only("io.javalin.. org.eclipse.jetty..", "platform");
        only("com.nimbusds..", "sync platform");
        only("com.fasterxml.jackson..", "model persistence sync platform");
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> unmarked = House.written().stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(place -> !place.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .sorted()
                .toList();
        assertEquals(List.of(), unmarked, "package-info.java says @NullMarked and what the package is for");
    }

    @Test
    void noTwoClassesHaveTheSameName() {
        var names = new TreeMap<String, List<String>>();
        House.written().stream()
                .filter(type -> type.getEnclosingClass().isEmpty())
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .forEach(type -> names.computeIfAbsent(type.getSimpleName(), name -> new ArrayList<>())
                        .add(type.getName()));
        names.values().removeIf(types -> types.size() == 1);
        assertEquals(Map.of(), names, "a reader who meets a name knows which class it is");
    }

    /** Classes that know each other in a circle can only be read together. */
    @Test
    void circlesOfFilesAreSmall() {
        var files = new TreeMap<String, Set<String>>();
        for (var type : House.written()) {
            var known = files.computeIfAbsent(topLevelName(type), name -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .map(HouseTest::topLevelName)
                    .filter(name -> name.startsWith("xindang."))
                    .forEach(known::add);
        }
        var circles =
                Circles.of(files).stream().filter(circle -> circle.size() > 4).toList();
        assertEquals(List.of(), circles, "at most four files know each other in a circle");
    }

    private static void only(String libraries, String modules) {
        String[] places = Stream.of(modules.split(" "))
                .map(module -> "xindang." + module + "..")
                .toArray(String[]::new);
        classes()
                .that()
                .resideOutsideOfPackages(places)
                .should(never(dependOnClassesThat(Predicates.resideInAnyPackage(libraries.split(" ")))))
                .because("these libraries can be exchanged in one place: " + modules)
                .check(House.written());
    }

    private static String topLevelName(JavaClass type) {
        return type.getEnclosingClass().map(HouseTest::topLevelName).orElse(type.getName());
    }
}
