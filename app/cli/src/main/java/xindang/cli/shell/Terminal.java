package xindang.cli.shell;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

/**
 * The surroundings of a command: output, input, environment and clock.
 *
 * @param out results; with {@code --json} exactly one object
 * @param err messages and progress
 * @param environment variables such as {@code XINDANG_PASSWORD}
 * @param prompt asks on the keyboard without echo; absent without a keyboard
 * @param live true if {@code err} is a terminal that can show progress
 * @param cancelled returns true after a stop was requested
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

    /**
     * Stops the command if a stop was requested.
     *
     * @throws AppException CANCELLED
     */
    public void check() {
        if (cancelled.getAsBoolean()) {
            throw new AppException(ErrorCode.CANCELLED, "cancelled");
        }
    }

    /** Asks for a password. */
    @FunctionalInterface
    public interface Prompt {
        /** Returns the typed characters; empty if none. */
        char[] ask(String question);
    }
}
