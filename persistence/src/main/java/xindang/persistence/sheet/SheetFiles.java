package xindang.persistence.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Progress;
import xindang.model.intake.Repeated;
import xindang.model.intake.Sheet;

/**
 * Reads the sheets of a file. Its first bytes decide the file type, not its name, because offices rename files freely.
 */
public final class SheetFiles {
    private SheetFiles() {}

    /**
     * Returns the non-empty sheets in their order.
     *
     * @throws AppException NOT_FOUND, UNREADABLE with the file name if the law allows repeating it
     */
    public static List<Sheet> read(Path file, Progress progress) {
        var name = Repeated.file(String.valueOf(file.getFileName()));
        if (!Files.isRegularFile(file)) {
            throw new AppException(ErrorCode.NOT_FOUND, "no file", name);
        }
        try {
            if (Files.size(file) > SheetLimits.MOST_BYTES) {
                throw new AppException(ErrorCode.UNREADABLE, "file too large", name, "large");
            }
            var sheets = read(file, name, progress).stream()
                    .filter(sheet -> !sheet.rows().isEmpty())
                    .toList();
            if (sheets.isEmpty()) {
                throw new AppException(ErrorCode.UNREADABLE, "nothing in it", name, "empty");
            }
            return sheets;
        } catch (IOException e) {
            throw new AppException(ErrorCode.UNREADABLE, "cannot read the sheet", e, name);
        }
    }

    private static List<Sheet> read(Path file, String name, Progress progress) throws IOException {
        return switch (Signature.of(file)) {
            case ZIP -> XlsxSheets.read(file, name, progress);
            case OLE -> XlsSheets.read(file, name, progress);
            case TEXT -> text(file, name, progress);
            case EMPTY -> throw new AppException(ErrorCode.UNREADABLE, "empty file", name, "empty");
        };
    }

    private static List<Sheet> text(Path file, String name, Progress progress) throws IOException {
        var text = TextFile.of(file, name);
        var head = text.head();
        if (XmlSheets.isOne(head)) {
            return XmlSheets.read(file, name, progress);
        }
        return HtmlSheets.isPage(head) ? HtmlSheets.read(text, name, progress) : CsvSheet.read(text, name, progress);
    }

    /** The file type according to the first bytes. */
    private enum Signature {
        ZIP,
        OLE,
        TEXT,
        EMPTY;

        static Signature of(Path file) throws IOException {
            try (var in = Files.newInputStream(file)) {
                var head = in.readNBytes(4);
                if (head.length == 0) {
                    return EMPTY;
                }
                if (head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
                    return ZIP;
                }
                return head.length == 4 && (head[0] & 0xFF) == 0xD0 && (head[1] & 0xFF) == 0xCF ? OLE : TEXT;
            }
        }
    }
}
