package xindang.model.template;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import xindang.model.value.PlainText;

/** A table of codes, from a national standard or our own, in the order of display. */
public final class CodeTable {
    private static final Pattern NOISE = Pattern.compile("[\\s\\p{P}\\p{Z}\\p{C}&&[^-_]]+");

    private final String id;
    private final String title;
    private final List<Entry> entries;
    private final Map<String, Entry> byCode = new HashMap<>();
    private final Map<String, Entry> byWord = new HashMap<>();

    public CodeTable(String id, String title, List<Entry> entries) {
        this.id = id;
        this.title = title;
        this.entries = List.copyOf(entries);
        for (var entry : entries) {
            byCode.putIfAbsent(entry.code(), entry);
            byWord.putIfAbsent(word(entry.code()), entry);
            byWord.putIfAbsent(word(entry.label()), entry);
            entry.aliases().forEach(alias -> byWord.putIfAbsent(word(alias), entry));
        }
    }

    /** A code, its label, and other words for it. */
    public record Entry(String code, String label, List<String> aliases) {
        public Entry {
            aliases = List.copyOf(aliases);
        }
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public List<Entry> entries() {
        return entries;
    }

    public Optional<String> label(String code) {
        return Optional.ofNullable(byCode.get(code)).map(Entry::label);
    }

    /** Returns the code for a written code, label or other word, in any spelling. */
    public Optional<String> find(String written) {
        return Optional.ofNullable(byWord.get(word(written))).map(Entry::code);
    }

    /** Returns the form in which words are compared: half width, lower case, without spaces and punctuation. */
    private static String word(String text) {
        return NOISE.matcher(PlainText.halfWidth(text)).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
