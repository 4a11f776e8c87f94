package xindang.model.common;

import java.util.List;

/**
 * A broken rule, as a value. The code names the message {@code violation.<code>}; the arguments fill that message.
 * Arguments are texts, so that messages do not reformat numbers.
 */
public record Violation(String code, List<String> args) {
    public Violation {
        args = List.copyOf(args);
    }

    public static Violation of(String code, String... args) {
        return new Violation(code, List.of(args));
    }
}
