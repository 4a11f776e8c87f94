package xindang.model.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import xindang.model.common.Violation;
import xindang.model.law.Gate;
import xindang.model.template.ReadingContext;
import xindang.model.template.Template;

/** Reads a member of a household from some columns of a row. Of a child under 14 it keeps the name and the relation. */
final class MemberReader {
    /** The birth date in a number, which also shows the age when the number is wrong. */
    private static final Pattern BORN =
            Pattern.compile("(?:\\d{6})?((?:19|20)\\d\\d)[-./年]?([01]\\d)[-./月]?([0-3]\\d)日?[\\dO]{0,3}[\\dXxO]?");

    private static final Pattern YEARS = Pattern.compile("(\\d{1,3})(?:\\.\\d+)?(岁|周岁|岁半)?");

    /** An age of a small child. */
    private static final Pattern MONTHS = Pattern.compile("(\\d{1,2}|[一二三四五六七八九十半]{1,3})?个?(月|天|个月)|不满.*|未满.*");

    private static final int CHILD = 14;
    private static final Set<String> OF_CHILD = Set.of(MemberGroup.NAME, MemberGroup.RELATION);

    private final Template template;
    private final Map<String, Target> targets = new TreeMap<>();
    private final Optional<Integer> age;
    private final LocalDate today;

    /**
     * @param columns the columns of the member, with paths of items of members
     * @param age column of the age in years
     */
    MemberReader(
            Template template,
            MemberGroup members,
            ReadingContext context,
            List<Column> columns,
            Optional<Integer> age) {
        this.template = template;
        this.age = age;
        today = context.today();
        for (var column : columns) {
            column.path()
                    .flatMap(members::id)
                    .ifPresent(id -> targets.put(id, Target.of(template, context, column, today.getYear())));
        }
    }

    /** Returns whether a row has neither a name nor a number in these columns. A form may print the relations. */
    boolean isBlank(SheetRow row) {
        return targets.entrySet().stream()
                .filter(target -> target.getKey().equals(MemberGroup.NAME)
                        || target.getKey().equals(MemberGroup.NUMBER))
                .allMatch(target -> row.cell(target.getValue().column().index()).isBlank());
    }

    Member read(SheetRow row) {
        return new Reading(row).done();
    }

    /** The state of reading one member. */
    private final class Reading {
        private final SheetRow row;
        private final String name;
        private final Map<String, String> values = new TreeMap<>();
        private final Map<String, String> consentValues = new TreeMap<>();
        private final Map<String, List<Problem>> problems = new TreeMap<>();
        private final List<Problem> rejections = new ArrayList<>();

        Reading(SheetRow row) {
            this.row = row;
            name = text(MemberGroup.NAME);
        }

        private String text(String id) {
            var target = targets.get(id);
            return target == null
                    ? ""
                    : row.cell(target.column().index()).text().strip();
        }

        Member done() {
            targets.forEach(
                    (id, target) -> take(id, target, row.cell(target.column().index())));
            var isNamed = values.containsKey(MemberGroup.NAME);
            if (!isNamed && rejections.isEmpty()) {
                rejections.add(problem(MemberGroup.NAME, Problem.Severity.REJECTED, "member.name.missing"));
            }
            if (isChild()) {
                child();
            } else if (isYoung()) {
                warn(
                        MemberGroup.UNDER_14,
                        problem(
                                MemberGroup.NUMBER,
                                Problem.Severity.WARNING,
                                "member.age.contradicts",
                                PersonColumns.text(row, age)));
            }
            if (targets.containsKey(MemberGroup.RELATION)
                    && text(MemberGroup.RELATION).isEmpty()) {
                warn(
                        MemberGroup.RELATION,
                        problem(MemberGroup.RELATION, Problem.Severity.WARNING, "member.relation.missing"));
            }
            return member();
        }

        private Member member() {
            var warnings = new ArrayList<Problem>();
            var withConsent = new TreeMap<String, List<Problem>>();
            problems.forEach((id, list) -> {
                var target = targets.get(id);
                if (target != null && target.column().use() == Column.Use.CONSENT_NEEDED) {
                    withConsent.put(id, list);
                } else {
                    warnings.addAll(list);
                }
            });
            return new Member(row, name, values, consentValues, withConsent, warnings, rejections);
        }

        private void take(String id, Target target, Cell cell) {
            var column = target.column();
            if (cell.kind() == Cell.Kind.ERROR) {
                warn(
                        id,
                        Problem.warning(
                                template, row, name, column, cell, Violation.of("intake.formula.error", cell.text())));
            } else if (cell.kind() == Cell.Kind.UNCOMPUTED) {
                warn(id, Problem.warning(template, row, name, column, cell, Violation.of("intake.formula.empty")));
            } else if (id.equals(MemberGroup.NUMBER) && RowReader.isDamaged(cell)) {
                warn(id, Problem.warning(template, row, name, column, cell, Violation.of("intake.number.damaged")));
            } else if (!cell.isBlank()) {
                value(id, target, cell);
            }
        }

        private void value(String id, Target target, Cell cell) {
            var column = target.column();
            var read = target.read(template, cell.text());
            if (read.failure().isPresent()) {
                var why = read.failure().get();
                if (id.equals(MemberGroup.NAME)) {
                    rejections.add(Problem.of(template, row, name, column, cell, Problem.Severity.REJECTED, why));
                } else if (!why.code().equals("value.blank")) {
                    warn(id, Problem.warning(template, row, name, column, cell, why));
                }
                return;
            }
            (column.use() == Column.Use.CONSENT_NEEDED ? consentValues : values).put(id, read.get());
            for (var note : read.notes()) {
                if (!RowReader.isFormOnly(note)) {
                    warn(id, Problem.warning(template, row, name, column, cell, note));
                }
            }
        }

        private void warn(String id, Problem problem) {
            problems.computeIfAbsent(id, any -> new ArrayList<>()).add(problem);
        }

        private Problem problem(String id, Problem.Severity severity, String code, String... args) {
            var target = targets.get(id);
            var heading = target == null ? "" : target.column().heading();
            return new Problem(row.number(), name, heading, severity, Violation.of(code, args), "");
        }

        private boolean isChild() {
            var number = values.getOrDefault(MemberGroup.NUMBER, "");
            var birth = values.getOrDefault(MemberGroup.BIRTH, "");
            if (number.isEmpty() && birth.isEmpty()) {
                var born = BORN.matcher(Heads.folded(text(MemberGroup.NUMBER)));
                if (!born.matches()) {
                    return isYoung() || "true".equals(values.get(MemberGroup.UNDER_14));
                }
                birth = born.group(1) + "-" + born.group(2) + "-" + born.group(3);
            }
            return Gate.isChild(number, birth, today);
        }

        private boolean isYoung() {
            var written = Heads.folded(PersonColumns.text(row, age));
            var years = YEARS.matcher(written);
            return years.matches()
                    ? Integer.parseInt(years.group(1)) < CHILD
                    : MONTHS.matcher(written).matches();
        }

        /** Keeps the name and the relation (个人信息保护法 article 31), and reports that other values were left out. */
        private void child() {
            var left = targets.entrySet().stream()
                    .filter(target -> !OF_CHILD.contains(target.getKey()))
                    .map(target -> target.getValue().column())
                    .filter(column -> !row.cell(column.index()).isBlank())
                    .map(Column::heading)
                    .toList();
            values.keySet().retainAll(OF_CHILD);
            values.put(MemberGroup.UNDER_14, "true");
            consentValues.clear();
            problems.keySet().retainAll(OF_CHILD);
            if (!left.isEmpty()) {
                warn(
                        MemberGroup.UNDER_14,
                        problem(MemberGroup.NUMBER, Problem.Severity.WARNING, "member.child", String.join("、", left)));
            }
        }
    }
}
