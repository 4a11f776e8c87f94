package xindang.desktop.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Fields;
import xindang.desktop.ui.FormField;
import xindang.model.archive.Paths;
import xindang.model.template.Field;
import xindang.model.template.FieldType;
import xindang.model.value.DivisionCode;

/** Creates the input of a field for its type. */
final class FieldFactory {
    /** The largest number of codes shown as radio buttons. More codes become a combo box. */
    private static final int RADIOS = 2;

    private final Desk desk;
    private final Office office;
    private final FormViewModel form;

    FieldFactory(Desk desk, Office office, FormViewModel form) {
        this.desk = desk;
        this.office = office;
        this.form = form;
    }

    /** Returns the input of the field at a path. It saves when the focus leaves it. */
    FormField make(String path, Field field) {
        var made = field.derived().isPresent() ? derived(path, field) : input(path, field);
        return made.onLeave(() -> form.leave(path));
    }

    /** Returns true if the input has the whole width. */
    static boolean wide(Field field) {
        return switch (field.type()) {
            case NOTE, CODES, GROUP, DIVISION -> true;
            case RESIDENT_NUMBER, CREDIT_CODE -> field.derived().isEmpty();
            default -> false;
        };
    }

    private FormField input(String path, Field field) {
        var head = new Fields.Head(path, field.label(), field.required());
        var value = form.value(path);
        return switch (field.type()) {
            case NOTE -> Fields.note(head, value).withHint(field.hint());
            case YES_NO ->
                Fields.yesNo(head, desk.text().of("form.yes"), desk.text().of("form.no"), value)
                        .withHint(field.hint());
            case CODE -> {
                var options = codes(field);
                yield options.size() <= RADIOS
                        ? Fields.radios(head, options, value).withHint(field.hint())
                        : Fields.choice(head, options, field.hint(), value);
            }
            case CODES -> Fields.codes(head, codes(field), value).withHint(field.hint());
            case DIVISION -> Fields.choice(head, places(value.get()), field.hint(), value);
            case MONEY, BALANCE, AREA, FLOOR_AREA, COUNT, DECIMAL ->
                Fields.text(head, field.unit(), field.hint(), value);
            case DATE ->
                Fields.text(head, "", desk.text().of("form.date"), value).withHint(field.hint());
            case TEXT, YEAR, PERSON_NAME, RESIDENT_NUMBER, CREDIT_CODE, PHONE, REFERENCE, JSON ->
                Fields.text(head, field.unit(), field.hint(), value);
            case GROUP -> throw new IllegalArgumentException("a group is no field: " + path);
        };
    }

    private FormField derived(String path, Field field) {
        var head = new Fields.Head(path, field.label(), false);
        var from = field.derived()
                .flatMap(source -> source.contains(".")
                        ? form.template().field(source)
                        : form.template().field(path.substring(0, path.lastIndexOf('.') + 1) + source))
                .map(Field::label)
                .orElse("");
        var shown = office.shown(form.template());
        var words = javafx.beans.binding.Bindings.createStringBinding(
                () -> shown.show(form.contentProperty().get(), path), form.contentProperty());
        return Fields.derived(head, words, desk.text().of("form.derived", from));
    }

    private List<Fields.Option> codes(Field field) {
        return field.table()
                .flatMap(form.template()::table)
                .map(table -> table.entries().stream()
                        .map(entry -> new Fields.Option(entry.code(), entry.label()))
                        .toList())
                .orElse(List.of());
    }

    /**
     * Returns the villages of the archive. Adds the present place if it is not a village, such as the town of a firm.
     */
    private List<Fields.Option> places(String present) {
        var places = new ArrayList<Fields.Option>();
        for (var choice : office.divisions().choices(office.region())) {
            places.add(new Fields.Option(choice.code().padded(), choice.name()));
        }
        if (!present.isEmpty()
                && places.stream().noneMatch(place -> place.code().equals(present))) {
            places.add(new Fields.Option(present, office.divisions().fullPath(DivisionCode.of(present))));
        }
        return places;
    }

    /**
     * Returns true if the condition of the field holds. It refers to another field of the block, or of the same row.
     */
    boolean asked(String path, Field field) {
        return field.condition()
                .map(condition -> condition.holds(Optional.of(form.now(source(path, condition.field())))))
                .orElse(true);
    }

    static String source(String path, String field) {
        return field.contains(".") ? field : path.substring(0, path.lastIndexOf('.') + 1) + field;
    }

    /** Returns true if the law forbids to show or edit the field now. */
    boolean isHidden(String path) {
        return form.consents().closes(path)
                || ChildPart.children(form).stream()
                        .anyMatch(child -> path.startsWith(child.row() + ".")
                                && child.paths().contains(path));
    }

    /** Returns true if a received value of the field was withheld. A person may type another value. */
    boolean isWithheld(String path) {
        return form.contentProperty().get().withheld().contains(path);
    }

    static boolean isGroup(Field field) {
        return field.type() == FieldType.GROUP;
    }

    static String rowPath(String group, String row, String field) {
        return Paths.of(group, row, field);
    }
}
