package xindang.packaging;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.io.ObjectInputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import xindang.model.common.Exempt.Rule;

/** How our classes behave, whatever module they live in. */
class HabitsTest {
    @Test
    void timeComesFromAnInjectedClock() {
        check(noClasses()
                .that(areNot(Rule.CLOCK))
                .should()
                .callMethodWhere(
                        DescribedPredicate.describe("the machine's time", HabitsTest::asksTheMachineForTheTime))
                .because("a rating, a term or a signature must come out the same in a test and on a wrong clock"));
    }

    @Test
    void onlyEntryPointsSpeakToTheConsole() {
        check(noClasses()
                .that(areNot(Rule.CONSOLE))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("results are values; who started the program decides where they are shown"));
    }

    @Test
    void threadsAreMadeInOnePlaceOfEachProgram() {
        check(noClasses()
                .that(areNot(Rule.THREADS))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Executors.class)
                .orShould()
                .callConstructorWhere(DescribedPredicate.<JavaConstructorCall>describe(
                        "of a thread", call -> call.getTargetOwner().isAssignableTo(Thread.class)))
                .because("work without a name and an owner cannot be cancelled, shown or waited for"));
        check(noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .because("waiting is for an event with a limit, not for a time"));
    }

    @Test
    void nothingDependsOnTheMachinesDefaults() {
        check(noClasses()
                .should()
                .callMethod(Locale.class, "getDefault")
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .callMethod(Math.class, "random")
                .because("the same input gives the same output on every machine"));
        check(noClasses()
                .should()
                .callConstructor(File.class, String.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ObjectInputStream.class)
                .because("paths are java.nio.file.Path, and objects never come out of a stream"));
    }

    @Test
    void noStaticFieldChanges() {
        check(fields().that()
                .areStatic()
                .and()
                .doNotHaveName("$assertionsDisabled")
                .should()
                .beFinal()
                .because("state belongs to an object that somebody made and can drop"));
    }

    @Test
    void namesSayWhatAThingIs() {
        check(noClasses()
                .should()
                .haveNameMatching(
                        ".*[.$](?:\\w*(?:Impl|Manager|Helper|Helpers|Util|Utils)|Abstract[A-Z]\\w*|I[A-Z][a-z]\\w*)")
                .because("such names say how a class came to be, not what it is"));
    }

    @Test
    void viewModelsKnowNoScreen() {
        check(noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..", "javafx.application..")
                .because("what a page does is tested without a toolkit"));
    }

    @Test
    void onlyTheShellOpensWindowsAndDialogs() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("xindang.desktop.ui..", "xindang.desktop.shell..", "xindang.desktop.boot..")
                .should()
                .dependOnClassesThat(
                        DescribedPredicate.describe("windows, dialogs or the screen thread", HabitsTest::modal))
                .because("dialogs and the screen thread are seams that tests replace"));
        check(noClasses()
                .should()
                .callMethodWhere(target(name("setStyle")).and(target(owner(inPackage("javafx.")))))
                .because("the look is in the style sheets, so that light, dark and high contrast serving one change"));
    }

    @Test
    void pagesDoNotKnowEachOther() {
        List<String> shared = List.of("boot", "shell", "office", "ui");
        var rule = slices().matching("xindang.desktop.(*)..").should().notDependOnEachOther();
        for (String place : shared) {
            rule = rule.ignoreDependency(inPackage("xindang.desktop." + place), DescribedPredicate.alwaysTrue());
            rule = rule.ignoreDependency(DescribedPredicate.alwaysTrue(), inPackage("xindang.desktop." + place));
        }
        check(rule.because("a page can be deleted by deleting its package; pages meet in the shell"));
        check(noClasses()
                .that()
                .resideInAPackage("xindang.desktop.ui..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "a page",
                        type -> type.getPackageName().startsWith("xindang.desktop.")
                                && !type.getPackageName().startsWith("xindang.desktop.ui")))
                .because("what all pages use cannot use a page"));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(House.written());
    }

    private static DescribedPredicate<JavaClass> areNot(Rule rule) {
        return DescribedPredicate.not(House.exemptFrom(rule));
    }

    private static DescribedPredicate<JavaClass> inPackage(String start) {
        return DescribedPredicate.describe(
                "in " + start, type -> type.getPackageName().startsWith(start));
    }

    private static boolean asksTheMachineForTheTime(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        if (owner.equals("java.lang.System")) {
            return call.getName().equals("currentTimeMillis");
        }
        if (owner.equals("java.time.Clock")) {
            return call.getName().startsWith("system");
        }
        return owner.startsWith("java.time.") && call.getName().equals("now") && !takesClock(call);
    }

    private static boolean takesClock(JavaCall<?> call) {
        return call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean modal(JavaClass type) {
        return Set.of(
                        "javafx.application.Platform",
                        "javafx.scene.control.Alert",
                        "javafx.scene.control.Dialog",
                        "javafx.stage.DirectoryChooser",
                        "javafx.stage.FileChooser",
                        "javafx.stage.Stage")
                .contains(type.getName());
    }
}
