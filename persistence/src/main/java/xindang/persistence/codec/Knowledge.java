package xindang.persistence.codec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import xindang.model.archive.Content;
import xindang.model.archive.TemplateRef;
import xindang.model.template.Template;
import xindang.model.template.Templates;

/** The templates that the store knows, with substitutes for unknown ones. */
public final class Knowledge {
    private static final String RATING = "rating";

    private final Templates templates;
    private final Map<TemplateRef, Template> known = new ConcurrentHashMap<>();

    public Knowledge(Templates templates) {
        this.templates = templates;
    }

    /**
     * Returns the template; if this version is missing, another version; if there is none, a template without fields.
     */
    public Template of(TemplateRef ref) {
        var template = known.get(ref);
        if (template != null) {
            return template;
        }
        var found = templates.find(ref);
        found.ifPresent(it -> known.put(ref, it));
        return found.or(() -> templates.newest(ref.id())).orElseGet(() -> Template.unknown(ref));
    }

    /** Returns the template of exactly this version; otherwise one without fields. */
    public Template exactlyOrNone(TemplateRef ref) {
        return exactly(ref).orElseGet(() -> Template.unknown(ref));
    }

    /** Returns the template of exactly this version, if it is known. */
    public Optional<Template> exactly(TemplateRef ref) {
        return Optional.of(of(ref)).filter(template -> known.containsKey(ref));
    }

    /** Returns a text that identifies which rows of subjects have a term. It changes when the templates change. */
    public String terms() {
        return templates.subjects().stream()
                .map(template -> template.ref() + " " + template.terms())
                .sorted()
                .collect(Collectors.joining("; "));
    }

    /** Returns true if a path is in rows with a term, in any subject. */
    public boolean hasTerm(String path) {
        return templates.subjects().stream()
                .flatMap(template -> template.terms().stream())
                .anyMatch(term -> path.startsWith(term.group() + "."));
    }

    /** Returns the subject types with rows that have a term. */
    public List<String> withTerms() {
        return templates.subjects().stream()
                .filter(template -> !template.terms().isEmpty())
                .map(Template::id)
                .toList();
    }

    public Optional<Template> newest(String type) {
        return templates.newest(type);
    }

    public boolean isSubject(TemplateRef ref) {
        return of(ref).subject().isPresent();
    }

    public boolean isSubject(String type) {
        return templates.newest(type).flatMap(Template::subject).isPresent();
    }

    public static boolean isRating(TemplateRef ref) {
        return ref.id().equals(RATING);
    }

    /** Returns a value of a rating, for example {@code rating.grade} for {@code grade}. */
    public static Optional<String> value(Content content, String name) {
        return content.get(RATING + "." + name);
    }
}
