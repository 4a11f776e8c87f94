package xindang.model.template;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;
import xindang.model.common.Violation;
import xindang.model.value.CreditCode;
import xindang.model.value.Estimate;
import xindang.model.value.PartialDate;
import xindang.model.value.ResidentNumber;

/**
 * Runs the checks of a template on a content. A check reports only certain contradictions. A missing value, a date with
 * the year only or a range of numbers is no contradiction.
 */
public final class Checks {
    private static final Set<String> OTHER_DOCUMENTS = Set.of("113", "414", "511", "516", "990");

    private final Template template;
    private final Content content;
    private final LocalDate today;
    private final FieldText text;
    private final List<Oddity> found = new ArrayList<>();

    private Checks(Template template, Content content, LocalDate today) {
        this.template = template;
        this.content = content;
        this.today = today;
        text = new FieldText(template, Audience.OFFICE, UnaryOperator.identity());
    }

    /** Returns contradictions between valid values. They are shown, but no value is refused for them. */
    public static List<Oddity> of(Template template, Content content, LocalDate today) {
        return of(template, template.checks(), content, today);
    }

    /** Returns the findings of some checks of a template, in their order. */
    static List<Oddity> of(Template template, List<Check> checks, Content content, LocalDate today) {
        var run = new Checks(template, content, today);
        checks.forEach(run::run);
        return List.copyOf(run.found);
    }

    private void run(Check check) {
        var group = check.group();
        switch (check.kind()) {
            case ROWS -> rows(check);
            case TERM -> content.rows(check.path(0)).forEach(row -> term(check, Paths.of(check.path(0), row)));
            case INCOMPLETE -> incomplete(check);
            default -> {
                if (group.isEmpty()) {
                    row(check, check.paths(), "");
                } else {
                    rows(check, group, content.rows(group));
                }
            }
        }
    }

    private void rows(Check check, String group, List<String> rows) {
        if (rows.isEmpty()) {
            return;
        }
        switch (check.kind()) {
            case UNIQUE -> unique(check, group);
            case TOTAL -> total(check, group);
            case ONCE -> once(check, group);
            default ->
                rows.stream()
                        .filter(row -> mayFind(check, ofRow(check.path(0), row)))
                        .forEach(row -> row(
                                check,
                                check.paths().stream()
                                        .map(path -> ofRow(path, row))
                                        .toList(),
                                owner(group, row)));
        }
    }

    /** Without the first value, only contradicting codes can be found. */
    private boolean mayFind(Check check, String first) {
        return check.kind() == CheckKind.CLASH || content.get(first).isPresent();
    }

    private static String ofRow(String path, String row) {
        return path.replace(".*.", "." + row + ".");
    }

    private void row(Check check, List<String> paths, String owner) {
        if (!mayFind(check, paths.get(0))) {
            return;
        }
        switch (check.kind()) {
            case SUM -> sum(check, paths, owner);
            case PART -> part(check, paths, owner);
            case ORDER -> order(check, paths, owner);
            case AGE -> age(check, paths, owner);
            case GAP -> gap(check, paths, owner);
            case CLASH -> clash(check, paths, owner);
            case PAST_DUE -> pastDue(check, paths, owner);
            case NUMBER -> number(check, paths.get(0), owner);
            default -> throw new IllegalStateException(check.id());
        }
    }

    private void sum(Check check, List<String> paths, String owner) {
        var whole = amount(paths.get(0));
        var parts = amounts(paths);
        if (whole.isEmpty() || parts.size() < paths.size() - 1) {
            return;
        }
        var margin = whole.get().most().abs().multiply(check.limit());
        if (least(parts).subtract(margin).compareTo(whole.get().most()) > 0
                || most(parts).add(margin).compareTo(whole.get().least()) < 0) {
            find(check, paths.get(0), "check.sum", owner, spaced(labelled(paths.get(0))), labelled(paths));
        }
    }

    private void part(Check check, List<String> paths, String owner) {
        var whole = amount(paths.get(0));
        var parts = amounts(paths);
        if (whole.isPresent()
                && !parts.isEmpty()
                && least(parts).compareTo(whole.get().most()) > 0) {
            var path = paths.stream()
                    .skip(1)
                    .filter(part -> amount(part).isPresent())
                    .findFirst()
                    .orElseThrow();
            find(check, path, "check.part", owner, spaced(labelled(paths)), labelled(paths.get(0)));
        }
    }

    private void unique(Check check, String group) {
        var seen = new java.util.HashSet<String>();
        for (var path : cells(check, group)) {
            if (!seen.add(content.text(path))) {
                find(check, path, "check.unique", spaced(labelled(path)));
            }
        }
    }

    private void total(Check check, String group) {
        var cells = cells(check, group);
        var sum = least(cells.stream().flatMap(path -> amount(path).stream()).toList());
        if (sum.compareTo(check.limit()) > 0) {
            var field = template.field(check.path(0)).orElseThrow();
            find(
                    check,
                    cells.get(cells.size() - 1),
                    "check.total",
                    field.label(),
                    sum.stripTrailingZeros().toPlainString() + field.unit(),
                    check.limit().toPlainString() + field.unit());
        }
    }

    private void rows(Check check) {
        var rows = content.rows(check.path(1)).size() + check.limit().intValue();
        var path = check.path(0);
        if (amount(path)
                .filter(number -> number.most().compareTo(BigDecimal.valueOf(rows)) < 0)
                .isPresent()) {
            find(check, path, "check.rows", labelled(path), Integer.toString(rows));
        }
    }

    private void once(Check check, String group) {
        var cells = cells(check, group).stream()
                .filter(path -> check.values().contains(content.text(path)))
                .toList();
        var limit = check.limit().intValue();
        cells.stream()
                .skip(limit)
                .forEach(path -> find(
                        check,
                        path,
                        "check.once",
                        owner(group, row(group, path)),
                        text.show(content, path),
                        Integer.toString(limit)));
    }

    private void order(Check check, List<String> paths, String owner) {
        var from = date(paths.get(0));
        var until = date(paths.get(1));
        if (from.isPresent()
                && until.isPresent()
                && until.get().latest().isBefore(from.get().earliest())) {
            find(check, paths.get(1), "check.order", owner, spaced(labelled(paths.get(1))), labelled(paths.get(0)));
        }
    }

    private void age(Check check, List<String> paths, String owner) {
        var path = paths.get(1);
        var type = template.field(path).map(Field::type);
        var isDate = type.filter(known -> known == FieldType.DATE || known == FieldType.YEAR)
                .isPresent();
        var on = isDate
                ? date(path).map(PartialDate::latest)
                : Optional.of(today).filter(day -> check.values().contains(content.text(path)));
        var birth = date(paths.get(0));
        var years = check.limit().longValue();
        if (on.isPresent()
                && birth.isPresent()
                && on.get().isBefore(birth.get().earliest().plusYears(years))) {
            find(check, path, "check.age", owner, labelled(path), labelled(paths.get(0)), Long.toString(years));
        }
    }

    private void gap(Check check, List<String> paths, String owner) {
        var relation = content.text(paths.get(0));
        var isOlder = check.cases().stream().anyMatch(one -> one.get(0).contains(relation));
        var isYounger = check.cases().stream().anyMatch(one -> one.get(1).contains(relation));
        var older = date(paths.get(isOlder ? 1 : 2));
        var younger = date(paths.get(isOlder ? 2 : 1));
        if ((isOlder || isYounger)
                && older.isPresent()
                && younger.isPresent()
                && older.get()
                        .earliest()
                        .plusYears(check.limit().longValue())
                        .isAfter(younger.get().latest())) {
            find(
                    check,
                    paths.get(0),
                    "check.gap",
                    owner,
                    text.show(content, paths.get(0)),
                    check.limit().toPlainString());
        }
    }

    private void clash(Check check, List<String> paths, String owner) {
        for (var one : check.cases()) {
            var all = true;
            for (var i = 0; i < paths.size(); i++) {
                all &= one.get(i).isEmpty() || one.get(i).contains(content.text(paths.get(i)));
            }
            if (all) {
                find(check, paths.get(0), "check.clash", owner, spaced(labelled(paths.get(0))), labelled(paths));
                return;
            }
        }
    }

    private void pastDue(Check check, List<String> paths, String owner) {
        var due = date(paths.get(0)).filter(date -> today.isAfter(date.latest()));
        var owes = amount(paths.get(1)).filter(balance -> balance.least().signum() > 0);
        var late = amount(paths.get(3)).filter(days -> days.least().signum() > 0);
        if (due.isEmpty() || owes.isEmpty() || content.get(paths.get(2)).isPresent()) {
            return;
        }
        var answer = paths.size() > 4 ? content.text(paths.get(4)) : "";
        if (check.values().contains(answer) || (answer.isEmpty() && late.isEmpty())) {
            find(check, paths.get(0), "check.pastDue", owner, spaced(labelled(paths.get(0))), labelled(paths.get(1)));
        }
    }

    private void number(Check check, String path, String owner) {
        var number = content.text(path);
        if (number.isEmpty() || isOtherDocument(path) || isUnverified(path)) {
            return;
        }
        var resident = ResidentNumber.read(number, today).isOk();
        var firm = CreditCode.read(number).isOk();
        var right =
                switch (template.field(path).map(Field::type).orElse(FieldType.TEXT)) {
                    case RESIDENT_NUMBER -> resident;
                    case CREDIT_CODE -> firm;
                    default -> resident || firm;
                };
        if (!right) {
            find(check, path, "check.number", owner, label(path));
        }
    }

    private boolean isOtherDocument(String path) {
        return OTHER_DOCUMENTS.contains(content.text(path.substring(0, path.lastIndexOf('.')) + ".idType"));
    }

    private boolean isUnverified(String path) {
        return template.subject()
                .filter(subject -> subject.number().equals(path))
                .flatMap(SubjectPaths::unverified)
                .filter(mark -> content.text(mark).equals("true"))
                .isPresent();
    }

    /**
     * Checks the end of a row. 征信业管理条例 article 16 counts five years from it, so a row needs an end date or the mark
     * that it continues.
     */
    private void term(Check check, String row) {
        var end = Term.end(row);
        var isOpen = content.text(row + "." + Term.STATUS).equals(Term.OPEN);
        var label = label(check.path(0));
        if (content.get(end).isEmpty() && !isOpen) {
            find(check, end, "law.term.endless", label);
        }
        if (isOpen && date(end).filter(date -> today.isAfter(date.latest())).isPresent()) {
            find(check, end, "law.term.contradicted", label, content.text(end));
        }
    }

    private void incomplete(Check check) {
        for (var row : IncompleteRows.of(template, content)) {
            if (row.group().equals(check.path(0))) {
                var missing = row.missing().stream().map(Field::label).collect(Collectors.joining("、"));
                find(check, row.path(), "check.incomplete", label(check.path(0)), missing);
            }
        }
    }

    private void find(Check check, String path, String code, String... args) {
        found.add(new Oddity(path, Violation.of(code, args), check.stops()));
    }

    /** Returns the name of the row with a colon; empty when the row has no name. */
    private String owner(String group, String row) {
        return template.field(group).map(Field::fields).orElse(List.of()).stream()
                .filter(Field::required)
                .map(field -> text.show(content, Paths.of(group, row, field.id())))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .map(name -> name + "：")
                .orElse("");
    }

    private static String row(String group, String path) {
        return path.substring(group.length() + 1, path.lastIndexOf('.'));
    }

    private List<String> cells(Check check, String group) {
        var field = check.path(0).substring(check.path(0).lastIndexOf('.') + 1);
        return content.rows(group).stream()
                .map(row -> Paths.of(group, row, field))
                .filter(path -> content.get(path).isPresent())
                .toList();
    }

    /** Adds the space that Chinese text has after digits and letters. */
    private static String spaced(String words) {
        return words.charAt(words.length() - 1) < 128 ? words + " " : words;
    }

    /** Returns the texts of all paths except the first. */
    private String labelled(List<String> paths) {
        return paths.stream()
                .skip(1)
                .filter(path -> content.get(path).isPresent())
                .map(this::labelled)
                .collect(Collectors.joining("、"));
    }

    private String labelled(String path) {
        return label(path) + " " + text.show(content, path);
    }

    private String label(String path) {
        return template.field(path).map(Field::label).orElse(path);
    }

    private Optional<Estimate> amount(String path) {
        return content.get(path).flatMap(Estimate::of);
    }

    private List<Estimate> amounts(List<String> paths) {
        return paths.stream().skip(1).flatMap(path -> amount(path).stream()).toList();
    }

    private static BigDecimal least(List<Estimate> numbers) {
        return add(numbers.stream().map(Estimate::least));
    }

    private static BigDecimal most(List<Estimate> numbers) {
        return add(numbers.stream().map(Estimate::most));
    }

    private static BigDecimal add(Stream<BigDecimal> numbers) {
        return numbers.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns a date for comparison; empty for 长期. */
    private Optional<PartialDate> date(String path) {
        return content.get(path)
                .flatMap(value -> PartialDate.read(value).value())
                .filter(date -> !date.isLongTerm());
    }
}
