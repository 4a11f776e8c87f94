package xindang.model.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.Content;
import xindang.model.archive.Standing;
import xindang.model.rating.Facts;
import xindang.model.rating.LocalAverages;
import xindang.model.rating.Ratings;
import xindang.model.template.Audience;
import xindang.model.template.FieldText;
import xindang.model.template.Template;
import xindang.model.value.Estimate;

/**
 * The data from which the parts of a report are made. Its content is already lawful: without expired and repaired
 * adverse items and without locked items. A part can therefore not print them by mistake.
 *
 * @param incomplete number of rows of bad information that lack a required item, by group; the content does not contain
 *     them
 * @param open returns whether a consent-needed item (block, field or group) may be printed for the reader
 * @param rating the newest rating, if it is valid; a report prints no grade that contradicts its own data
 * @param outdated why the newest rating is not valid
 * @param averages average points of the subjects of the place in each block of the rating form
 * @param queries earlier queries about the subject, newest first
 */
record Dossier(
        ArchiveRecord record,
        Template template,
        Content content,
        Map<String, Integer> incomplete,
        Predicate<String> open,
        FieldText text,
        Request request,
        Surroundings surroundings,
        Optional<Ratings.Stored> rating,
        Optional<Standing> outdated,
        LocalAverages averages,
        List<ArchiveRecord> queries,
        Instant at,
        ZoneId zone) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** Returns how many rows of a group are left out because they lack a required item. */
    int incomplete(String group) {
        return incomplete.getOrDefault(group, 0);
    }

    LocalDate on() {
        return LocalDate.ofInstant(at, zone);
    }

    Audience audience() {
        return request.audience();
    }

    Facts facts() {
        return Facts.open(content, record.region());
    }

    /** Returns true for the subject and the office. They may read the names of lenders. */
    boolean inside() {
        return audience() == Audience.SELF || audience() == Audience.OFFICE;
    }

    String show(String path) {
        return text.show(content, path);
    }

    String minute(Instant instant) {
        return MINUTE.format(instant.atZone(zone));
    }

    /**
     * Fills the paths in braces of a pattern: {@code {head.people}} with its unit, {@code {head.people:bare}} without.
     * Values that no path holds are {@code @place}, {@code @village}, {@code @operated}, {@code @issuer},
     * {@code @reader}, {@code @purpose}, {@code @synced}. Returns an empty text when all braces are empty.
     */
    String fill(String pattern) {
        var out = new StringBuilder();
        var from = 0;
        var any = pattern.indexOf('{') < 0;
        for (var open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
            var close = pattern.indexOf('}', open);
            var value = value(pattern.substring(open + 1, close));
            any |= !value.isEmpty();
            out.append(pattern, from, open).append(value);
            from = close + 1;
        }
        return any ? out.append(pattern.substring(from)).toString() : "";
    }

    private String value(String key) {
        if (key.startsWith("@")) {
            return reckoned(key);
        }
        if (key.endsWith(":bare")) {
            var path = key.substring(0, key.length() - ":bare".length());
            return template.field(path)
                    .map(field -> content.get(path)
                            .map(value -> text.bare(field, value))
                            .orElse(""))
                    .orElse("");
        }
        return show(key);
    }

    private String reckoned(String key) {
        return switch (key) {
            case "@place" -> surroundings.fullPath().apply(record.region());
            case "@village" -> surroundings.shortName().apply(record.region());
            case "@issuer" -> request.issuer();
            case "@reader" -> request.reader();
            case "@purpose" -> request.purpose();
            case "@synced" ->
                surroundings
                        .synced()
                        .get()
                        .map(time -> "上次与市平台同步为 " + minute(time) + "，其后平台上的变动未包括在内")
                        .orElse("尚未与市平台同步，平台上的变动未包括在内");
            case "@operated" -> operated();
            default -> throw new IllegalStateException("no value " + key);
        };
    }

    private String operated() {
        var contracted = area("land.contracted");
        var leasedIn = area("land.leasedIn");
        if (contracted.isEmpty() && leasedIn.isEmpty()) {
            return "";
        }
        var leasedOut = area("land.leasedOut");
        var exact = Stream.of(contracted, leasedIn, leasedOut)
                .flatMap(Optional::stream)
                .allMatch(Estimate::isExact);
        return (exact ? "" : "约 ")
                + middle(contracted)
                        .add(middle(leasedIn))
                        .subtract(middle(leasedOut))
                        .stripTrailingZeros()
                        .toPlainString()
                + " 亩";
    }

    private Optional<Estimate> area(String path) {
        return content.get(path).flatMap(Estimate::of);
    }

    private static BigDecimal middle(Optional<Estimate> area) {
        return area.map(Estimate::middle).orElse(BigDecimal.ZERO);
    }
}
