package xindang.model.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import xindang.model.law.Gate;
import xindang.model.template.CodeTable;
import xindang.model.template.Field;
import xindang.model.template.FieldType;
import xindang.model.template.ReadingContext;
import xindang.model.template.Template;

/**
 * Reads a cell that contains a whole group of items: {@code 拖拉机1台、播种机2台}, {@code 砖瓦125㎡}. Finds codes by their labels
 * and numbers by their units. The remaining words become the first text item.
 */
final class GroupText {
    private static final Pattern DIVIDER = Pattern.compile("[、，,；;/\\n]+");
    private static final Pattern FIGURE =
            Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(台套|台|辆|头|只|匹|套|间|处|个|条|艘|㎡|平方米|平米|平|m2|亩|垧|万元|元)?");
    private static final Set<String> COUNTERS = Set.of("台套", "台", "辆", "头", "只", "匹", "套", "间", "处", "个", "条", "艘");
    private static final Set<String> FLOOR = Set.of("㎡", "平方米", "平米", "平", "m2");
    private static final Set<String> NONE = Set.of("无", "没有", "否", "暂无", "—", "——", "-", "/", "0");

    private final Template template;
    private final ReadingContext context;

    GroupText(Template template, ReadingContext context) {
        this.template = template;
        this.context = context;
    }

    /** Returns the items of the text as maps from item to canonical value; empty when it is unreadable. */
    Optional<List<Map<String, String>>> read(Field group, String text) {
        var rows = new ArrayList<Map<String, String>>();
        for (var part : DIVIDER.split(text)) {
            var item = part.strip();
            if (item.isEmpty() || NONE.contains(item)) {
                continue;
            }
            var row = item(group, item);
            if (row.isEmpty()) {
                return Optional.empty();
            }
            rows.add(row);
        }
        return Optional.of(rows);
    }

    private Map<String, String> item(Field group, String item) {
        var row = new LinkedHashMap<String, String>();
        var words = item;
        var figure = FIGURE.matcher(item);
        if (figure.find()) {
            var unit = figure.group(2) == null ? "" : figure.group(2);
            var taken = figureField(group, unit).flatMap(field -> canonical(field, figure.group(1) + unit)
                    .map(value -> row.putIfAbsent(field.id(), value) == null));
            if (taken.isPresent() && COUNTERS.contains(unit)) {
                words = (item.substring(0, figure.start()) + item.substring(figure.end())).strip();
            }
        }
        for (var field : group.fields()) {
            if (field.type() == FieldType.CODE) {
                code(field, item).ifPresent(value -> row.put(field.id(), value));
            }
        }
        for (var field : group.fields()) {
            if (field.type() == FieldType.TEXT || field.type() == FieldType.NOTE) {
                canonical(field, words).ifPresent(value -> row.put(field.id(), value));
                break;
            }
        }
        return row;
    }

    private static Optional<Field> figureField(Field group, String unit) {
        var wanted = COUNTERS.contains(unit)
                ? Set.of(FieldType.COUNT)
                : FLOOR.contains(unit)
                        ? Set.of(FieldType.FLOOR_AREA)
                        : unit.endsWith("元") ? Set.of(FieldType.MONEY) : Set.of(FieldType.AREA, FieldType.DECIMAL);
        return group.fields().stream()
                .filter(field -> wanted.contains(field.type()))
                .findFirst();
    }

    private Optional<String> code(Field field, String item) {
        var table = field.table().flatMap(template::table);
        if (table.isEmpty()) {
            return Optional.empty();
        }
        var best = "";
        Optional<String> code = Optional.empty();
        for (var entry : table.get().entries()) {
            for (var word : words(entry)) {
                if (word.length() > best.length() && item.contains(word)) {
                    best = word;
                    code = Optional.of(entry.code());
                }
            }
        }
        return code;
    }

    private static List<String> words(CodeTable.Entry entry) {
        var words = new ArrayList<>(entry.aliases());
        words.add(entry.label());
        return words;
    }

    private Optional<String> canonical(Field field, String text) {
        return text.isEmpty()
                ? Optional.empty()
                : Gate.read(template, field, text, context).value();
    }
}
