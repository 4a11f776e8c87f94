package xindang.desktop;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails the test in which JavaFX logs a style warning: a color that no style sheet defines, or a value of a wrong type. The window
 * would show a default color, and nobody would read the warning. JUnit loads this class as a service, so tests need not name it.
 *
 * <p>A window that was closed meanwhile has no style sheets any more. Its pages may be styled once more before they are gone, and
 * then no color resolves; so a color counts only when neither our style sheets nor those of the theme define it.
 */
public final class NoStyleWarnings implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    /** A strong reference: java.util.logging drops unreferenced loggers with their handlers. */
    private static final Logger CSS = Logger.getLogger("javafx.css");

    private static final Queue<String> WARNINGS = new ConcurrentLinkedQueue<>();
    private static final Pattern UNRESOLVED = Pattern.compile("Could not resolve '([^']+)'");
    private static final Set<String> DEFINED = defined();

    private static Set<String> defined() {
        var names = new TreeSet<String>();
        for (var sheet : List.of(
                "/xindang/desktop/ui/light.css",
                "/xindang/desktop/ui/dark.css",
                "/xindang/desktop/ui/base.css",
                "/atlantafx/base/theme/primer-light.css")) {
            try (var in = NoStyleWarnings.class.getResourceAsStream(sheet)) {
                var text = new String(requireNonNull(in, sheet).readAllBytes(), StandardCharsets.UTF_8);
                var name = Pattern.compile("(-[a-z][\\w-]*)\\s*:").matcher(text);
                while (name.find()) {
                    names.add(name.group(1));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names;
    }

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
            var color = UNRESOLVED.matcher(warning.getMessage());
            if (!color.find() || !DEFINED.contains(color.group(1))) {
                WARNINGS.add(warning.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
