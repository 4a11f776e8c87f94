package xindang.packaging;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import xindang.model.common.Exempt;

/** The product as the house tests see it: its classes without tests, and its source files. */
final class House {
    /** Modules by folder, in the order they are built. */
    static final List<String> MODULES = List.of(
            "model", "persistence", "reports", "app/platform", "app/sync", "app/cli", "app/desktop", "packaging");

    private static final ImportOption NO_TEST_JAR = location -> !location.contains("-tests.jar");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(NO_TEST_JAR)
            .importPackages("xindang");

    private House() {}

    /** Our classes without the generated table classes, which follow their generator's habits. */
    static JavaClasses written() {
        return CLASSES.that(DescribedPredicate.describe("written", type -> !generated(type)));
    }

    static boolean generated(JavaClass type) {
        return type.getPackageName().contains(".jooq");
    }

    /** Classes that, or whose outermost class, are exempt from a rule. */
    static DescribedPredicate<JavaClass> exemptFrom(Exempt.Rule rule) {
        return DescribedPredicate.describe("exempt from " + rule, type -> exemptions(outermost(type))
                .anyMatch(exemption -> exemption.from() == rule));
    }

    static Stream<Exempt> exemptions(JavaClass type) {
        Stream<Exempt> one = type.tryGetAnnotationOfType(Exempt.class).stream();
        Stream<Exempt> several =
                type.tryGetAnnotationOfType(Exempt.Several.class).stream().flatMap(all -> Arrays.stream(all.value()));
        return Stream.concat(one, several);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(House::outermost).orElse(type);
    }

    /** The Java files of a module, of its main tree or its tests. */
    static List<Path> sources(String module, String tree) {
        return files(root().resolve(module).resolve("src").resolve(tree).resolve("java"), ".java");
    }

    /** The files below a folder whose names end so, in order; none where there is no such folder. */
    static List<Path> files(Path folder, String end) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The checkout: the folder above this module that holds Maven's own settings. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = Objects.requireNonNull(folder.getParent(), "the tests run inside the checkout");
        }
        return folder;
    }
}
