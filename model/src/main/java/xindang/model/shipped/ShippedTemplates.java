package xindang.model.shipped;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import xindang.model.archive.TemplateRef;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.json.JsonValue;
import xindang.model.law.Gate;
import xindang.model.template.Template;
import xindang.model.template.TemplateJson;
import xindang.model.template.Templates;

/**
 * The templates inside the program. {@code digests.properties} lists the hash of each. The program refuses to start
 * when a template differs from its hash (it was changed without a new version) or contains an item that the law
 * forbids.
 */
public final class ShippedTemplates implements Templates {
    private final Map<TemplateRef, Template> templates = new HashMap<>();

    private ShippedTemplates(Collection<Template> all) {
        all.forEach(template -> templates.put(template.ref(), template));
    }

    /**
     * Reads and checks all templates.
     *
     * @throws AppException REFUSED when a hash is wrong or a template is not lawful, UNREADABLE when it is no template
     */
    public static ShippedTemplates load() {
        var tables = new HashMap<String, JsonValue>();
        return new ShippedTemplates(digests().entrySet().stream()
                .map(entry -> {
                    var json = JsonValue.resource(Template.class, entry.getKey() + ".json");
                    var template = TemplateJson.read(
                            json,
                            name -> tables.computeIfAbsent(
                                    name, n -> JsonValue.resource(Template.class, "tables/" + n + ".json")));
                    return checked(template, entry.getValue());
                })
                .toList());
    }

    /** Returns the template. Throws when its digest differs from the listed one or it contains a forbidden item. */
    static Template checked(Template template, String digest) {
        if (!template.digest().equals(digest)) {
            throw new AppException(
                    ErrorCode.REFUSED,
                    "template " + template.ref() + " has digest " + template.digest(),
                    template.ref().toString());
        }
        var unlawful = Gate.template(template);
        if (!unlawful.isEmpty()) {
            throw new AppException(
                    ErrorCode.REFUSED,
                    "template " + template.ref() + " is not lawful: " + unlawful,
                    template.ref().toString());
        }
        return template;
    }

    private static Map<String, String> digests() {
        var properties = new Properties();
        try (var in = Template.class.getResourceAsStream("digests.properties")) {
            if (in == null) {
                throw new IllegalStateException("no list of templates");
            }
            properties.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, "list of templates", e);
        }
        var digests = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(name -> digests.put(name, properties.getProperty(name)));
        return digests;
    }

    @Override
    public Optional<Template> find(TemplateRef ref) {
        return Optional.ofNullable(templates.get(ref));
    }

    @Override
    public Optional<Template> newest(String id) {
        return newest(
                templates.values().stream().filter(template -> template.id().equals(id)));
    }

    @Override
    public List<Template> subjects() {
        return templates.values().stream()
                .filter(template -> template.subject().isPresent())
                .map(Template::id)
                .distinct()
                .sorted()
                .map(this::get)
                .toList();
    }

    private static Optional<Template> newest(Stream<Template> versions) {
        return versions.max(Comparator.comparingInt(template -> template.ref().version()));
    }
}
