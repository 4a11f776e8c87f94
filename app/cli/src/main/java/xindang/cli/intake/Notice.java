package xindang.cli.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import xindang.cli.shell.CliMessages;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

/**
 * A notice to the office that sent a sheet: it names the columns that the law forbids to collect (征信业管理条例 art. 14(1)), and no
 * value of anybody.
 */
final class Notice {
    /** The mark by which the editors of Windows know the encoding. */
    private static final String MARK = "\uFEFF";

    private Notice() {}

    static void write(Path out, CliMessages text, String file, List<String> columns, Object day) {
        var lines = new ArrayList<String>();
        lines.add(text.of("import.notice.title"));
        lines.add("");
        lines.add(text.of("import.notice.columns", file, columns.size()));
        for (var column : columns) {
            lines.add("    " + column);
        }
        lines.add("");
        lines.add(text.of("import.notice.law"));
        lines.add(text.of("import.notice.ask"));
        lines.add("");
        lines.add(text.of("import.notice.day", day));
        try {
            Files.writeString(out, MARK + String.join("\r\n", lines) + "\r\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AppException(ErrorCode.NOT_WRITTEN, "notice", e, out.toString());
        }
    }
}
