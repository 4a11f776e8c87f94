package xindang.cli.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of subjects an archive keeps, as they are named on the command line. */
public enum SubjectKind {
    HOUSEHOLD,
    ENTERPRISE,
    PRACTITIONER;

    /** Id of the template. */
    public String type() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The types of one kind, or of all in the order in which they are listed. */
    public static List<String> of(Optional<SubjectKind> kind) {
        return kind.map(one -> List.of(one.type()))
                .orElseGet(() -> Arrays.stream(values()).map(SubjectKind::type).toList());
    }
}
