package xindang.model.law;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

/** Reads the word lists of the law: lines of UTF-8; empty ones and those that begin with # say nothing. */
final class WordFile {
    private WordFile() {}

    static List<String> lines(String name) {
        try (var in = WordFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, name, e);
        }
    }

    /** The lines, each split at its tabs into a number of parts. */
    static List<String[]> rows(String name, int parts) {
        return lines(name).stream()
                .map(line -> {
                    var row = line.split("\t");
                    if (row.length != parts) {
                        throw new IllegalStateException(name + ": " + line);
                    }
                    return row;
                })
                .toList();
    }
}
