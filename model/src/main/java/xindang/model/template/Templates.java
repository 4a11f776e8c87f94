package xindang.model.template;

import java.util.Collection;
import java.util.Optional;
import xindang.model.archive.TemplateRef;

/** The templates at hand. An old record keeps the version it was made with, so older versions stay. */
public interface Templates {
    Optional<Template> find(TemplateRef ref);

    /** The newest version of a template. */
    Optional<Template> newest(String id);

    /** The newest version of every template that describes a subject. */
    Collection<Template> subjects();

    default Template get(TemplateRef ref) {
        return find(ref).orElseThrow(() -> new IllegalStateException("no template " + ref));
    }

    default Template get(String id) {
        return newest(id).orElseThrow(() -> new IllegalStateException("no template " + id));
    }
}
