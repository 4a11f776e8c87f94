package xindang.packaging;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which methods of the product call which, in how many steps so ever; calls in lambdas are those of the method around them. */
final class Reach {
    private final Map<JavaCodeUnit, Set<CodeUnitAccessTarget>> calls = new HashMap<>();

    Reach(Iterable<JavaClass> classes) {
        for (var type : classes) {
            for (JavaCodeUnit unit : type.getCodeUnits()) {
                calls.put(unit, targets(unit));
            }
        }
    }

    private static Set<CodeUnitAccessTarget> targets(JavaCodeUnit unit) {
        var targets = new HashSet<CodeUnitAccessTarget>();
        Stream<JavaCodeUnitAccess<?>> called = Stream.concat(
                unit.getCallsFromSelf().stream().map(call -> (JavaCodeUnitAccess<?>) call),
                unit.getCodeUnitReferencesFromSelf().stream());
        called.forEach(call -> targets.add(call.getTarget()));
        return targets;
    }

    /** The methods that call one, by name, each with its own class: {@code Archives.save}. */
    Map<String, List<JavaCodeUnit>> callers(String called) {
        var callers = new TreeMap<String, List<JavaCodeUnit>>();
        calls.forEach((unit, targets) -> {
            if (targets.stream().anyMatch(target -> name(target).equals(called))) {
                callers.computeIfAbsent(name(unit), any -> new ArrayList<>()).add(unit);
            }
        });
        return callers;
    }

    /** The names of all that a method calls, itself or through others. The law is asked, not looked into. */
    Set<String> from(JavaCodeUnit start) {
        var found = new TreeSet<String>();
        var seen = new HashSet<JavaCodeUnit>();
        var open = new ArrayDeque<JavaCodeUnit>(List.of(start));
        while (!open.isEmpty()) {
            var next = open.remove();
            if (!seen.add(next)) {
                continue;
            }
            for (var target : calls.getOrDefault(next, Set.of())) {
                found.add(name(target));
                if (!isLaw(target.getOwner())) {
                    target.resolveMember().ifPresent(called -> {
                        open.add(called);
                        open.addAll(calledByLibraries(called));
                    });
                }
            }
        }
        return found;
    }

    /** Who makes an iterator or the like has its methods called by a library: {@code forEachRemaining} calls {@code next}. */
    private static List<JavaMethod> calledByLibraries(JavaCodeUnit made) {
        if (!made.isConstructor()) {
            return List.of();
        }
        var names = made.getOwner().getAllRawInterfaces().stream()
                .filter(face -> !face.getPackageName().startsWith("xindang"))
                .flatMap(face -> face.getMethods().stream())
                .map(JavaMethod::getName)
                .collect(Collectors.toSet());
        return made.getOwner().getMethods().stream()
                .filter(method -> names.contains(method.getName()))
                .toList();
    }

    static boolean isLaw(JavaClass type) {
        return type.getPackageName().equals("xindang.model.law");
    }

    static String name(JavaCodeUnit unit) {
        return unit.getOwner().getSimpleName() + "." + unit.getName();
    }

    private static String name(CodeUnitAccessTarget target) {
        return target.getOwner().getSimpleName() + "." + target.getName();
    }
}
