package xindang.persistence.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.persistence.disk.Failures;

/**
 * Small numbers for the paths, template ids and device ids that stand in every change. The ledger says what a number
 * stands for before it uses it, so it is read without anything else. Safe for several threads; one of them adds.
 */
final class Words {
    /** What repeats is far less; what does not repeat, such as paths that a stranger invents, is written out from here. */
    private static final int MOST = 20_000;

    private static final int LONGEST = 100;

    private volatile Known known = new Known(Map.of(), new String[0]);

    private static final class Known {
        private final Map<String, Integer> numbers;
        private final String[] texts;

        Known(Map<String, Integer> numbers, String[] texts) {
            this.numbers = numbers;
            this.texts = texts;
        }
    }

    void load(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select content from word order by no");
                var row = statement.executeQuery()) {
            var texts = new String[0];
            var numbers = new HashMap<String, Integer>();
            while (row.next()) {
                texts = Arrays.copyOf(texts, texts.length + 1);
                texts[texts.length - 1] = row.getString(1);
                numbers.put(texts[texts.length - 1], texts.length - 1);
            }
            known = new Known(numbers, texts);
        }
    }

    /** The number of a word; empty when it has none. */
    OptionalInt find(String text) {
        var number = known.numbers.get(text);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** The number that the next word gets; empty when this one is to be written out. */
    OptionalInt next(String text) {
        var count = known.texts.length;
        return count < MOST && text.length() <= LONGEST ? OptionalInt.of(count) : OptionalInt.empty();
    }

    void add(Connection connection, int number, String text) {
        var before = known;
        if (number != before.texts.length) {
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
        var texts = Arrays.copyOf(before.texts, number + 1);
        texts[number] = text;
        known = new Known(numbers, texts);
    }

    /** @throws AppException FILE_DAMAGED when there is no such word */
    String text(int number) {
        var texts = known.texts;
        if (number < 0 || number >= texts.length) {
            throw new AppException(ErrorCode.FILE_DAMAGED, "no word " + number, "archive.mv.db");
        }
        return texts[number];
    }
}
