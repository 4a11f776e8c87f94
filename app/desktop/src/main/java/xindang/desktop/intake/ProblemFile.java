package xindang.desktop.intake;

import java.nio.file.Path;
import java.util.List;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Dialogs;
import xindang.model.intake.IntakeResult;
import xindang.model.template.Template;
import xindang.persistence.sheet.ProblemWorkbook;

/** Saves the rejected rows as a workbook in their own layout, with the reasons. */
final class ProblemFile {
    private ProblemFile() {}

    /** Asks for a file and writes the workbook. */
    static void keep(Desk desk, Template template, IntakeResult done) {
        var name = done.sheet().file().replaceFirst("\\.[^.]*$", "");
        var wish = new Dialogs.FileWish(
                desk.text().of("intake.keep"),
                desk.text().of("intake.keep.name", name) + ".xlsx",
                desk.text().of("intake.files"),
                List.of("*.xlsx"));
        desk.dialogs().saveFile(wish).ifPresent(path -> write(desk, template, done, path));
    }

    private static void write(Desk desk, Template template, IntakeResult done, Path path) {
        var lines = new ProblemLines(desk.text(), template, done.allColumns());
        var parts = done.sheets().stream()
                .map(sheet -> new ProblemWorkbook.Part(
                        sheet.sheet().name(), sheet.head(), sheet.rejected(), lines.reasons(done, sheet)))
                .toList();
        var heading = desk.text().of("intake.keep.reason");
        var count = desk.formats().count(done.rejected().size());
        desk.tasks()
                .start(
                        "intake.keep",
                        progress -> {
                            ProblemWorkbook.write(path, parts, heading, List.of());
                            return path;
                        },
                        written -> desk.dialogs()
                                .showNotice(
                                        desk.text().of("intake.kept", count, String.valueOf(written.getFileName()))),
                        desk.dialogs()::failed);
    }
}
