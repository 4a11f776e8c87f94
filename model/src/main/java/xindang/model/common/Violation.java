package xindang.model.common;

import java.util.List;

/**
 * A rule that was broken, as a value: a code that names the message {@code violation.<code>} and the arguments of that
 * message. Arguments are texts, so that no formatting of numbers gets in the way.
 */
public record Violation(String code, List<String> args) {
    public Violation {
        args = List.copyOf(args);
    }

    public static Violation of(String code, String... args) {
        return new Violation(code, List.of(args));
    }
}
