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
 * Fails the test during which JavaFX complains of a style sheet: a colour that no sheet gives, or a value that does not fit its
 * property. Without this the window shows a grey default and a line is printed that nobody reads. Registered as a service, so
 * that no test has to ask for it.
 */
public final class NoStyleWarnings implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    /** Held here: java.util.logging forgets a logger that nobody holds, and its handlers. */
    private static final Logger CSS = Logger.getLogger("javafx.css");

    private static final Queue<String> COMPLAINTS = new ConcurrentLinkedQueue<>();

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

    /** What came after the last test: while windows closed. */
    @Override
    public void afterAll(ExtensionContext context) {
        check();
    }

    private static void check() {
        var heard = new ArrayList<String>();
        for (var next = COMPLAINTS.poll(); next != null; next = COMPLAINTS.poll()) {
            heard.add(next);
        }
        assertEquals(List.of(), List.copyOf(new TreeSet<>(heard)), heard.size() + " complaints of style sheets");
    }

    private static final class Listening extends Handler {
        @Override
        public void publish(LogRecord complaint) {
            COMPLAINTS.add(complaint.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
