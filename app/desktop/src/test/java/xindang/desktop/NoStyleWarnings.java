package xindang.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails the test in which JavaFX logs a style warning: a color that no style sheet defines, or a value of a wrong type. The window
 * would show a default color, and nobody would read the warning. JUnit loads this class as a service, so tests need not name it.
 */
public final class NoStyleWarnings implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    /** A strong reference: java.util.logging drops unreferenced loggers with their handlers. */
    private static final Logger CSS = Logger.getLogger("javafx.css");

    private static final Queue<String> WARNINGS = new ConcurrentLinkedQueue<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        if (CSS.getUseParentHandlers()) {
            CSS.setUseParentHandlers(false);
            CSS.addHandler(new Listening());
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        check();
    }

    /** Checks also the warnings after the last test, for example while windows close. */
    @Override
    public void afterAll(ExtensionContext context) {
        check();
    }

    private static void check() {
        var heard = new ArrayList<String>();
        for (var next = WARNINGS.poll(); next != null; next = WARNINGS.poll()) {
            heard.add(next);
        }
        assertEquals(List.of(), List.copyOf(new TreeSet<>(heard)), heard.size() + " style warnings");
    }

    private static final class Listening extends Handler {
        @Override
        public void publish(LogRecord warning) {
            WARNINGS.add(warning.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
