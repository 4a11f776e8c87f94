package xindang.persistence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import xindang.model.archive.Author;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.archive.Draft;
import xindang.model.archive.FieldChange;
import xindang.model.archive.TemplateRef;
import xindang.model.template.About;
import xindang.model.template.Block;
import xindang.model.template.Field;
import xindang.model.template.FieldType;
import xindang.model.template.LegalClass;
import xindang.model.template.Masking;
import xindang.model.template.MergePolicy;
import xindang.model.template.Role;
import xindang.model.template.SubjectPaths;
import xindang.model.template.Template;
import xindang.model.template.Templates;

/** An invented village: small templates of its own, and people made from a seed. */
public final class Village {
    public static final TemplateRef HOUSEHOLD = new TemplateRef("household", 1);
    public static final TemplateRef RATING = new TemplateRef("rating", 1);
    public static final TemplateRef PERMIT = new TemplateRef("permit", 1);
    /** The division of the archives of these tests. */
    public static final String CITY = "230100000000";

    public static final String SHUANGQIAO = "230113100201";
    public static final String MINLE = "230113100202";

    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗曾单解仇查";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅春燕国庆建国立新";

    private final Random random;
    private long clock = 1_764_000_000_000L;

    public Village(long seed) {
        random = new Random(seed);
    }

    /** The templates of the village. */
    public static Templates templates() {
        var household = new Template(
                HOUSEHOLD,
                "农户",
                new Role.Subject(new SubjectPaths(
                        "户主",
                        "head.name",
                        "head.number",
                        Optional.of("head.phone"),
                        Optional.of("head.hamlet"),
                        Optional.empty())),
                List.of(
                        new Block(
                                "head",
                                "户主",
                                LegalClass.OPEN,
                                List.of(
                                        field("name", FieldType.PERSON_NAME, MergePolicy.ASK, true),
                                        field("number", FieldType.RESIDENT_NUMBER, MergePolicy.ASK, true),
                                        field("phone", FieldType.PHONE, MergePolicy.ASK, true),
                                        field("hamlet", FieldType.TEXT, MergePolicy.ASK, false),
                                        field("honours", FieldType.CODES, MergePolicy.UNION, false))),
                        new Block(
                                "file",
                                "档案",
                                LegalClass.OPEN,
                                List.of(field("village", FieldType.DIVISION, MergePolicy.ASK, false))),
                        new Block(
                                "land",
                                "土地",
                                LegalClass.OPEN,
                                List.of(field("area", FieldType.AREA, MergePolicy.ASK, true)))),
                Map.of(),
                "");
        var rating = new Template(
                RATING,
                "评级",
                new Role.SystemRecord(Optional.of(new About("rating.subject", Optional.empty()))),
                List.of(new Block(
                        "rating",
                        "评级",
                        LegalClass.OPEN,
                        List.of(
                                field("subject", FieldType.REFERENCE, MergePolicy.ASK, true),
                                field("grade", FieldType.TEXT, MergePolicy.ASK, true),
                                field("score", FieldType.DECIMAL, MergePolicy.ASK, true)))),
                Map.of(),
                "");
        var permit = new Template(
                PERMIT,
                "许可",
                new Role.Attached(
                        new About("permit.subject", Optional.of(new About.ByNumber("permit.number", HOUSEHOLD.id())))),
                List.of(new Block(
                        "permit",
                        "许可",
                        LegalClass.OPEN,
                        List.of(
                                field("subject", FieldType.REFERENCE, MergePolicy.ASK, false),
                                field("number", FieldType.RESIDENT_NUMBER, MergePolicy.ASK, false),
                                field("title", FieldType.TEXT, MergePolicy.ASK, true)))),
                Map.of(),
                "");
        return new Templates() {
            @Override
            public Optional<Template> find(TemplateRef ref) {
                return newest(ref.id()).filter(template -> template.ref().equals(ref));
            }

            @Override
            public Optional<Template> newest(String id) {
                return switch (id) {
                    case "household" -> Optional.of(household);
                    case "rating" -> Optional.of(rating);
                    case "permit" -> Optional.of(permit);
                    default -> Optional.empty();
                };
            }

            @Override
            public Collection<Template> subjects() {
                return List.of(household);
            }
        };
    }

    private static Field field(String id, FieldType type, MergePolicy merge, boolean required) {
        return new Field(
                id,
                id,
                type,
                Optional.empty(),
                "",
                required,
                Optional.empty(),
                List.of(),
                Masking.NONE,
                LegalClass.OPEN,
                merge,
                0,
                Optional.empty(),
                Field.Cautious.LOW,
                Field.Later.ADD,
                "",
                List.of());
    }

    /** A new household with an invented head. */
    public Draft household(String region) {
        return draft(
                id(),
                HOUSEHOLD,
                region,
                List.of(
                        FieldChange.set("head.name", name()),
                        FieldChange.set("head.number", number()),
                        FieldChange.set("head.phone", "1380451" + digits(4)),
                        FieldChange.set("land.area", random.nextInt(90) + ".5")));
    }

    /** A household of which only the name is known. */
    public Draft named(String name) {
        return draft(id(), HOUSEHOLD, SHUANGQIAO, List.of(FieldChange.set("head.name", name)));
    }

    public List<Draft> households(int count) {
        var drafts = new ArrayList<Draft>();
        for (var i = 0; i < count; i++) {
            drafts.add(household(i % 2 == 0 ? SHUANGQIAO : MINLE));
        }
        return drafts;
    }

    /** Changes one value of a record. */
    public Draft edit(UUID record, String path, String before, String after) {
        return draft(record, HOUSEHOLD, SHUANGQIAO, List.of(new FieldChange(path, value(before), value(after))));
    }

    public Draft rating(UUID subject, String grade, String score) {
        return draft(
                id(),
                RATING,
                "",
                List.of(
                        FieldChange.set("rating.subject", subject.toString()),
                        FieldChange.set("rating.grade", grade),
                        FieldChange.set("rating.score", score)));
    }

    /** @param region where a household that begins says that it lives */
    public Draft draft(UUID record, TemplateRef template, String region, List<FieldChange> said) {
        var fields = new ArrayList<>(said);
        if (said.stream()
                .anyMatch(field ->
                        field.path().equals("head.name") && field.before().isEmpty())) {
            fields.add(FieldChange.set("file.village", region));
        }
        return new Draft(id(), record, template, fields, "周敏", now(), "screen", List.of());
    }

    public UUID id() {
        return new UUID((clock++ << 16) | 0x7000 | random.nextInt(0x1000), random.nextLong() >>> 2 | 1L << 63);
    }

    /** A later moment each time. */
    public Instant now() {
        return Instant.ofEpochMilli(clock++);
    }

    private String name() {
        var name = new StringBuilder().append(pick(SURNAMES)).append(pick(GIVEN));
        return random.nextInt(4) == 0
                ? name.toString()
                : name.append(pick(GIVEN)).toString();
    }

    private String number() {
        return "230113" + (1940 + random.nextInt(60)) + "0" + (1 + random.nextInt(9)) + "1" + random.nextInt(10)
                + digits(4);
    }

    private String digits(int count) {
        var digits = new StringBuilder();
        for (var i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private char pick(String characters) {
        return characters.charAt(random.nextInt(characters.length()));
    }

    private static Optional<String> value(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** A change of a household that another office made. */
    Change elsewhere(UUID record, long sequence, FieldChange... fields) {
        return new Change(
                Change.FORMAT,
                id(),
                record,
                HOUSEHOLD,
                new Body.Fields(List.of(fields), List.of()),
                Author.of(new UUID(5, 1), "王海燕"),
                now(),
                "screen",
                "LL-09-aaaa",
                sequence,
                Change.GENESIS,
                Optional.empty());
    }
}
