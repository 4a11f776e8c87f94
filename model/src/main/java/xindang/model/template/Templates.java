package xindang.model.template;

import java.util.Collection;
import java.util.Optional;
import xindang.model.archive.TemplateRef;

/**
 * The available templates. Older versions stay available, because an old record keeps the version with which it was
 * made.
 */
public interface Templates {
    Optional<Template> find(TemplateRef ref);

    /** Returns the newest version of a template. */
    Optional<Template> newest(String id);

    /** Returns the newest version of every template of a subject. */
    Collection<Template> subjects();

    default Template get(TemplateRef ref) {
        return find(ref).orElseThrow(() -> new IllegalStateException("no template " + ref));
    }

    default Template get(String id) {
        return newest(id).orElseThrow(() -> new IllegalStateException("no template " + id));
    }
}
