package xindang.persistence.codec;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.persistence.database.Settings;
import xindang.persistence.disk.Failures;

/**
 * Small numbers for the paths, template ids and device ids in changes. The ledger contains the meaning of a number
 * before its first use, so it can be read alone. Several threads may read; one writes.
 */
public final class Vocabulary {
    /**
     * Largest number of words. Repeated texts are far fewer. Others, such as paths invented by a stranger, are then
     * written as text.
     */
    private static final int MOST = 20_000;

    private static final int LONGEST = 100;

    private volatile Known known = new Known(Map.of(), new String[0], 0);

    private static final class Known {
        private final Map<String, Integer> numbers;
        /** Null if the text of a number is unknown. */
        private final @Nullable String[] texts;

        private final int repeated;

        Known(Map<String, Integer> numbers, @Nullable String[] texts, int repeated) {
            this.numbers = numbers;
            this.texts = texts;
            this.repeated = repeated;
        }
    }

    public void load(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select no, content from word order by no");
                var row = statement.executeQuery()) {
            var texts = new @Nullable String[0];
            var numbers = new HashMap<String, Integer>();
            while (row.next()) {
                texts = Arrays.copyOf(texts, row.getInt(1) + 1);
                texts[row.getInt(1)] = row.getString(2);
                numbers.put(row.getString(2), row.getInt(1));
            }
            var repeated = Settings.read(connection, Settings.REPEATED)
                    .map(Integer::parseInt)
                    .orElse(0);
            known = new Known(numbers, texts, repeated);
        }
    }

    /** Returns the texts from a number on, in the order of their numbers; an unknown text is empty. */
    public List<String> from(int number) {
        var now = known;
        return Arrays.stream(now.texts, Math.min(number, now.texts.length), now.texts.length)
                .map(text -> text == null ? "" : text)
                .toList();
    }

    /** Returns the number of words that the ledger contains twice. */
    public int repeated() {
        return known.repeated;
    }

    public void repeated(Connection connection, int count) {
        var now = known;
        if (count > now.repeated) {
            Settings.write(connection, Settings.REPEATED, String.valueOf(count));
            known = new Known(now.numbers, now.texts, count);
        }
    }

    /** Returns true if a number has a text. */
    public boolean has(int number) {
        var texts = known.texts;
        return number < texts.length && texts[number] != null;
    }

    /** Returns the number of a word; empty if it has none. */
    public OptionalInt find(String text) {
        var number = known.numbers.get(text);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** Returns the number of the next word; empty if this one must be written as text. */
    public OptionalInt next(String text) {
        var count = known.texts.length;
        return count < MOST && text.length() <= LONGEST ? OptionalInt.of(count) : OptionalInt.empty();
    }

    public void add(Connection connection, int number, String text) {
        var before = known;
        if (number < 0 || number >= MOST) {
            throw new AppException(ErrorCode.FILE_DAMAGED, "word " + number, "ledger.xdl");
        }
        try (var statement = connection.prepareStatement("insert into word (no, content) values (?, ?)")) {
            statement.setInt(1, number);
            statement.setString(2, text);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw Failures.of("number a word", e);
        }
        var numbers = new HashMap<>(before.numbers);
        numbers.put(text, number);
        var texts = Arrays.copyOf(before.texts, Math.max(number + 1, before.texts.length));
        texts[number] = text;
        known = new Known(numbers, texts, before.repeated);
    }

    /**
     * Returns the text of a number.
     *
     * @throws AppException FILE_DAMAGED if there is no such word
     */
    String text(int number) {
        var texts = known.texts;
        var text = number < 0 || number >= texts.length ? null : texts[number];
        if (text == null) {
            throw new AppException(ErrorCode.FILE_DAMAGED, "no word " + number, "archive.mv.db");
        }
        return text;
    }
}
