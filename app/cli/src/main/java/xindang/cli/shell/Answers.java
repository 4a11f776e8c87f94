package xindang.cli.shell;

import java.util.ArrayList;
import java.util.List;
import xindang.model.common.Finding;
import xindang.model.keeping.Outcome;
import xindang.model.template.Field;
import xindang.model.template.Template;

/** Prints the findings of a use case. */
public final class Answers {
    /** The exit code of a command that finished its work but refused some of the input. */
    public static final int SOME_REFUSED = 1;

    private final CliSession session;

    public Answers(CliSession session) {
        this.session = session;
    }

    /** Prints the reasons for a refused save. Returns the exit code. */
    public int refused(Template template, Outcome<?> outcome) {
        var lines = lines(template, outcome.violations());
        if (session.form() == CliSession.Form.JSON) {
            session.answer(
                    new Json()
                            .objects("violations", session.findings(outcome.violations()))
                            .objects("warnings", session.findings(outcome.warnings())),
                    List.of());
        }
        session.note(session.text().of("refused"));
        lines.forEach(session::note);
        return SOME_REFUSED;
    }

    /** Returns one line for each finding. It starts with the label of the item. */
    public List<String> lines(Template template, List<Finding> findings) {
        var lines = new ArrayList<String>();
        for (var finding : findings) {
            var label = template.field(finding.path()).map(Field::label).orElse(finding.path());
            var sentence = session.sentence(finding.violation());
            lines.add(label.isEmpty() ? "  " + sentence : "  " + label + "  " + sentence);
        }
        return lines;
    }
}
