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

/** The texts of a form in three states: saved, being typed, and waiting for a save. */
final class FormTexts {
    private final Map<String, StringProperty> values = new TreeMap<>();
    private final Map<String, String> waiting = new TreeMap<>();
    private final ReadOnlyObjectWrapper<Content> content;
    private final Runnable typing;

    /**
     * Creates the texts.
     *
     * @param typing runs at each change of a text
     */
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

    /** Returns the text that a field shows: the typed text, or the saved one. */
    StringProperty value(String path) {
        return values.computeIfAbsent(path, this::field);
    }

    private StringProperty field(String path) {
        var field = new SimpleStringProperty(textWhenLeft(path));
        field.addListener((o, before, now) -> typing.run());
        return field;
    }

    /** Returns the text of a field when the focus last left it. */
    String textWhenLeft(String path) {
        return waiting.getOrDefault(path, content.get().text(path));
    }

    /** Returns the typed text, or the saved one, for conditions. */
    String now(String path) {
        return Optional.ofNullable(values.get(path)).map(StringProperty::get).orElseGet(() -> content.get()
                .text(path));
    }

    /** Returns all current texts by path, typed or saved. */
    Map<String, String> all() {
        var all = new TreeMap<>(content.get().known().asMap());
        values.forEach((path, field) -> all.put(path, field.get()));
        return all;
    }

    /** Returns the texts that changed after the focus last left their fields. */
    private Map<String, String> beingTyped() {
        var typed = new TreeMap<String, String>();
        values.forEach((path, field) -> {
            if (!field.get().equals(textWhenLeft(path))) {
                typed.put(path, field.get());
            }
        });
        return typed;
    }

    /** Marks the text of a field as waiting for a save. */
    void leave(String path, String text) {
        waiting.put(path, text);
    }

    /** Sets a text as if a person had typed it and left the field. */
    void preset(String path, String text) {
        leave(path, text);
        value(path).set(text);
    }

    int waiting() {
        return waiting.size();
    }

    /** Returns all typed texts that are not saved. */
    Unsaved notKept() {
        return new Unsaved(waiting, beingTyped());
    }

    /** Returns all unsaved texts and marks them as waiting for a save. */
    Map<String, String> unsaved() {
        values.forEach((path, field) -> {
            if (!field.get().equals(content.get().text(path))) {
                waiting.put(path, field.get());
            }
        });
        return Map.copyOf(waiting);
    }

    /**
     * Sets the saved content. A field that was not edited since shows its saved text, in its stored form.
     *
     * @param now the saved content
     * @param taken the texts that were saved
     * @param back texts that were deleted from the record and wait for a save again
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

    /** Returns the row keys of a group: saved rows, then new ones. */
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

    /** Removes a row from the form. Returns its saved paths with empty texts. */
    Map<String, String> removeRow(String group, String row) {
        var deleted = new HashMap<String, String>();
        var prefix = group + "." + row + ".";
        content.get().paths().stream().filter(p -> p.startsWith(prefix)).forEach(p -> deleted.put(p, ""));
        waiting.keySet().removeIf(p -> p.startsWith(prefix));
        values.keySet().removeIf(p -> p.startsWith(prefix));
        return deleted;
    }

    /** Returns the path of the first village field of each section. */
    static List<String> villages(Template template) {
        return template.blocks().stream()
                .flatMap(block -> block.fields().stream()
                        .filter(field -> field.type() == FieldType.DIVISION)
                        .limit(1)
                        .map(field -> Paths.of(block.id(), field.id())))
                .toList();
    }

    /** Returns the section with the name of the subject. Work starts there. */
    static String firstSection(Template template) {
        var name = template.subjectPaths().name();
        return name.substring(0, name.indexOf('.'));
    }

    /** Sets the village of a new record. */
    void presetVillage(Template template, String region) {
        if (DivisionCode.of(region).digits().length() == 12) {
            villages(template).forEach(path -> preset(path, region));
        }
    }
}
