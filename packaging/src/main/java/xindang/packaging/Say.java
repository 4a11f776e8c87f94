package xindang.packaging;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The messages of the start programs, in Chinese. */
final class Say {
    private Say() {}

    static String of(String key, Object... arguments) {
        var text = ResourceBundle.getBundle(
                "xindang.packaging.Messages",
                Locale.SIMPLIFIED_CHINESE,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(text.getString(key), Locale.SIMPLIFIED_CHINESE).format(arguments);
    }
}
