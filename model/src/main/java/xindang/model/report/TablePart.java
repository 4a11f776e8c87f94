package xindang.model.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import xindang.model.archive.Paths;
import xindang.model.json.JsonValue;
import xindang.model.rating.CountedRows;
import xindang.model.value.Estimate;
import xindang.model.value.MaskingRule;
import xindang.model.value.PersonName;

/**
 * The rows of a group as a table.
 *
 * @param order field to order by, with a minus for newest first; empty keeps the order of the group
 * @param consent item that must be allowed for the section to be printed; empty for none
 * @param empty text printed when there are no rows
 * @param known path whose value shows that the matter was checked; empty when there is none
 * @param unknown text printed instead of {@code empty} while {@code known} has no value
 * @param optional whether the table is left out when it has no rows
 */
record TablePart(
        String title,
        CountedRows rows,
        List<Cell> cells,
        String order,
        String consent,
        String empty,
        String known,
        String unknown,
        boolean optional)
        implements Part {
    private static final String HIDDEN = "***";

    static TablePart read(JsonValue json) {
        return new TablePart(
                json.text("title"),
                CountedRows.read(json.text("group"), json),
                json.list("columns").stream().map(TablePart::cell).toList(),
                json.text("order", ""),
                json.text("consent", ""),
                json.text("empty", ""),
                json.text("known", ""),
                json.text("unknown", ""),
                json.is("optional"));
    }

    static List<Section.Column> columns(JsonValue json) {
        return json.list("columns").stream().map(TablePart::column).toList();
    }

    private static Section.Column column(JsonValue json) {
        return new Section.Column(
                json.text("title"),
                Section.Align.valueOf(json.text("align", "left").toUpperCase(Locale.ROOT)),
                json.findNumber("weight").orElse(1));
    }

    private static Cell cell(JsonValue json) {
        return new Cell(
                column(json),
                json.texts("fields"),
                json.texts("difference"),
                json.text("among", ""),
                json.text("between", " "),
                Mask.valueOf(json.text("mask", "none").toUpperCase(Locale.ROOT)),
                json.find("mark").map(mark -> mark.text("field")),
                json.find("mark").map(mark -> mark.text("text")).orElse(""));
    }

    @Override
    public Optional<Section> section(Dossier dossier) {
        if (!consent.isEmpty() && !dossier.open().test(consent)) {
            return Optional.empty();
        }
        var keys = rows.of(dossier.facts(), dossier.on());
        var incomplete = dossier.incomplete(rows.group());
        if (optional && keys.isEmpty() && incomplete == 0) {
            return Optional.empty();
        }
        var lines = keys.stream()
                .sorted(order(dossier))
                .map(row -> cells.stream()
                        .map(cell -> cell.text(dossier, rows.group(), row))
                        .toList())
                .toList();
        return Optional.of(new Section.Table(
                title, cells.stream().map(Cell::column).toList(), lines, empty(dossier), note(incomplete, lines)));
    }

    /**
     * Returns the text for a table without rows. If the matter was not checked, the table must not state that there are
     * none.
     */
    private String empty(Dossier dossier) {
        return unknown.isEmpty() || dossier.content().get(known).isPresent() ? empty : unknown;
    }

    /**
     * Returns the note about rows left out because they are incomplete. A table without it would state that there are
     * none.
     */
    private static String note(int incomplete, List<List<String>> lines) {
        return incomplete == 0 ? "" : (lines.isEmpty() ? "有 " : "另有 ") + incomplete + " 条缺少必填内容，待补全，没有列出";
    }

    /** Without an order, all rows are equal and the stable sort keeps their order. */
    private Comparator<String> order(Dossier dossier) {
        if (order.isEmpty()) {
            return Comparator.comparing(row -> "");
        }
        var field = order.startsWith("-") ? order.substring(1) : order;
        Comparator<String> ascending =
                Comparator.comparing(row -> dossier.content().text(Paths.of(rows.group(), row, field)));
        return order.startsWith("-") ? ascending.reversed() : ascending;
    }

    /** Values that are hidden from some readers: those of other people, and names of lenders. */
    enum Mask {
        NONE,
        /** 张*明; of a child under fourteen nothing. */
        PERSON,
        /** 230184********4217; of a child nothing. */
        NUMBER,
        /** Nothing of a child. */
        CHILD,
        /** The name of a lender, hidden from all but the office and the subject. */
        LENDER
    }

    /**
     * One column.
     *
     * @param fields fields whose texts are joined by {@code between}
     * @param difference two amounts whose difference replaces an empty first field; or none
     * @param among path of the number of people who share the difference; empty for none
     * @param marked yes/no field that adds {@code mark}, such as 有异议
     */
    record Cell(
            Section.Column column,
            List<String> fields,
            List<String> difference,
            String among,
            String between,
            Mask mask,
            Optional<String> marked,
            String mark) {
        String text(Dossier dossier, String group, String row) {
            var joined = fields.stream()
                    .map(field -> one(dossier, group, row, field))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(between));
            var isMarked = marked.map(field -> dossier.content().text(Paths.of(group, row, field)))
                    .map("true"::equals)
                    .orElse(false);
            if (!isMarked) {
                return joined;
            }
            return joined.isEmpty() ? mark : joined + "，" + mark;
        }

        private String one(Dossier dossier, String group, String row, String field) {
            var path = Paths.of(group, row, field);
            var value = dossier.content().get(path).orElseGet(() -> reckoned(dossier, group, row));
            if (value.isEmpty()) {
                return "";
            }
            return switch (mask) {
                case NONE -> dossier.text().show(path, value);
                case CHILD -> child(dossier, group, row) ? "" : dossier.text().show(path, value);
                case PERSON -> child(dossier, group, row) ? "未满十四周岁，不显示" : person(value);
                case NUMBER -> child(dossier, group, row) ? "" : MaskingRule.RESIDENT_INTERNAL.mask(value);
                case LENDER -> dossier.inside() ? dossier.text().show(path, value) : "某机构";
            };
        }

        private String reckoned(Dossier dossier, String group, String row) {
            if (difference.isEmpty()) {
                return "";
            }
            var whole = dossier.content()
                    .get(Paths.of(group, row, difference.get(0)))
                    .flatMap(Estimate::of);
            var less = dossier.content()
                    .get(Paths.of(group, row, difference.get(1)))
                    .flatMap(Estimate::of);
            if (whole.isEmpty() || less.isEmpty()) {
                return "";
            }
            var exact = whole.get().isExact() && less.get().isExact();
            var left = whole.get().middle().subtract(less.get().middle());
            return among.isEmpty() ? about(exact, left) : shared(dossier, exact, left);
        }

        private String shared(Dossier dossier, boolean exact, BigDecimal left) {
            return dossier.content()
                    .get(among)
                    .flatMap(Estimate::of)
                    .filter(people -> people.middle().signum() > 0)
                    .map(people ->
                            about(exact && people.isExact(), left.divide(people.middle(), 2, RoundingMode.HALF_UP)))
                    .orElse("");
        }

        private static String about(boolean exact, BigDecimal number) {
            return (exact ? "" : "约 ") + number.toPlainString();
        }

        private static String person(String name) {
            return PersonName.read(name).value().map(PersonName::masked).orElse(HIDDEN);
        }

        private static boolean child(Dossier dossier, String group, String row) {
            return dossier.content().text(Paths.of(group, row, "under14")).equals("true");
        }
    }
}
