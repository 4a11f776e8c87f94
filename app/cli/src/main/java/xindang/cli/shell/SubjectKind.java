package xindang.cli.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The types of subjects, with their names on the command line. */
public enum SubjectKind {
    HOUSEHOLD,
    ENTERPRISE,
    PRACTITIONER;

    /** Returns the id of the template. */
    public String type() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the type of one kind, or all types in the order of lists. */
    public static List<String> of(Optional<SubjectKind> kind) {
        return kind.map(one -> List.of(one.type()))
                .orElseGet(() -> Arrays.stream(values()).map(SubjectKind::type).toList());
    }
}
