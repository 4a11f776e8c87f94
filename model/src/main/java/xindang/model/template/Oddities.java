package xindang.model.template;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;
import xindang.model.common.Violation;
import xindang.model.value.PartialDate;

/** What looks wrong in a record though each value by itself is right. People are told; nothing is refused for it. */
final class Oddities {
    private static final String MEMBERS = "family.members";
    private static final int GENERATION = 14;
    private static final int WORKING_AGE = 16;
    private static final List<String> BEGINNINGS = List.of("occupation.since", "licence.issuedOn", "employer.since");
    private static final Set<String> SPOUSES = Set.of("10", "11", "12");
    private static final Set<String> CHILDREN =
            Set.of("20", "21", "22", "23", "24", "25", "26", "29", "30", "31", "32", "33", "34", "35", "36", "39");
    private static final Set<String> PARENTS = Set.of("50", "51", "52");
    private static final Set<String> MEN =
            codes("11 20 21 22 23 24 25 26 27 28 29 41 43 46 47 51 53 55 57 61 63 66 71 73 76 78 81 83 85 87 89 93 95");
    private static final Set<String> WOMEN =
            codes("12 30 31 32 33 34 35 36 37 38 39 42 44 45 48 52 54 56 58 62 64 67 72 74 75 77 82 84 86 88 90 94 96");

    private final Template template;
    private final Content content;
    private final List<Oddity> found = new ArrayList<>();

    private Oddities(Template template, Content content) {
        this.template = template;
        this.content = content;
    }

    static List<Oddity> of(Template template, Content content, LocalDate today) {
        var oddities = new Oddities(template, content);
        if (template.field(MEMBERS).isPresent()) {
            oddities.family(today);
            oddities.figures();
        }
        oddities.childhood();
        oddities.badInformation(today);
        return oddities.found;
    }

    private void family(LocalDate today) {
        var spouses = 0;
        for (var row : content.rows(MEMBERS)) {
            var relation = member(row, "relation");
            var name = member(row, "name");
            var sex = member(row, "sex");
            if ((MEN.contains(relation) && sex.equals("2")) || (WOMEN.contains(relation) && sex.equals("1"))) {
                find(relation(row), "household.relation.sex", name, label("relation", relation), label("sex", sex));
            }
            if (SPOUSES.contains(relation)) {
                spouses++;
                spouse(row, name, relation, sex);
            }
            generation(row, name, relation);
            if (relation.equals("02")) {
                find(relation(row), "household.heads", name);
            }
            day(member(row, "birth"))
                    .filter(born -> member(row, "worker").equals("true")
                            && born.plusYears(WORKING_AGE).isAfter(today))
                    .ifPresent(born ->
                            find(Paths.of(MEMBERS, row, "worker"), "household.worker.young", name, born.toString()));
        }
        if (spouses > 1) {
            find(MEMBERS, "household.spouses", Integer.toString(spouses));
        }
    }

    private void spouse(String row, String name, String relation, String sex) {
        var head = content.text("head.sex");
        if (!head.isEmpty() && head.equals(relation.equals("11") ? "1" : relation.equals("12") ? "2" : sex)) {
            find(relation(row), "household.spouse.sex", name, label("relation", relation));
        }
    }

    private void generation(String row, String name, String relation) {
        var head = day(content.text("head.birth"));
        var born = day(member(row, "birth"));
        if (head.isEmpty() || born.isEmpty()) {
            return;
        }
        var older = CHILDREN.contains(relation) ? head.get() : born.get();
        var younger = CHILDREN.contains(relation) ? born.get() : head.get();
        var concerned = CHILDREN.contains(relation) || PARENTS.contains(relation);
        if (concerned && older.plusYears(GENERATION).isAfter(younger)) {
            find(relation(row), "household.generation", name, label("relation", relation));
        }
    }

    private void figures() {
        var people = number("head.people");
        var workers = number("head.workers");
        if (people.isPresent() && workers.isPresent() && workers.get().compareTo(people.get()) > 0) {
            find("head.workers", "household.workers", content.text("head.workers"), content.text("head.people"));
        }
        var members = content.rows(MEMBERS).size() + 1;
        if (people.isPresent() && people.get().compareTo(BigDecimal.valueOf(members)) < 0) {
            find("head.people", "household.people", content.text("head.people"), Integer.toString(members));
        }
        var contracted = number("land.contracted");
        var out = number("land.leasedOut");
        if (contracted.isPresent() && out.isPresent() && out.get().compareTo(contracted.get()) > 0) {
            find(
                    "land.leasedOut",
                    "household.land.out",
                    content.text("land.leasedOut"),
                    content.text("land.contracted"));
        }
    }

    /** A profession that began before its practitioner was sixteen. */
    private void childhood() {
        var sixteen = day(content.text("identity.birth")).map(born -> born.plusYears(WORKING_AGE));
        if (sixteen.isEmpty()) {
            return;
        }
        for (var path : BEGINNINGS) {
            day(content.text(path))
                    .filter(began -> began.isBefore(sixteen.get()))
                    .ifPresent(began -> find(
                            path,
                            "practitioner.young",
                            template.field(path).map(Field::label).orElse(path),
                            began.toString(),
                            content.text("identity.birth")));
        }
    }

    /** 征信业管理条例 article 16: the five years run from the end, so a row needs its end or the word that it has none yet. */
    private void badInformation(LocalDate today) {
        for (var term : template.terms()) {
            for (var row : content.rows(term.group())) {
                var end = Term.end(Paths.of(term.group(), row));
                var status = content.text(Paths.of(term.group(), row, Term.STATUS));
                if (content.get(end).isEmpty() && !status.equals(Term.OPEN)) {
                    find(end, "law.term.endless", group(term));
                }
                if (status.equals(Term.OPEN) && hasCome(content.get(end), today)) {
                    find(end, "law.term.contradicted", group(term), content.text(end));
                }
            }
        }
    }

    private static boolean hasCome(Optional<String> end, LocalDate today) {
        return end.flatMap(text -> PartialDate.read(text).value())
                .filter(date -> !date.isLongTerm())
                .filter(date -> today.isAfter(date.latest()))
                .isPresent();
    }

    private String group(Term term) {
        return template.field(term.group()).map(Field::label).orElse(term.group());
    }

    private void find(String path, String code, String... args) {
        found.add(new Oddity(path, Violation.of(code, args)));
    }

    private static String relation(String row) {
        return Paths.of(MEMBERS, row, "relation");
    }

    private String member(String row, String field) {
        return content.text(Paths.of(MEMBERS, row, field));
    }

    private String label(String field, String code) {
        return template.field(MEMBERS + ".*." + field)
                .flatMap(Field::table)
                .flatMap(template::table)
                .flatMap(table -> table.label(code))
                .orElse(code);
    }

    private Optional<BigDecimal> number(String path) {
        return content.get(path).map(BigDecimal::new);
    }

    private static Optional<LocalDate> day(String text) {
        return text.isEmpty()
                ? Optional.empty()
                : PartialDate.read(text).value().flatMap(PartialDate::date);
    }

    private static Set<String> codes(String list) {
        return new TreeSet<>(List.of(list.split(" ")));
    }
}
