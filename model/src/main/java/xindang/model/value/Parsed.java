package xindang.model.value;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import xindang.model.common.Violation;

/**
 * The result of reading a text: the value with notes, or the reason why the text is unreadable.
 *
 * @param value the value; present exactly when there is no failure
 * @param notes what was normalised, or looks unusual in a readable text
 * @param failure why the text is unreadable
 */
public record Parsed<T>(Optional<T> value, List<Violation> notes, Optional<Violation> failure) {
    public Parsed {
        notes = List.copyOf(notes);
        if (value.isPresent() == failure.isPresent()) {
            throw new IllegalArgumentException("a reading has either a value or a failure");
        }
    }

    public static <T> Parsed<T> ok(T value, Violation... notes) {
        return ok(value, List.of(notes));
    }

    public static <T> Parsed<T> ok(T value, List<Violation> notes) {
        return new Parsed<>(Optional.of(value), notes, Optional.empty());
    }

    public static <T> Parsed<T> failed(Violation violation) {
        return new Parsed<>(Optional.empty(), List.of(), Optional.of(violation));
    }

    /** Makes a failure with its code and arguments. */
    public static <T> Parsed<T> failed(String code, String... args) {
        return failed(Violation.of(code, args));
    }

    public boolean isOk() {
        return value.isPresent();
    }

    /**
     * Returns the value.
     *
     * @throws IllegalStateException if the text is unreadable
     */
    public T get() {
        if (value.isEmpty()) {
            throw new IllegalStateException("not readable: " + failure);
        }
        return value.get();
    }

    public <R> Parsed<R> map(Function<? super T, ? extends R> change) {
        Optional<R> changed = value.map(change);
        return new Parsed<>(changed, notes, failure);
    }

    /** Continues reading with the value and keeps the notes so far; returns a failure unchanged. */
    public <R> Parsed<R> then(Function<? super T, Parsed<R>> next) {
        if (value.isEmpty()) {
            return new Parsed<>(Optional.empty(), notes, failure);
        }
        Parsed<R> further = next.apply(value.get());
        if (notes.isEmpty()) {
            return further;
        }
        List<Violation> all =
                Stream.concat(notes.stream(), further.notes.stream()).toList();
        return new Parsed<>(further.value, all, further.failure);
    }
}
