package xindang.model.intake;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import xindang.model.law.Gate;
import xindang.model.law.TextDoor;
import xindang.model.region.Divisions;
import xindang.model.region.Lookup;
import xindang.model.template.Field;
import xindang.model.template.FieldType;
import xindang.model.template.LegalClass;
import xindang.model.template.Template;
import xindang.model.value.CreditCode;
import xindang.model.value.DivisionCode;
import xindang.model.value.Phone;
import xindang.model.value.ResidentNumber;

/**
 * Finds the target of each column of a table. It compares headings with labels and aliases of
 * fields. For the other columns it uses the content of most cells.
 */
final class ColumnMapper {
    private static final int SAMPLE = 200;
    private static final double MOST = 0.8;

    /**
     * Minimum length of a label that identifies an item of a group alone. Shorter labels are often general, such as 名称
     * or 面积.
     */
    private static final int TELLING = 5;

    private static final Set<String> SERIAL = Set.of("序号", "编号", "序", "行号", "no", "顺序号");

    private final Template template;
    private final Divisions divisions;
    private final DivisionCode within;
    private final LocalDate today;
    private final Map<String, String> byWord = new HashMap<>();
    private StatedUnits units = StatedUnits.NONE;

    ColumnMapper(Template template, Divisions divisions, DivisionCode within, LocalDate today) {
        this.template = template;
        this.divisions = divisions;
        this.within = within;
        this.today = today;
        for (var path : ColumnPlaces.of(template)) {
            template.field(path).ifPresent(field -> {
                if (!path.contains("*") || field.label().length() >= TELLING) {
                    learn(field.label(), path);
                }
                field.aliases().forEach(alias -> learn(alias, path));
            });
        }
    }

    private void learn(String word, String path) {
        byWord.putIfAbsent(Heading.of(word).word(), path);
    }

    /** Returns the target of a heading by its words; null when no field has them. */
    @Nullable
    String known(String heading) {
        return byWord.get(Heading.of(heading).word());
    }

    /** Returns the columns of a table. Uses the rows below the header for columns without a known heading. */
    List<Column> map(Table table, Map<Integer, Optional<String>> placed) {
        var header = table.headings();
        units = table.units();
        var columns = new TreeMap<Integer, Column>();
        var taken = new HashSet<String>();
        // a person's choice takes precedence over headings
        new TreeMap<>(placed).forEach((i, place) -> {
            var text = header.cell(i).text();
            if (!text.isBlank()) {
                columns.put(i, refused(i, text).orElseGet(() -> byHand(i, Heading.of(text), place, taken)));
            }
        });
        for (var n = 0; n < header.cells().size(); n++) {
            var i = n;
            var text = header.cell(i).text();
            if (!text.isBlank() && !ReturnedRows.isReason(text) && !columns.containsKey(i)) {
                columns.put(i, refused(i, text).orElseGet(() -> byHeading(i, Heading.of(text), taken)));
            }
        }
        columns.replaceAll((i, column) -> column.use() == Column.Use.UNKNOWN && !placed.containsKey(i)
                ? byContent(column, table.rows(), taken)
                : column);
        return List.copyOf(columns.values());
    }

    private static Optional<Column> refused(int index, String text) {
        return Gate.words(TextDoor.LABEL, text)
                .map(why -> new Column(
                        index,
                        text.strip(),
                        Column.Use.REFUSED,
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(why)));
    }

    private Column byHand(int index, Heading heading, Optional<String> path, Set<String> taken) {
        return path.filter(ColumnPlaces.of(template)::contains)
                .filter(place -> takes(place, heading, taken))
                .map(place -> column(index, heading, place))
                .orElseGet(() -> notRead(index, heading, Column.Use.UNKNOWN));
    }

    private Column byHeading(int index, Heading heading, Set<String> taken) {
        var path = byWord.get(heading.word());
        if (path != null && takes(path, heading, taken)) {
            return column(index, heading, path);
        }
        if (path == null && template.place().isPresent() && PlaceColumns.isOne(heading.word())) {
            return notRead(index, heading, Column.Use.PLACE);
        }
        return notRead(index, heading, SERIAL.contains(heading.word()) ? Column.Use.SERIAL : Column.Use.UNKNOWN);
    }

    /** Returns whether no other column of the same year has this target. */
    private boolean takes(String path, Heading heading, Set<String> taken) {
        return isGroup(path)
                || taken.add(path + heading.year().map(year -> "@" + year).orElse(""));
    }

    private static Column notRead(int index, Heading heading, Column.Use use) {
        return new Column(
                index,
                heading.text(),
                use,
                Optional.empty(),
                heading.unit(),
                Optional.empty(),
                heading.year(),
                Optional.empty());
    }

    /** Several columns may have the same group as target: 农机具 and 机动车. */
    private boolean isGroup(String path) {
        return template.field(path).filter(Field::isGroup).isPresent();
    }

    private Column column(int index, Heading heading, String path) {
        var use = template.legal(path) == LegalClass.OPEN ? Column.Use.MAPPED : Column.Use.CONSENT_NEEDED;
        var stated =
                template.field(path).filter(field -> heading.unit().isEmpty()).flatMap(field -> units.of(field.type()));
        return new Column(
                index,
                heading.text(),
                use,
                Optional.of(path),
                stated.map(StatedUnits.Stated::unit).orElse(heading.unit()),
                stated.map(StatedUnits.Stated::row),
                heading.year(),
                Optional.empty());
    }

    private Column byContent(Column unknown, List<SheetRow> below, Set<String> taken) {
        var values = below.stream()
                .map(row -> row.cell(unknown.index()).text())
                .filter(text -> !text.isBlank())
                .limit(SAMPLE)
                .toList();
        var subject = template.subjectPaths();
        var guesses = new HashMap<String, Predicate<String>>();
        template.field(subject.number()).map(Field::type).ifPresent(type -> {
            if (type == FieldType.RESIDENT_NUMBER) {
                guesses.put(subject.number(), text -> ResidentNumber.read(text, today)
                        .isOk());
            } else if (type == FieldType.CREDIT_CODE) {
                guesses.put(subject.number(), text -> CreditCode.read(text).isOk());
            }
        });
        subject.phone()
                .ifPresent(path -> guesses.put(path, text -> Phone.read(text).isOk()));
        template.place()
                .ifPresent(path ->
                        guesses.put(path, text -> !(divisions.village(text, within) instanceof Lookup.Unknown)));
        if (values.size() < 3) {
            return unknown;
        }
        for (var guess : guesses.entrySet()) {
            var matching = values.stream().filter(guess.getValue()).count();
            if (matching >= MOST * values.size() && taken.add(guess.getKey())) {
                return column(unknown.index(), Heading.of(unknown.heading()), guess.getKey());
            }
        }
        return unknown;
    }
}
