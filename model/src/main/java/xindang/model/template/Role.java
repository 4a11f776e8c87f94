package xindang.model.template;

import java.util.Optional;

/** What the records of a template are to the archive: lists, checks, import and exchange go by it. */
public sealed interface Role {
    /** Listed, searched, imported and rated: a household, a firm, a practitioner. */
    record Subject(SubjectPaths paths) implements Role {}

    /** Made by people about a subject, and no part of its content: a permit, a case, an attachment. */
    record Attached(About about) implements Role {}

    /**
     * Made by the program itself: ratings, queries, reports.
     *
     * @param about absent when the records are about no subject
     */
    record SystemRecord(Optional<About> about) implements Role {}
}
