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
import xindang.model.law.Past;
import xindang.model.text.Sentences;

/**
 * The words of the screen. The root bundle is Chinese, and without the fallback control a machine set to English would
 * show English to a person who asked for Chinese.
 */
public final class Messages {
    private final ResourceBundle bundle;
    private final Locale locale;
    private final Missing missing;
    private final Sentences sentences;

    /** What to do about a key that no bundle holds. */
    public enum Missing {
        /** In tests: stop. */
        FAIL,
        /** At work: log it and show the key. */
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

    /** The message of a key with its arguments; texts and numbers alike are put in as they print. */
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

    /** What is wrong with a value, and the way out. */
    public String of(Violation violation) {
        return sentences.of(violation);
    }

    /** What stands in the place of a value that may not be told. */
    public String of(Past.Reason withheld) {
        return switch (withheld) {
            case CONSENT -> of("value.withheld.consent");
            case CHILD -> of("value.withheld.child");
            case TERM -> of("value.withheld.term");
            case WITHHELD -> of("value.withheld.law");
        };
    }

    /** The sentence of something that a check of the archive found. */
    public String finding(String code, List<String> args) {
        return sentences.finding(code, args);
    }

    /** What went wrong outside the program, in the person's words. */
    public String of(AppException failure) {
        return sentences.of(failure);
    }

    /** What the platform said about a change, by its code and its own sentence. */
    public String ofPlatform(String code, String own) {
        return sentences.ofPlatform(code, own);
    }

    /** That the clock of this machine is wrong, and the way out. */
    public String wrongClock(Duration ahead) {
        return sentences.wrongClock(ahead);
    }

    /** Every key, for the tests that compare languages. */
    public List<String> keys() {
        return bundle.keySet().stream().sorted().toList();
    }
}
