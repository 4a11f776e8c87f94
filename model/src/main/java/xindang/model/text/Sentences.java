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
 * Turns violations and failures into sentences: what is wrong, where, and what to do. Command line, screens and problem
 * lists use the same sentences.
 */
public final class Sentences {
    private static final String VIOLATION = "violation.";
    /**
     * Prefix of the sentences for rejected changes. They do not quote the value, as sentences about typed values may.
     */
    private static final String ARRIVAL = "arrival.";

    /** Maximum length of a quoted text, because a cell may contain a whole page. */
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

    /** Returns the sentence of a violation. */
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
     * Returns the sentence of a failure. If its second argument names a case of the code, such as {@code password}, the
     * sentence is that of the case. If its first argument is the code of a violation, as in the exchange, the
     * sentence of that code replaces the argument.
     */
    public String of(AppException failure) {
        var args = failure.args();
        var exact = "error." + failure.code() + "." + (args.size() > 1 ? args.get(1) : "");
        if (bundle.containsKey(exact)) {
            return text(exact, args.toArray());
        }
        if (args.isEmpty() || !bundle.containsKey(VIOLATION + args.get(0))) {
            return of(failure.code(), args.toArray(String[]::new));
        }
        return of(failure.code(), inside(ofPlatform(args.get(0), args.size() > 1 ? args.get(1) : "")));
    }

    /**
     * Returns the sentence for a platform's refusal of a change or a request.
     *
     * @param code such as {@code change.region}
     * @param own the platform's own Chinese sentence, which is preferred for Chinese readers; may be empty
     */
    public String ofPlatform(String code, String own) {
        var key = bundle.containsKey(ARRIVAL + code) ? ARRIVAL + code : VIOLATION + code;
        var chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        return own.isBlank() || (bundle.containsKey(key) && !chinese) ? text(key) : own;
    }

    /**
     * Returns the sentence for a wrong clock: by how much it is wrong, and what to do.
     *
     * @param ahead how far the clock is ahead; negative when it is behind
     */
    public String wrongClock(Duration ahead) {
        var off = ahead.abs();
        return text(
                ahead.isNegative() ? "clock.behind" : "clock.ahead",
                off.toDays(),
                off.toHoursPart(),
                off.toMinutesPart());
    }

    /** Returns the sentence of a finding of the archive check. */
    public String finding(String code, List<String> args) {
        return text("finding." + code, args.toArray());
    }

    public String of(ErrorCode code, String... args) {
        return text("error." + code.name(), args.length == 0 ? new Object[] {""} : (Object[]) args);
    }

    /** Returns a sentence without its full stop, for use inside another sentence. */
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
