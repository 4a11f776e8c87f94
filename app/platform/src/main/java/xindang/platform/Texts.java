package xindang.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

/** The platform's messages for people, by code. They are Chinese, and clients show them unchanged. */
final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle(
            "xindang.platform.Messages",
            Locale.SIMPLIFIED_CHINESE,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private Texts() {}

    static String of(String key) {
        return BUNDLE.getString(key);
    }

    /**
     * Returns the message for a reason code of a rejected or deferred change. The code comes from the law's gate or
     * from the platform.
     */
    static String ofReason(String code) {
        var arriving = "arriving." + code;
        return of(BUNDLE.containsKey(arriving) ? arriving : code);
    }

    /** Returns the content of a text file that is packaged beside this class. */
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
