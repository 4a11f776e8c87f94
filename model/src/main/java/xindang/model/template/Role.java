package xindang.model.template;

import java.util.Optional;

/** The role of a template's records. Lists, checks, import and exchange depend on it. */
public sealed interface Role {
    /** Listed, searched, imported and rated: a household, a firm, a practitioner. */
    record Subject(SubjectPaths paths) implements Role {}

    /** Made by people about a subject, but not part of its content: a permit, a case, an attachment. */
    record Attached(About about) implements Role {}

    /**
     * Made by the program itself: ratings, queries, reports.
     *
     * @param about absent when the records are about no subject
     */
    record SystemRecord(Optional<About> about) implements Role {}
}
