package xindang.model.text;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Violation;

/**
 * Turns violations and failures into sentences that say what is wrong, where, and what to do. Command line, screen and
 * problem lists say the same thing with the same words.
 */
public final class Sentences {
    private static final String VIOLATION = "violation.";
    /** What a platform sets aside; it does not say the value that the sentence of a typed one may name. */
    private static final String ARRIVAL = "arrival.";

    /** Of what was written a sentence quotes as much as tells which words are meant: a cell may hold a whole page. */
    private static final int LONGEST_QUOTE = 120;

    private final ResourceBundle bundle;
    private final Locale locale;

    private Sentences(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                "xindang.model.text.Sentences",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static Sentences of(Locale locale) {
        return new Sentences(locale);
    }

    public static Sentences chinese() {
        return of(Locale.SIMPLIFIED_CHINESE);
    }

    /** The sentence of a violation. */
    public String of(Violation violation) {
        return text(
                VIOLATION + violation.code(),
                violation.args().stream().map(Sentences::quoted).toArray());
    }

    private static String quoted(String words) {
        if (words.length() <= LONGEST_QUOTE) {
            return words;
        }
        var end = Character.isHighSurrogate(words.charAt(LONGEST_QUOTE - 1)) ? LONGEST_QUOTE - 1 : LONGEST_QUOTE;
        return words.substring(0, end) + "…";
    }

    /**
     * The sentence of a failure. Where its first argument is the code of a violation, as the exchange has them, the sentence
     * of that code stands in its place.
     */
    public String of(AppException failure) {
        var args = failure.args();
        if (args.isEmpty() || !bundle.containsKey(VIOLATION + args.get(0))) {
            return of(failure.code(), args.toArray(String[]::new));
        }
        return of(failure.code(), inside(ofPlatform(args.get(0), args.size() > 1 ? args.get(1) : "")));
    }

    /**
     * What a platform said about a change or a request.
     *
     * @param code such as {@code change.region}
     * @param own the platform's own Chinese sentence, which says most to those who read Chinese; may be empty
     */
    public String ofPlatform(String code, String own) {
        var key = bundle.containsKey(ARRIVAL + code) ? ARRIVAL + code : VIOLATION + code;
        var chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        return own.isBlank() || (bundle.containsKey(key) && !chinese) ? text(key) : own;
    }

    /**
     * That the clock of this machine is wrong, by how much, and what to do.
     *
     * @param ahead of the right time; negative when it is behind
     */
    public String wrongClock(Duration ahead) {
        var off = ahead.abs();
        return text(
                ahead.isNegative() ? "clock.behind" : "clock.ahead",
                off.toDays(),
                off.toHoursPart(),
                off.toMinutesPart());
    }

    /** The sentence of something that a look at an archive found. */
    public String finding(String code, List<String> args) {
        return text("finding." + code, args.toArray());
    }

    public String of(ErrorCode code, String... args) {
        return text("error." + code.name(), args.length == 0 ? new Object[] {""} : (Object[]) args);
    }

    /** A sentence that goes on inside another: without its full stop. */
    private static String inside(String sentence) {
        return sentence.replaceFirst("[。.]$", "");
    }

    private String text(String key, Object... args) {
        try {
            return new MessageFormat(bundle.getString(key), locale).format(args);
        } catch (MissingResourceException e) {
            return key + (args.length == 0 ? "" : " " + java.util.Arrays.toString(args));
        }
    }
}
