package xindang.model.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import xindang.model.template.Template;

/**
 * Finds whether the name and the number of a table with one row for each household may belong to different people: 评议对象
 * and 身份证号 beside 户主姓名.
 */
final class NumberOwner {
    /** Headings of the name of a person who may not be the head. */
    private static final Pattern OTHER = Pattern.compile(
            "(姓名|名字|人名)|(被?(评议|评定|调查|采集|走访|授信|保险|救助|帮扶)|申请|借款|贷款|承租|受益|投保|参保|领取|补贴|用款|户内)(对象|人|人员|农户|户)?(姓名|名称)?"
                    + "|(客户|对象|本人|人员)(姓名|名称)?|评议对象.*");

    private final Template template;
    private final ShapedTable shaped;
    private final Set<Integer> placed;

    /** @param placed columns with a target chosen by a person, who then knows whose number it is */
    NumberOwner(Template template, ShapedTable shaped, Set<Integer> placed) {
        this.template = template;
        this.shaped = shaped;
        this.placed = placed;
    }

    /** Returns the headings of the name and of the other name, or of the number that says whose it is. */
    Optional<List<String>> other() {
        var name = column(template.subjectPaths().name());
        var number = column(template.subjectPaths().number());
        if (name.isEmpty() || number.isEmpty() || placed.contains(number.get().index())) {
            return Optional.empty();
        }
        var isName = isOfHead(name.get());
        var isNumber = isOfHead(number.get());
        if (isName && isNumber) {
            return Optional.empty();
        }
        if (isNumber && word(name.get()).equals("姓名")) {
            return Optional.of(List.of(name.get().heading(), number.get().heading()));
        }
        return shaped.columns().stream()
                .filter(column -> column.use() == Column.Use.UNKNOWN
                        && OTHER.matcher(word(column)).matches()
                        && differs(name.get(), column))
                .map(column -> List.of(name.get().heading(), column.heading()))
                .findFirst();
    }

    private Optional<Column> column(String path) {
        return shaped.columns().stream()
                .filter(column -> column.path().equals(Optional.of(path)))
                .findFirst();
    }

    private static String word(Column column) {
        return Heading.of(column.heading()).word();
    }

    private static boolean isOfHead(Column column) {
        return PersonColumns.isOfHead(word(column));
    }

    /** Returns whether a row has two names that differ. */
    private boolean differs(Column name, Column other) {
        return shaped.table().rows().stream()
                .anyMatch(row -> !Heads.isSame(
                        row.cell(name.index()).text(), row.cell(other.index()).text()));
    }
}
