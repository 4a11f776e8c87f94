package xindang.model.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import xindang.model.archive.Paths;
import xindang.model.template.Template;

/**
 * The columns of a table with one row for each person.
 *
 * @param shown the columns for the result; a column of a head and of members has the path of the head
 * @param ofHead the columns that are read of the head and of the household
 * @param ofPerson ids of the items of the person in the row, by column
 * @param headName column of the name of the head, beside a column of the name of the person
 * @param headNumber column of the number of the head, beside a column of the number of the person
 * @param household column of the number of the household
 * @param serial column of a serial number
 * @param places columns of the village and of the group
 * @param age column of the age in years
 */
record PersonColumns(
        List<Column> shown,
        List<Column> ofHead,
        Map<Integer, String> ofPerson,
        Optional<Integer> headName,
        Optional<Integer> headNumber,
        Optional<Integer> household,
        Optional<Integer> serial,
        List<Integer> places,
        Optional<Integer> age) {
    private static final Pattern RELATION = Pattern.compile("(与|和|同)?(户主|承包方代表|家庭|代表)?(的)?(关系|称谓)(代码)?");
    private static final Pattern OF_HEAD = Pattern.compile("(户主|家长|承包方代表|承包方|代表)");
    private static final Pattern HOUSEHOLD =
            Pattern.compile("(农户|家庭|本)?(户号|户编号|户序号|户序|户编码|户代码)|家庭编号|家庭号|户口簿?号|户籍号|承包方编码");
    private static final Pattern AGE = Pattern.compile("(实足|周岁)?年龄(周岁)?|周岁");

    /** Paths of the numbers of a household. */
    private static final Set<String> NUMBERS = Set.of("file.householdNumber", "file.code");

    PersonColumns {
        shown = List.copyOf(shown);
        ofHead = List.copyOf(ofHead);
        ofPerson = Map.copyOf(ofPerson);
        places = List.copyOf(places);
    }

    /** Returns whether the word of a heading names an item of the head: 户主姓名. */
    static boolean isOfHead(String word) {
        return OF_HEAD.matcher(word).lookingAt() && !isRelation(word);
    }

    /** Returns whether the word of a heading names the relation to the head. */
    static boolean isRelation(String word) {
        return RELATION.matcher(word).matches();
    }

    /**
     * Finds the roles of the columns.
     *
     * @param columns columns as of a table with one row for each household
     * @param placed columns with a target chosen by a person
     */
    static PersonColumns of(Template template, MemberGroup members, List<Column> columns, Set<Integer> placed) {
        return new Finding(template, members, placed).of(columns);
    }

    /** Returns the column of an item of the person in the row. */
    Optional<Integer> person(String id) {
        return ofPerson.entrySet().stream()
                .filter(column -> column.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Returns the text of a cell; empty when there is no such column. */
    static String text(SheetRow row, Optional<Integer> column) {
        return column.map(index -> row.cell(index).text().strip()).orElse("");
    }

    String person(SheetRow row, String id) {
        return text(row, person(id));
    }

    /** Returns whether a row names a person, and not only its household. */
    boolean hasPerson(SheetRow row) {
        return !person(row, MemberGroup.NAME).isEmpty()
                || !person(row, MemberGroup.NUMBER).isEmpty()
                || !person(row, MemberGroup.RELATION).isEmpty();
    }

    /** The search for the roles. */
    private static final class Finding {
        private final Template template;
        private final MemberGroup members;
        private final Set<Integer> placed;
        private final Map<Integer, String> ofPerson = new TreeMap<>();
        private Optional<Integer> headName = Optional.empty();
        private Optional<Integer> headNumber = Optional.empty();
        private Optional<Integer> household = Optional.empty();
        private Optional<Integer> serial = Optional.empty();
        private Optional<Integer> age = Optional.empty();
        private final List<Integer> places = new ArrayList<>();

        Finding(Template template, MemberGroup members, Set<Integer> placed) {
            this.template = template;
            this.members = members;
            this.placed = placed;
        }

        PersonColumns of(List<Column> columns) {
            columns.stream()
                    .filter(column -> column.use() != Column.Use.REFUSED)
                    .filter(column -> column.path().isPresent() || !placed.contains(column.index()))
                    .forEach(this::find);
            generic(columns);
            var shown = new ArrayList<Column>();
            var ofHead = new ArrayList<Column>();
            var taken = new HashSet<String>();
            columns.stream()
                    .filter(column -> !ofPerson.containsKey(column.index()))
                    .flatMap(column -> column.path().stream())
                    .forEach(taken::add);
            for (var column : columns) {
                var id = Optional.ofNullable(ofPerson.get(column.index()));
                if (id.isEmpty()) {
                    shown.add(column);
                    ofHead.add(column);
                    continue;
                }
                var head = headPath(column, id.get()).filter(taken::add);
                shown.add(column.at(head.orElseGet(() -> members.path(id.get())), template));
                head.ifPresent(path -> ofHead.add(column.at(path, template)));
            }
            return new PersonColumns(shown, ofHead, ofPerson, headName, headNumber, household, serial, places, age);
        }

        private void find(Column column) {
            var index = column.index();
            var word = Heading.of(column.heading()).word();
            var path = column.path().orElse("");
            if (isRelation(word)) {
                put(index, MemberGroup.RELATION);
            } else if (members.id(path).isPresent()) {
                put(index, members.id(path).get());
            } else if (isOfHead(word)) {
                ofHead(index, path);
            } else if (HOUSEHOLD.matcher(word).matches() || NUMBERS.contains(path)) {
                household = household.or(() -> Optional.of(index));
            } else if (AGE.matcher(word).matches()) {
                age = Optional.of(index);
            } else if (column.use() == Column.Use.SERIAL) {
                serial = serial.or(() -> Optional.of(index));
            } else if (isPlace(path)) {
                places.add(index);
            } else {
                item(column, path).ifPresent(id -> put(index, id));
            }
        }

        private boolean isPlace(String path) {
            return template.place().filter(path::equals).isPresent()
                    || template.subjectPaths().group().filter(path::equals).isPresent();
        }

        private void ofHead(int index, String path) {
            if (path.equals(template.subjectPaths().name())) {
                headName = Optional.of(index);
            } else if (path.equals(template.subjectPaths().number())) {
                headNumber = Optional.of(index);
            }
        }

        /** Returns the item that a heading names, or that the head and members share. */
        private Optional<String> item(Column column, String path) {
            var prefix = members.head() + ".";
            return members.named(column.heading()).or(() -> Optional.of(path)
                    .filter(own -> own.startsWith(prefix))
                    .map(own -> own.substring(prefix.length()))
                    .filter(id -> members.field().field(id).isPresent()));
        }

        private void put(int index, String id) {
            if (!ofPerson.containsValue(id)) {
                ofPerson.put(index, id);
            }
        }

        /** Without a column for the name of the person, 户主姓名 is the heading of the names of all persons. */
        private void generic(List<Column> columns) {
            if (ofPerson.containsValue(MemberGroup.NAME)) {
                return;
            }
            headName = Optional.empty();
            headNumber = Optional.empty();
            for (var column : columns) {
                if (column.path().equals(Optional.of(template.subjectPaths().name()))) {
                    put(column.index(), MemberGroup.NAME);
                } else if (column.path()
                        .equals(Optional.of(template.subjectPaths().number()))) {
                    put(column.index(), MemberGroup.NUMBER);
                }
            }
        }

        /** Returns the path of an item of the head that a column of persons has in the row of the head. */
        private Optional<String> headPath(Column column, String id) {
            return column.path().filter(path -> members.id(path).isEmpty()).or(() -> Optional.of(
                            Paths.of(members.head(), id))
                    .filter(path -> template.field(path).isPresent()));
        }
    }
}
