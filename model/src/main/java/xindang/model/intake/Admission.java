package xindang.model.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xindang.model.archive.ArchiveStore;
import xindang.model.common.Violation;
import xindang.model.region.Divisions;
import xindang.model.region.Territory;
import xindang.model.template.Field;
import xindang.model.template.Template;
import xindang.model.value.DivisionCode;
import xindang.model.value.DivisionLevel;

/** Whether a row that could be read may become a record of the archive, or change one. */
final class Admission {
    private final Template template;
    private final Divisions divisions;
    private final DivisionCode within;
    private final Territory territory;
    private final Supplier<Map<UUID, List<ArchiveStore.Known>>> asked;
    private @Nullable Map<UUID, List<ArchiveStore.Known>> twins;

    /**
     * @param within the region of the archive
     * @param twins the archives of the kind that share a number, with the others that have it
     */
    Admission(
            Template template,
            Divisions divisions,
            DivisionCode within,
            Supplier<Map<UUID, List<ArchiveStore.Known>>> twins) {
        this.template = template;
        this.asked = twins;
        this.divisions = divisions;
        this.within = within;
        territory = new Territory(Optional.of(within));
    }

    /** @param there who has the number already */
    Optional<Violation> refusal(RowReader.Read read, Optional<ArchiveStore.Known> there, RowWriter writer) {
        if (there.isPresent()) {
            var known = there.get();
            return territory
                    .refusal(known.region(), divisions)
                    .or(() -> twin(known))
                    .or(() -> Optional.of(Violation.of("intake.number.taken", known.name()))
                            .filter(taken -> !known.name().equals(nameOf(read))));
        }
        if (isNowhere(read)) {
            return Optional.of(Violation.of("intake.village.column"));
        }
        return Optional.of(Violation.of("intake.number.namesake", read.name()))
                .filter(namesake -> writer.isNamesake(read));
    }

    /** A row would change one of several archives with its number, and nobody chose which. */
    private Optional<Violation> twin(ArchiveStore.Known known) {
        if (twins == null) {
            twins = asked.get();
        }
        var others = twins.getOrDefault(known.id(), List.of());
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(Violation.of(
                        "intake.number.twin",
                        Stream.concat(Stream.of(known), others.stream())
                                .map(this::named)
                                .collect(Collectors.joining("、"))));
    }

    private String named(ArchiveStore.Known known) {
        var place = known.region().isEmpty() ? "" : "（" + divisions.fullPath(DivisionCode.of(known.region())) + "）";
        return "“" + known.name() + "”" + place;
    }

    private String nameOf(RowReader.Read read) {
        return read.values().getOrDefault(template.subjectPaths().name(), read.name());
    }

    /** Whether nothing says in which village a new subject lives that must have one. */
    private boolean isNowhere(RowReader.Read read) {
        return within.level() != DivisionLevel.VILLAGE
                && template.place()
                        .filter(path ->
                                template.field(path).filter(Field::required).isPresent()
                                        && !read.values().containsKey(path))
                        .isPresent();
    }
}
