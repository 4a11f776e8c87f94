package xindang.cli.intake;

import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import xindang.cli.shell.Answers;
import xindang.cli.shell.CliSession;
import xindang.cli.shell.Json;
import xindang.model.intake.Undo;

/** Undoes one import and reports what stays as it is. */
final class ImportUndo {
    private static final String LAST = "LAST";

    private final CliSession session;

    ImportUndo(CliSession session) {
        this.session = session;
    }

    /** @param wanted {@code LAST}, or the id of an import */
    int run(String wanted) {
        var id = wanted.equalsIgnoreCase(LAST) ? Optional.<UUID>empty() : Optional.of(session.id(wanted));
        try (var desk = session.open()) {
            var result = session.watched(progress -> desk.undo().run(id, desk.user(), progress));
            var lines = new ArrayList<String>();
            lines.add(session.text()
                    .of(
                            "import.undo.done",
                            result.removed(),
                            result.restored(),
                            result.left().size()));
            result.left()
                    .forEach(left -> lines.add(session.text()
                            .of(
                                    "import.undo.left",
                                    left.name(),
                                    session.sentences().of(left.why()))));
            session.answer(
                    new Json()
                            .put("id", result.id().toString())
                            .put("removed", result.removed())
                            .put("restored", result.restored())
                            .objects(
                                    "left",
                                    result.left().stream().map(this::json).toList()),
                    lines);
            return result.left().isEmpty() ? 0 : Answers.SOME_REFUSED;
        }
    }

    private Json json(Undo.Left left) {
        return new Json()
                .put("id", left.id().toString())
                .put("name", left.name())
                .put("code", left.why().code())
                .put("message", session.sentences().of(left.why()));
    }
}
