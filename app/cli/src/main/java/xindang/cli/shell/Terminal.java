package xindang.cli.shell;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

/**
 * What surrounds a command: where it prints, what it may ask, what time it is.
 *
 * @param out results, and with {@code --json} one object and nothing else
 * @param err messages and progress
 * @param environment variables such as {@code XINDANG_PASSWORD}
 * @param prompt asks on the keyboard without showing what is typed; absent when nobody sits there
 * @param live whether {@code err} is a terminal on which progress may be drawn
 * @param cancelled true once the person asked the command to stop
 */
public record Terminal(
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Clock clock,
        Optional<Prompt> prompt,
        boolean live,
        BooleanSupplier cancelled) {
    public Terminal {
        environment = Map.copyOf(environment);
    }

    /** Ends the command when the person asked for it. */
    public void check() {
        if (cancelled.getAsBoolean()) {
            throw new AppException(ErrorCode.CANCELLED, "cancelled");
        }
    }

    /** Asks for a password. */
    @FunctionalInterface
    public interface Prompt {
        /** What was typed; empty when nothing was. */
        char[] ask(String question);
    }
}
