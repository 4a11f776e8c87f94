package xindang.model.intake;

import java.math.BigDecimal;
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
import xindang.model.value.ChineseNumerals;
import xindang.model.value.PlainText;

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
    private static final Set<String> NOTHING = Set.of("—", "——", "-", "/");
    private static final Pattern NONE = Pattern.compile(
            "(?:无|没有|没|否|暂无|未有|0|×|未参加|未参保|未投保)(?:农机具|农机|机械|机动车|车辆|车|荣誉|称号|保险|商业保险|房屋|住房|房产|不良记录|不良信用记录|不良信息|不良|失信记录|失信)?");
    /** Words that say only that there is something. */
    private static final Pattern VAGUE = Pattern.compile("有|是|√|✓|✔|若干|多个|[0-9.]+");

    private static final Pattern NUMERAL = Pattern.compile("[一二两三四五六七八九十]{1,3}(?=台套|台|辆|头|只|匹|套|间|处)");
    private static final Pattern EMPTY_BRACKETS = Pattern.compile("[（(]\\s*[)）]");
    /** A number behind a name without a unit, such as 收割机2. Larger numbers are models, such as 东方红804. */
    private static final Pattern LAST_NUMBER = Pattern.compile("(?<![0-9.])(?:1?[0-9]|20)$");

    private static final Pattern FULL_DIGIT = Pattern.compile("[０-９]");
    private static final int SMALLEST_HOUSE = 10;

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
            if (item.isEmpty() || NOTHING.contains(item) || NONE.matcher(item).matches()) {
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

    /** Returns whether a text says that there is nothing of the group: 无, 没有, 无农机. */
    static boolean saysNone(String text) {
        return NONE.matcher(PlainText.compact(text)).matches();
    }

    private Map<String, String> item(Field group, String written) {
        var row = new LinkedHashMap<String, String>();
        var item = NUMERAL.matcher(narrowDigits(written)).replaceAll(found -> {
            var number = ChineseNumerals.read(found.group());
            return number.isPresent() ? Integer.toString(number.getAsInt()) : found.group();
        });
        var words = isFloorArea(group, item) ? "" : item;
        if (VAGUE.matcher(item).matches() && !isFloorArea(group, item)) {
            return row;
        }
        var figure = FIGURE.matcher(item);
        if (figure.find()) {
            var unit = figure.group(2) != null ? figure.group(2) : impliedUnit(group, item, figure.start());
            var taken = figureField(group, unit).flatMap(field -> canonical(field, figure.group(1) + unit)
                    .map(value -> row.putIfAbsent(field.id(), value) == null));
            if (taken.isPresent() && COUNTERS.contains(unit)) {
                words = EMPTY_BRACKETS
                        .matcher(item.substring(0, figure.start()) + item.substring(figure.end()))
                        .replaceAll("")
                        .strip();
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

    /** Returns a text with half-width digits. */
    private static String narrowDigits(String text) {
        return FULL_DIGIT.matcher(text).replaceAll(digit -> PlainText.halfWidth(digit.group()));
    }

    /** Returns the unit of a number without one: 台 for 收割机2, ㎡ for 砖木结构 80; empty when it may be anything. */
    private static String impliedUnit(Field group, String item, int start) {
        var last = LAST_NUMBER.matcher(item);
        if (figureField(group, "台").isPresent() && last.find() && last.start() == start && start > 0) {
            return "台";
        }
        return isFloorArea(group, item.substring(start)) ? "㎡" : "";
    }

    private static boolean isFloorArea(Field group, String number) {
        return number.matches("[0-9]{2,4}(?:\\.[0-9]+)?")
                && new BigDecimal(number).intValue() >= SMALLEST_HOUSE
                && figureField(group, "㎡").isPresent()
                && figureField(group, "台").isEmpty();
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
