package xindang.model.law;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import xindang.model.common.AppException;
import xindang.model.common.Digest;
import xindang.model.common.ErrorCode;

/**
 * Reads the word lists of the law: lines of UTF-8. Ignores empty lines and lines that begin with #. The program reads
 * them at its start, so the code avoids streams, which are slow on first use.
 */
final class WordFile {
    /** All lists of forbidden and harmless words. */
    static final List<String> ALL = List.of(
            "common.tsv",
            "enterprises.tsv",
            "harmless.tsv",
            "lookalikes.tsv",
            "mixed.tsv",
            "romanised.tsv",
            "sets.tsv",
            "simplified.txt",
            "variants.tsv",
            "words.tsv");

    private WordFile() {}

    /** Returns the digest of all lists. It changes with every change of a word. */
    static String version() {
        var text = new StringBuilder();
        for (var name : ALL) {
            text.append(name).append('\n').append(read(name));
        }
        return Digest.of(text.toString());
    }

    static List<String> lines(String name) {
        var text = read(name);
        var lines = new ArrayList<String>();
        for (var from = 0; from < text.length(); ) {
            var end = text.indexOf('\n', from);
            var to = end < 0 ? text.length() : end;
            if (to > from && text.charAt(from) != '#') {
                lines.add(text.substring(from, to));
            }
            from = to + 1;
        }
        return lines;
    }

    /** Returns the lines, each split at its tabs into a number of parts. */
    static List<String[]> rows(String name, int parts) {
        var rows = new ArrayList<String[]>();
        for (var line : lines(name)) {
            var row = new String[parts];
            var from = 0;
            for (var part = 0; part < parts; part++) {
                var tab = line.indexOf('\t', from);
                var end = tab < 0 ? line.length() : tab;
                if ((tab < 0) != (part == parts - 1)) {
                    throw new IllegalStateException(name + ": " + line);
                }
                row[part] = line.substring(from, end);
                from = end + 1;
            }
            rows.add(row);
        }
        return rows;
    }

    private static String read(String name) {
        try (var in = WordFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, name, e);
        }
    }
}
