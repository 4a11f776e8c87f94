package xindang.model.keeping;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import xindang.model.common.Finding;
import xindang.model.common.Violation;

/**
 * The result of a use case, or the violations that forbid it. Warnings are possible in both cases.
 *
 * @param value present exactly when there are no violations
 * @param violations broken rules, with the path of the value
 * @param warnings unusual values that were accepted
 */
public record Outcome<T>(Optional<T> value, List<Finding> violations, List<Finding> warnings) {
    public Outcome {
        violations = List.copyOf(violations);
        warnings = List.copyOf(warnings);
    }

    public static <T> Outcome<T> done(T value, List<Finding> warnings) {
        return new Outcome<>(Optional.of(value), List.of(), warnings);
    }

    public static <T> Outcome<T> refused(List<Finding> violations, List<Finding> warnings) {
        return new Outcome<>(Optional.empty(), violations, warnings);
    }

    /** Makes a refusal with one violation. */
    public static <T> Outcome<T> refused(String path, Violation violation) {
        return refused(List.of(new Finding(path, violation)), List.of());
    }

    public boolean isDone() {
        return value.isPresent();
    }

    /**
     * Returns the result.
     *
     * @throws IllegalStateException when the use case was refused
     */
    public T get() {
        return value.orElseThrow(() -> new IllegalStateException("refused: " + violations));
    }

    public <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return new Outcome<>(value.map(change), violations, warnings);
    }
}
