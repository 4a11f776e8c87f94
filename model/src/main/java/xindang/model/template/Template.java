package xindang.model.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;
import xindang.model.archive.TemplateRef;
import xindang.model.archive.Undone;

/**
 * The items of one kind of record, as data. The form on screen, the columns of an import and the sections of a report
 * come from the template. It also defines search, merge, masking and the legal class of each item.
 */
public final class Template {
    /** The mark of an undone import. It is in no block, so no form, column or report has it. */
    private static final Field UNDONE = new Field(
            "undone",
            "导入已撤销",
            FieldType.TEXT,
            Optional.empty(),
            "",
            false,
            Optional.empty(),
            List.of(),
            Masking.NONE,
            LegalClass.OPEN,
            MergePolicy.ASK,
            0,
            Optional.empty(),
            Field.Cautious.LOW,
            Field.Later.ADD,
            "",
            List.of());

    private final TemplateRef ref;
    private final String title;
    private final Role role;
    private final List<Block> blocks;
    private final Map<String, CodeTable> tables;
    private final String digest;
    private final Map<String, Field> fields = new HashMap<>();
    private final Map<String, Block> blockOf = new HashMap<>();
    private final Set<String> consentItems;
    private final List<Derived> derived = new ArrayList<>();
    private final Completeness completeness;
    private final List<Term> terms;
    private final Optional<String> place;
    private final List<Check> checks;

    public Template(
            TemplateRef ref,
            String title,
            Role role,
            List<Block> blocks,
            Map<String, CodeTable> tables,
            String digest) {
        this(ref, title, role, blocks, tables, digest, List.of());
    }

    /** Makes a template without items, for a template that the program does not have. */
    public static Template unknown(TemplateRef ref) {
        return new Template(ref, ref.id(), new Role.SystemRecord(Optional.empty()), List.of(), Map.of(), "");
    }

    /** @param checks checks between fields; the reader of a template verifies their paths */
    Template(
            TemplateRef ref,
            String title,
            Role role,
            List<Block> blocks,
            Map<String, CodeTable> tables,
            String digest,
            List<Check> checks) {
        this.ref = ref;
        this.title = title;
        this.role = role;
        this.blocks = List.copyOf(blocks);
        this.tables = Map.copyOf(tables);
        this.digest = digest;
        for (var block : blocks) {
            blockOf.put(block.id(), block);
            for (var field : block.fields()) {
                var path = Paths.of(block.id(), field.id());
                fields.put(path, field);
                field.derived().ifPresent(from -> derived.add(new Derived(path, field, from)));
                for (var inner : field.fields()) {
                    var pattern = path + ".*." + inner.id();
                    fields.put(pattern, inner);
                    inner.derived().ifPresent(from -> derived.add(new Derived(pattern, inner, from)));
                }
            }
        }
        completeness = new Completeness(blocks);
        consentItems = Set.copyOf(needed(blocks));
        terms = Term.of(blocks);
        place = place(blocks);
        var all = new ArrayList<>(checks);
        terms.forEach(term -> all.addAll(term.checks()));
        this.checks = List.copyOf(all);
    }

    /**
     * Returns the items that need consent by article 14(2): block ids, field paths and group paths. If a whole block or
     * group needs consent, contains only the block or group.
     */
    public Set<String> consentItems() {
        return consentItems;
    }

    /** Collects the items that need consent; see {@link #consentItems}. */
    private static Set<String> needed(List<Block> blocks) {
        var needed = new TreeSet<String>();
        for (var block : blocks) {
            if (block.legal() == LegalClass.CONSENT_NEEDED) {
                needed.add(block.id());
                continue;
            }
            for (var field : block.fields()) {
                var path = Paths.of(block.id(), field.id());
                if (field.legal() == LegalClass.CONSENT_NEEDED) {
                    needed.add(path);
                    continue;
                }
                field.fields().stream()
                        .filter(inner -> inner.legal() == LegalClass.CONSENT_NEEDED)
                        .forEach(inner -> needed.add(path + ".*." + inner.id()));
            }
        }
        return needed;
    }

    /** Returns the groups whose rows have a legal term. */
    public List<Term> terms() {
        return terms;
    }

    private static Optional<String> place(List<Block> blocks) {
        return blocks.stream()
                .flatMap(block -> block.fields().stream()
                        .filter(field -> field.type() == FieldType.DIVISION)
                        .map(field -> Paths.of(block.id(), field.id())))
                .findFirst();
    }

    /** Returns the path of the division of a record: the first item of type {@link FieldType#DIVISION}. */
    public Optional<String> place() {
        return place;
    }

    /** A field that is derived from a path, or from another field of its row. */
    record Derived(String path, Field field, String from) {}

    /** Returns the checks between fields, including those that follow from the terms. */
    List<Check> checks() {
        return checks;
    }

    Completeness completeness() {
        return completeness;
    }

    List<Derived> derived() {
        return derived;
    }

    public TemplateRef ref() {
        return ref;
    }

    public String id() {
        return ref.id();
    }

    public String title() {
        return title;
    }

    public Role role() {
        return role;
    }

    /** Returns the paths of a subject's items; empty when its records are no subjects. */
    public Optional<SubjectPaths> subject() {
        return role instanceof Role.Subject subject ? Optional.of(subject.paths()) : Optional.empty();
    }

    /** Returns how its records name their subject; empty when they are about none. */
    public Optional<About> about() {
        if (role instanceof Role.Attached attached) {
            return Optional.of(attached.about());
        }
        return role instanceof Role.SystemRecord system ? system.about() : Optional.empty();
    }

    /** Returns the id of the subject that a record is about. */
    public Optional<UUID> subjectOf(Content content) {
        return about().flatMap(about -> about.subject(content));
    }

    /** Returns the paths of a subject's template. */
    public SubjectPaths subjectPaths() {
        return subject().orElseThrow(() -> new IllegalStateException(ref + " describes no subject"));
    }

    public List<Block> blocks() {
        return blocks;
    }

    public Optional<Block> block(String id) {
        return Optional.ofNullable(blockOf.get(id));
    }

    public String digest() {
        return digest;
    }

    /** Returns the field of a path of a content, or of a pattern with {@code *} for the row. */
    public Optional<Field> field(String path) {
        if (path.equals(Undone.PATH)) {
            return subject().map(paths -> UNDONE);
        }
        return Optional.ofNullable(fields.get(Paths.pattern(path)))
                .filter(field -> field.isGroup() || !Paths.isRow(path));
    }

    public Optional<CodeTable> table(String id) {
        return Optional.ofNullable(tables.get(id));
    }

    /** Returns the stricter of the classes of the field and its block. */
    public LegalClass legal(String path) {
        var block = block(Paths.block(path)).map(Block::legal).orElse(LegalClass.OPEN);
        if (block == LegalClass.CONSENT_NEEDED) {
            return block;
        }
        var pattern = Paths.pattern(path);
        var group = pattern.indexOf(".*");
        if (group > 0
                && field(pattern.substring(0, group)).map(Field::legal).orElse(LegalClass.OPEN) != LegalClass.OPEN) {
            return LegalClass.CONSENT_NEEDED;
        }
        return field(path).map(Field::legal).orElse(LegalClass.OPEN);
    }
}
