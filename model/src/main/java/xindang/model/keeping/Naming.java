package xindang.model.keeping;

import java.util.Optional;
import java.util.UUID;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Paths;
import xindang.model.template.Field;
import xindang.model.template.Template;
import xindang.model.template.Templates;

/** Finds the names that people use for a record and an item, from an id and a path. */
public final class Naming {
    private final ArchiveStore store;
    private final Templates templates;

    public Naming(ArchiveStore store, Templates templates) {
        this.store = store;
        this.templates = templates;
    }

    /**
     * Returns the name of a subject, or of the subject that a record is about; absent when this archive does not
     * contain it.
     */
    public Optional<String> subject(UUID record) {
        return store.find(record).flatMap(this::subject).flatMap(found -> template(found)
                .flatMap(Template::subject)
                .flatMap(paths -> found.content().get(paths.name())));
    }

    private Optional<ArchiveRecord> subject(ArchiveRecord record) {
        return template(record)
                .flatMap(template -> template.subject().isPresent()
                        ? Optional.of(record)
                        : template.subjectOf(record.content()).flatMap(store::find));
    }

    private Optional<Template> template(ArchiveRecord record) {
        return templates.find(record.template());
    }

    /**
     * Returns the label of an item of a record, with the label of its group; absent for a path that its template does
     * not have.
     */
    public Optional<String> item(UUID record, String path) {
        return store.find(record).flatMap(this::template).flatMap(template -> item(template, path));
    }

    private static Optional<String> item(Template template, String path) {
        if (path.indexOf('.') < 0) {
            return Optional.empty();
        }
        var end = Paths.group(path);
        var group = end < 0
                ? ""
                : template.field(path.substring(0, end)).map(Field::label).orElse("") + " · ";
        return template.field(path).map(field -> group + field.label());
    }
}
