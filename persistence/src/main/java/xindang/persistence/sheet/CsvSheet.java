package xindang.persistence.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Progress;
import xindang.model.intake.Cell;
import xindang.model.intake.Sheet;
import xindang.model.intake.SheetRow;

/** Reads CSV in UTF-8 or GB18030, with or without byte order mark, separated by comma, semicolon or tab. */
final class CsvSheet {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private CsvSheet() {}

    static List<Sheet> read(Path file, String name, Progress progress) throws IOException {
        var text = decode(Files.readAllBytes(file), name);
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
        var rows = new ArrayList<SheetRow>();
        try (var parser = format.parse(new StringReader(text))) {
            for (var record : parser) {
                if (rows.size() >= SheetFiles.MOST_ROWS) {
                    throw SheetFiles.tooLarge(name);
                }
                var cells = new ArrayList<Cell>(record.size());
                for (var value : record) {
                    cells.add(cell(value));
                }
                rows.add(new SheetRow(rows.size() + 1, cells));
                progress.check();
            }
        } catch (UncheckedIOException e) {
            throw new AppException(ErrorCode.UNREADABLE, "not CSV", e, name);
        }
        while (!rows.isEmpty() && rows.get(rows.size() - 1).isBlank()) {
            rows.remove(rows.size() - 1);
        }
        return List.of(new Sheet(name, name, rows));
    }

    /** Programs write {@code ="2301…"} so that Excel keeps a long number as text. */
    private static Cell cell(String value) {
        var text = value.length() > 3 && value.startsWith("=\"") && value.endsWith("\"")
                ? value.substring(2, value.length() - 1)
                : value;
        return text.isBlank() ? Cell.BLANK : new Cell(text, Cell.Kind.TEXT);
    }

    private static String decode(byte[] bytes, String name) {
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        return strictly(bytes, StandardCharsets.UTF_8)
                .or(() -> strictly(bytes, GB18030))
                .orElseThrow(() -> new AppException(ErrorCode.UNREADABLE, "neither UTF-8 nor GB18030", name));
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            var text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Returns the separator that is most frequent outside quotes at the start of the text. */
    private static char delimiter(String text) {
        var best = ',';
        var most = 0;
        for (var candidate : new char[] {',', '\t', ';'}) {
            var count = 0;
            var quoted = false;
            for (var i = 0; i < Math.min(text.length(), 4000); i++) {
                var c = text.charAt(i);
                if (c == '"') {
                    quoted = !quoted;
                } else if (c == candidate && !quoted) {
                    count++;
                }
            }
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }
}
