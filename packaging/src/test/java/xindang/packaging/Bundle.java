package xindang.packaging;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of one module in Chinese and English, and what is wrong with them.
 *
 * <p>Problems are sentences, one a line, so that a failing test is a list of what to mend.
 */
final class Bundle {
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    private static final Pattern HALF_WIDTH = Pattern.compile("\\p{IsHan}[,;:!?]|[,;:!?]\\p{IsHan}");

    private final Map<String, String> chinese;
    private final Map<String, String> english;
    private final List<String> problems = new ArrayList<>();

    private Bundle(Map<String, String> chinese, Map<String, String> english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** Reads a root bundle and the English one beside it, noting keys that stand there twice. */
    static Bundle read(Path root) {
        var twice = new ArrayList<String>();
        var chinese = entries(House.read(root), root, twice);
        Path other = root.resolveSibling(root.getFileName().toString().replace(".properties", "_en.properties"));
        var english = entries(House.read(other), other, twice);
        var bundle = new Bundle(chinese, english);
        bundle.problems.addAll(twice);
        return bundle;
    }

    static Bundle of(Map<String, String> chinese, Map<String, String> english) {
        return new Bundle(chinese, english);
    }

    /** The keys of the Chinese bundle. */
    SortedSet<String> keys() {
        return new TreeSet<>(chinese.keySet());
    }

    /** What is wrong with keys and texts, whatever the sources say. */
    List<String> problems() {
        var found = new ArrayList<>(problems);
        var all = keys();
        all.addAll(english.keySet());
        for (String key : all) {
            String zh = chinese.get(key);
            String en = english.get(key);
            if (zh == null) {
                found.add("no Chinese: " + key + "=");
            } else if (en == null) {
                found.add("no English: " + key + "=");
            } else {
                texts(key, zh, en, found);
            }
        }
        return found;
    }

    /**
     * What sources and keys do not know of each other.
     *
     * <p>A key is used where it stands as a literal, or where a literal that ends in a dot is the start of it.
     */
    List<String> strangers(Sources sources) {
        var found = new ArrayList<String>();
        for (String key : chinese.keySet()) {
            if (!sources.uses(key)) {
                found.add("unused: " + key);
            }
        }
        for (String key : sources.asked()) {
            if (!chinese.containsKey(key)) {
                found.add("missing: " + key + "=");
            }
        }
        return found;
    }

    private static void texts(String key, String zh, String en, List<String> found) {
        if (!arguments(zh).equals(arguments(en))) {
            found.add("other arguments in English: " + key + " " + arguments(zh) + " " + arguments(en));
        }
        for (String text : List.of(zh, en)) {
            if (text.isBlank()) {
                found.add("empty: " + key);
            }
            if (text.replace("''", "").contains("'")) {
                found.add("an apostrophe is written twice: " + key + "=" + text);
            }
            if (!parses(text)) {
                found.add("no pattern: " + key + "=" + text);
            }
        }
        if (HALF_WIDTH.matcher(zh).find()) {
            found.add("half-width punctuation: " + key + "=" + zh);
        }
        if (en.endsWith(":") || en.endsWith("!")) {
            found.add("ends with punctuation: " + key + "=" + en);
        }
    }

    private static boolean parses(String text) {
        try {
            new MessageFormat(text, Locale.ROOT);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static SortedSet<String> arguments(String text) {
        var found = new TreeSet<String>();
        Matcher matcher = ARGUMENT.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Map<String, String> entries(String text, Path file, List<String> twice) {
        var found = new TreeMap<String, String>();
        var properties = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object value) {
                if (found.put((String) key, (String) value) != null) {
                    twice.add("twice in " + file.getFileName() + ": " + key);
                }
                return value;
            }
        };
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
