package xindang.model.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import xindang.model.archive.TemplateRef;
import xindang.model.common.AppException;
import xindang.model.common.Digest;
import xindang.model.common.ErrorCode;
import xindang.model.json.CanonicalJson;
import xindang.model.json.JsonValue;

/**
 * Reads templates and code tables from JSON, as {@code docs/templates.md} describes. The defaults are: not required,
 * open, unmasked, conflicts decided by a person. Refuses unknown members, because a misspelt {@code legal} would unlock
 * what the law locks.
 */
public final class TemplateJson {
    private static final List<String> TEMPLATE =
            List.of("id", "version", "title", "role", "subject", "about", "tables", "blocks", "checks");
    private static final List<String> BLOCK = List.of("id", "title", "legal", "fields");
    private static final List<String> FIELD = List.of(
            "id",
            "label",
            "type",
            "table",
            "unit",
            "required",
            "condition",
            "aliases",
            "masking",
            "legal",
            "merge",
            "retentionYears",
            "derived",
            "cautious",
            "later",
            "hint",
            "fields");

    private TemplateJson() {}

    /**
     * Reads a template whose {@code tables} are names.
     *
     * @param tables returns the JSON of a code table by its name
     * @throws AppException UNREADABLE when the JSON is not a template
     */
    public static Template read(JsonValue json, Function<String, JsonValue> tables) {
        known(json, TEMPLATE, "template");
        var tableJson = new TreeMap<String, JsonValue>();
        for (var name : json.texts("tables")) {
            tableJson.put(name, tables.apply(name));
        }
        var codeTables = new HashMap<String, CodeTable>();
        tableJson.forEach((name, table) -> codeTables.put(name, table(table)));
        var blocks = new ArrayList<Block>();
        var blockIds = new HashSet<String>();
        for (var block : json.list("blocks")) {
            var read = block(block, codeTables);
            unique(blockIds, read.id());
            blocks.add(read);
        }
        var template = new Template(
                new TemplateRef(json.text("id"), Math.toIntExact(json.number("version"))),
                json.text("title"),
                role(json),
                blocks,
                codeTables,
                digest(json, tableJson),
                CheckJson.read(json.list("checks")));
        CheckJson.verify(template, template.checks());
        template.about().ifPresent(about -> verify(template, about));
        return template;
    }

    private static void verify(Template template, About about) {
        typed(template, about.id(), FieldType.REFERENCE);
        about.number()
                .ifPresent(by ->
                        typed(template, by.path(), FieldType.RESIDENT_NUMBER, FieldType.CREDIT_CODE, FieldType.TEXT));
    }

    private static void typed(Template template, String path, FieldType... types) {
        var right = template.field(path)
                .filter(field -> !path.contains("*") && List.of(types).contains(field.type()))
                .isPresent();
        if (!right) {
            throw unreadable("about at " + path);
        }
    }

    /** Returns the SHA-256 of the canonical JSON with each name under {@code tables} replaced by the whole table. */
    private static String digest(JsonValue json, Map<String, JsonValue> tables) {
        var filled = new StringBuilder("{");
        for (var member : new TreeMap<>(json.members()).entrySet()) {
            if (filled.length() > 1) {
                filled.append(',');
            }
            filled.append(CanonicalJson.write(member.getKey())).append(':');
            filled.append(
                    member.getKey().equals("tables")
                            ? canonical(tables)
                            : member.getValue().canonical());
        }
        return Digest.of(filled.append('}').toString());
    }

    private static String canonical(Map<String, JsonValue> tables) {
        var members = new ArrayList<String>();
        new TreeMap<>(tables)
                .forEach((name, table) -> members.add(CanonicalJson.write(name) + ":" + table.canonical()));
        return "{" + String.join(",", members) + "}";
    }

    private static CodeTable table(JsonValue json) {
        known(json, List.of("id", "title", "entries"), "table");
        var entries = new ArrayList<CodeTable.Entry>();
        var codes = new HashSet<String>();
        for (var entry : json.list("entries")) {
            known(entry, List.of("code", "label", "aliases"), "entry");
            unique(codes, entry.text("code"));
            entries.add(new CodeTable.Entry(entry.text("code"), entry.text("label"), entry.texts("aliases")));
        }
        return new CodeTable(json.text("id"), json.text("title"), entries);
    }

    private static Role role(JsonValue json) {
        var role = json.text("role");
        var isSubject = role.equals("subject");
        if (json.has("subject") != isSubject || (isSubject && json.has("about"))) {
            throw unreadable("members subject and about with the role " + role);
        }
        return switch (role) {
            case "subject" -> new Role.Subject(subject(json.at("subject")));
            case "attached" -> new Role.Attached(about(json.at("about")));
            case "system" -> new Role.SystemRecord(json.find("about").map(TemplateJson::about));
            default -> throw unreadable("role " + role);
        };
    }

    private static About about(JsonValue json) {
        known(json, List.of("id", "number", "type"), "about");
        if (json.has("number") != json.has("type")) {
            throw unreadable("about with a number needs the type of the subject");
        }
        return new About(
                json.text("id"),
                json.find("number").map(number -> new About.ByNumber(number.text(), json.text("type"))));
    }

    private static SubjectPaths subject(JsonValue json) {
        return new SubjectPaths(
                json.text("label"),
                json.text("name"),
                json.text("number"),
                json.find("phone").map(JsonValue::text),
                json.find("group").map(JsonValue::text),
                json.find("unverified").map(JsonValue::text));
    }

    private static Block block(JsonValue json, Map<String, CodeTable> tables) {
        known(json, BLOCK, "block");
        return new Block(
                id(json),
                json.text("title"),
                constant(LegalClass.class, json, "legal", LegalClass.OPEN),
                fields(json, tables));
    }

    private static List<Field> fields(JsonValue json, Map<String, CodeTable> tables) {
        var fields = new ArrayList<Field>();
        var ids = new HashSet<String>();
        for (var member : json.list("fields")) {
            var field = field(member, tables);
            unique(ids, field.id());
            fields.add(field);
        }
        return fields;
    }

    private static Field field(JsonValue json, Map<String, CodeTable> tables) {
        known(json, FIELD, "field");
        var type = constant(FieldType.class, json, "type", FieldType.TEXT);
        var table = json.find("table").map(JsonValue::text);
        var coded = type == FieldType.CODE || type == FieldType.CODES;
        if (coded != table.isPresent() || !table.map(tables::containsKey).orElse(true)) {
            throw unreadable("code table of field " + json.text("id"));
        }
        return new Field(
                id(json),
                json.text("label"),
                type,
                table,
                json.text("unit", ""),
                json.is("required"),
                json.find("condition").map(TemplateJson::condition),
                json.texts("aliases"),
                constant(Masking.class, json, "masking", Masking.NONE),
                constant(LegalClass.class, json, "legal", LegalClass.OPEN),
                constant(MergePolicy.class, json, "merge", MergePolicy.ASK),
                Math.toIntExact(json.findNumber("retentionYears").orElse(0)),
                json.find("derived").map(JsonValue::text),
                constant(Field.Cautious.class, json, "cautious", Field.Cautious.LOW),
                constant(Field.Later.class, json, "later", Field.Later.ADD),
                json.text("hint", ""),
                type == FieldType.GROUP ? fields(json, tables) : List.of());
    }

    private static Condition.In condition(JsonValue json) {
        if (Condition.read(json) instanceof Condition.In condition) {
            return condition;
        }
        throw json.unreadable("a field is asked for values of another");
    }

    private static String id(JsonValue json) {
        var id = json.text("id");
        if (!id.matches("[a-z][A-Za-z0-9]*")) {
            throw unreadable("id " + id);
        }
        return id;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonValue json, String name, E otherwise) {
        var text = json.find(name).map(JsonValue::text);
        try {
            return text.map(constant -> Enum.valueOf(type, constant)).orElse(otherwise);
        } catch (IllegalArgumentException e) {
            throw new AppException(ErrorCode.UNREADABLE, "template: " + name + " " + text.orElse(""), e);
        }
    }

    private static void known(JsonValue json, List<String> names, String what) {
        for (var name : json.members().keySet()) {
            if (!names.contains(name)) {
                throw unreadable(what + " with unknown member " + name);
            }
        }
    }

    private static void unique(Set<String> seen, String id) {
        if (!seen.add(id)) {
            throw unreadable(id + " twice");
        }
    }

    private static AppException unreadable(String what) {
        return new AppException(ErrorCode.UNREADABLE, "template: " + what);
    }
}
