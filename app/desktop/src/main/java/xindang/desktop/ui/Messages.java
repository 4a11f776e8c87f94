package xindang.desktop.ui;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.slf4j.LoggerFactory;
import xindang.model.common.AppException;
import xindang.model.common.Violation;
import xindang.model.text.Sentences;

/**
 * The texts of the screen. The root bundle is Chinese.
 *
 * <p>The bundles are loaded without fallback to the system locale. Otherwise a computer set to English would show
 * English although the person chose Chinese.
 */
public final class Messages {
    private final ResourceBundle bundle;
    private final Locale locale;
    private final Missing missing;
    private final Sentences sentences;

    /** Decides about a key that is in no bundle. */
    public enum Missing {
        /** Throws an exception; for tests. */
        FAIL,
        /** Logs the key and shows it. */
        SHOW_KEY
    }

    public Messages(Locale locale, Missing missing) {
        this.locale = locale;
        this.missing = missing;
        sentences = Sentences.of(locale);
        bundle = ResourceBundle.getBundle(
                "xindang.desktop.Messages",
                locale,
                Messages.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public Locale locale() {
        return locale;
    }

    /**
     * Returns the message of a key. Arguments are formatted as {@link MessageFormat} does.
     *
     * @throws IllegalArgumentException if the key is missing and {@link Missing#FAIL} is set
     */
    public String of(String key, Object... args) {
        try {
            var pattern = bundle.getString(key);
            return new MessageFormat(pattern, locale).format(args);
        } catch (MissingResourceException e) {
            if (missing == Missing.FAIL) {
                throw new IllegalArgumentException("no message " + key, e);
            }
            LoggerFactory.getLogger(Messages.class).warn("no message {}", key);
            return key;
        }
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** Returns a sentence that describes the problem of a value and its solution. */
    public String of(Violation violation) {
        return sentences.of(violation);
    }

    /** Returns the sentence for a finding of an archive check. */
    public String finding(String code, List<String> args) {
        return sentences.finding(code, args);
    }

    /** Returns a sentence for a failure of the environment. */
    public String of(AppException failure) {
        return sentences.of(failure);
    }

    /** Returns a sentence for an answer of the platform, from its code and its own text. */
    public String ofPlatform(String code, String own) {
        return sentences.ofPlatform(code, own);
    }

    /** Returns the warning that the clock of this computer is wrong, with the remedy. */
    public String wrongClock(Duration ahead) {
        return sentences.wrongClock(ahead);
    }

    /** Returns all keys, sorted. Tests compare the languages with it. */
    public List<String> keys() {
        return bundle.keySet().stream().sorted().toList();
    }
}
