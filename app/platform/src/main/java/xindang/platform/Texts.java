package xindang.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

/** What the platform says to people, by code. The platform speaks Chinese: its answers are shown as they come. */
final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle(
            "xindang.platform.Messages",
            Locale.SIMPLIFIED_CHINESE,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private Texts() {}

    static String of(String key) {
        return BUNDLE.getString(key);
    }

    /** Why a change is set aside or waits, by its code: an answer of the law's gate, or one of the platform's own. */
    static String ofReason(String code) {
        var arriving = "arriving." + code;
        return of(BUNDLE.containsKey(arriving) ? arriving : code);
    }

    /** A text file that ships beside this class. */
    static String resource(String name) {
        try (var in = Texts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, "resource " + name, e);
        }
    }
}
