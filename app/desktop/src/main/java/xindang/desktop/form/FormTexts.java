package xindang.desktop.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;
import xindang.model.archive.Unsaved;
import xindang.model.template.FieldType;
import xindang.model.template.Template;
import xindang.model.value.DivisionCode;

/** The texts of a form: what is kept, what was typed, and what was typed and left but is not kept. */
final class FormTexts {
    private final Map<String, StringProperty> values = new TreeMap<>();
    private final Map<String, String> waiting = new TreeMap<>();
    private final ReadOnlyObjectWrapper<Content> content;
    private final Runnable typing;

    /** @param typing told at each change of a text */
    FormTexts(Content content, Runnable typing) {
        this.content = new ReadOnlyObjectWrapper<>(content);
        this.typing = typing;
    }

    Content kept() {
        return content.get();
    }

    ReadOnlyObjectProperty<Content> keptProperty() {
        return content.getReadOnlyProperty();
    }

    /** What a field shows: what was typed, or what is kept. */
    StringProperty value(String path) {
        return values.computeIfAbsent(path, this::field);
    }

    private StringProperty field(String path) {
        var field = new SimpleStringProperty(left(path));
        field.addListener((o, before, now) -> typing.run());
        return field;
    }

    /** What stood in a field when it was last left. */
    String left(String path) {
        return waiting.getOrDefault(path, content.get().text(path));
    }

    /** What is kept or typed now, for conditions. */
    String now(String path) {
        return Optional.ofNullable(values.get(path)).map(StringProperty::get).orElseGet(() -> content.get()
                .text(path));
    }

    /** What stands here now, kept or typed, by path. */
    Map<String, String> all() {
        var all = new TreeMap<>(content.get().known().asMap());
        values.forEach((path, field) -> all.put(path, field.get()));
        return all;
    }

    /** What was typed into fields that nobody has left since. */
    private Map<String, String> beingTyped() {
        var typed = new TreeMap<String, String>();
        values.forEach((path, field) -> {
            if (!field.get().equals(left(path))) {
                typed.put(path, field.get());
            }
        });
        return typed;
    }

    /** The field was left: its text waits to be saved. */
    void leave(String path, String text) {
        waiting.put(path, text);
    }

    /** Puts a text into a field as if somebody had typed it and left. */
    void preset(String path, String text) {
        leave(path, text);
        value(path).set(text);
    }

    int waiting() {
        return waiting.size();
    }

    /** Everything that was typed and is not kept. */
    Unsaved notKept() {
        return new Unsaved(waiting, beingTyped());
    }

    /** Everything that is not kept; from now on it waits. */
    Map<String, String> unsaved() {
        values.forEach((path, field) -> {
            if (!field.get().equals(content.get().text(path))) {
                waiting.put(path, field.get());
            }
        });
        return Map.copyOf(waiting);
    }

    /**
     * Fields that nobody has touched since show what is kept, in the form it is kept in.
     *
     * @param back what waits again, though it was kept
     */
    void keep(Content now, Map<String, String> taken, Map<String, String> back) {
        var old = content.get();
        waiting.putAll(back);
        content.set(now);
        taken.forEach(waiting::remove);
        values.forEach((path, field) -> {
            var shown = field.get();
            var untouched = shown.equals(old.text(path)) || shown.equals(taken.get(path));
            if (untouched && !waiting.containsKey(path)) {
                field.set(now.text(path));
            }
        });
    }

    /** Rows of a group: those kept and those begun. */
    List<String> rows(String group) {
        var rows = new ArrayList<>(content.get().rows(group));
        var prefix = group + ".";
        values.forEach((path, typed) -> {
            if (path.startsWith(prefix) && !typed.get().isEmpty()) {
                var row = path.substring(prefix.length(), path.indexOf('.', prefix.length()));
                if (!rows.contains(row)) {
                    rows.add(row);
                }
            }
        });
        return rows;
    }

    /** Takes a row away and answers with what of it is kept, emptied. */
    Map<String, String> removeRow(String group, String row) {
        var gone = new HashMap<String, String>();
        var prefix = group + "." + row + ".";
        content.get().paths().stream().filter(p -> p.startsWith(prefix)).forEach(p -> gone.put(p, ""));
        waiting.keySet().removeIf(p -> p.startsWith(prefix));
        values.keySet().removeIf(p -> p.startsWith(prefix));
        return gone;
    }

    /** Paths of the villages that a template asks for, one in a section. */
    static List<String> villages(Template template) {
        return template.blocks().stream()
                .flatMap(block -> block.fields().stream()
                        .filter(field -> field.type() == FieldType.DIVISION)
                        .limit(1)
                        .map(field -> Paths.of(block.id(), field.id())))
                .toList();
    }

    /** The section with the name of the subject, where work begins. */
    static String firstSection(Template template) {
        var name = template.subjectPaths().name();
        return name.substring(0, name.indexOf('.'));
    }

    /** Writes the village in which a new archive is begun. */
    void presetVillage(Template template, String region) {
        if (DivisionCode.of(region).digits().length() == 12) {
            villages(template).forEach(path -> preset(path, region));
        }
    }
}
