package xindang.desktop.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.text.Font;
import org.slf4j.LoggerFactory;

/**
 * The look of every window: AtlantaFX Primer with the colours, sizes and components of Xindang.
 *
 * <p>It is one user agent stylesheet, because dialogs, menus and tooltips have their own scenes. This class generates
 * the rules that depend on the base size. The other rules are in CSS files.
 */
public final class Theme {
    private static final String FONTS = "/xindang/reports/font/";

    private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(Look.STANDARD);

    /** Loads the bundled Chinese fonts. A computer may have none. */
    public static void loadFonts() {
        load(FONTS + "NotoSansSC-400.ttf");
        load(FONTS + "NotoSansSC-700.ttf");
    }

    public ReadOnlyObjectProperty<Look> lookProperty() {
        return look.getReadOnlyProperty();
    }

    public Look look() {
        return look.get();
    }

    /** Applies the look to all open windows. */
    public void show(Look wanted) {
        Application.setUserAgentStylesheet(sheet(wanted));
        look.set(wanted);
    }

    private static String sheet(Look look) {
        var primer =
                switch (look.tone()) {
                    case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                    case DARK -> new PrimerDark().getUserAgentStylesheet();
                };
        var css = text(primer)
                + text("/xindang/desktop/ui/" + look.tone().name().toLowerCase(Locale.ROOT) + ".css")
                + text("/xindang/desktop/ui/base.css")
                + text("/xindang/desktop/ui/parts.css")
                + text("/xindang/desktop/ui/pages.css")
                + sized(look.size().pixels());
        return "data:text/css;charset=UTF-8;base64,"
                + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the rules for the base size and for icons. JavaFX has no em sizes for icons. */
    private static String sized(int base) {
        var css = new StringBuilder(".root { -fx-font-size: " + base + "px; }\n");
        for (var size : new int[] {12, 16, 20, 24}) {
            css.append(".ikonli-font-icon.i").append(size).append(" { -fx-icon-size: ");
            css.append(Math.round(size * base / 14.0)).append("px; }\n");
        }
        return css.toString();
    }

    private static String text(String resource) {
        try (var in = Theme.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void load(String resource) {
        try (var in = Theme.class.getResourceAsStream(resource)) {
            if (in == null || Font.loadFont(in, 14) == null) {
                LoggerFactory.getLogger(Theme.class).warn("no font {}", resource);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
