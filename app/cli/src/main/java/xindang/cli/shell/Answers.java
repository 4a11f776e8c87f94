package xindang.cli.shell;

import java.util.ArrayList;
import java.util.List;
import xindang.model.common.Finding;
import xindang.model.keeping.Outcome;
import xindang.model.template.Field;
import xindang.model.template.Template;

/** How what a use case found about values is told. */
public final class Answers {
    /** Exit code of a command that did its work though something was not taken. */
    public static final int SOME_REFUSED = 1;

    private final CliSession session;

    public Answers(CliSession session) {
        this.session = session;
    }

    /** Tells why nothing was saved, and answers with the exit code. */
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

    /** A line for each finding, beginning with what people call the item. */
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
