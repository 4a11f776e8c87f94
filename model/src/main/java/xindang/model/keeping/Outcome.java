package xindang.model.keeping;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import xindang.model.common.Finding;
import xindang.model.common.Violation;

/**
 * What a use case answers: its result, or what forbids it. Warnings accompany either.
 *
 * @param value present exactly when there are no violations
 * @param violations rules that were broken, with the path of the value concerned
 * @param warnings what looks odd though it is taken
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

    /** Refused for one reason. */
    public static <T> Outcome<T> refused(String path, Violation violation) {
        return refused(List.of(new Finding(path, violation)), List.of());
    }

    public boolean isDone() {
        return value.isPresent();
    }

    /**
     * The result.
     *
     * @throws IllegalStateException when it was refused
     */
    public T get() {
        return value.orElseThrow(() -> new IllegalStateException("refused: " + violations));
    }

    public <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return new Outcome<>(value.map(change), violations, warnings);
    }
}
