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

/** What the store knows of templates, also of those that it does not have yet. */
public final class Knowledge {
    private static final String RATING = "rating";

    private final Templates templates;
    private final Map<TemplateRef, Template> known = new ConcurrentHashMap<>();

    public Knowledge(Templates templates) {
        this.templates = templates;
    }

    /** The template; another version of it when this one has not arrived, and one without items when none has. */
    public Template of(TemplateRef ref) {
        var template = known.get(ref);
        if (template != null) {
            return template;
        }
        var found = templates.find(ref);
        found.ifPresent(it -> known.put(ref, it));
        return found.or(() -> templates.newest(ref.id())).orElseGet(() -> Template.unknown(ref));
    }

    /** The template if it is this version, else one without items: values of items that nobody here knows. */
    public Template exactlyOrNone(TemplateRef ref) {
        return exactly(ref).orElseGet(() -> Template.unknown(ref));
    }

    /** The template, only if it is this version. */
    public Optional<Template> exactly(TemplateRef ref) {
        return Optional.of(of(ref)).filter(template -> known.containsKey(ref));
    }

    /** Which rows of subjects have a term: another text when the templates say another. */
    public String terms() {
        return templates.subjects().stream()
                .map(template -> template.ref() + " " + template.terms())
                .sorted()
                .collect(Collectors.joining("; "));
    }

    /** Whether a path lies in rows with a term, in any subject. */
    public boolean hasTerm(String path) {
        return templates.subjects().stream()
                .flatMap(template -> template.terms().stream())
                .anyMatch(term -> path.startsWith(term.group() + "."));
    }

    /** The subjects that have rows with a term. */
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

    /** The value of the first path that ends so: the grade of a rating lies at {@code rating.grade}. */
    public static Optional<String> value(Content content, String name) {
        return content.get(RATING + "." + name);
    }
}
