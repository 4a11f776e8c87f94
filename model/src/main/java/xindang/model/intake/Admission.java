package xindang.model.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** Decides whether a readable row may become a record of the archive, or change one. */
final class Admission {
    private final Template template;
    private final ArchiveStore store;
    private final Divisions divisions;
    private final DivisionCode within;
    private final Territory territory;
    private final Supplier<Map<UUID, List<ArchiveStore.Known>>> findTwins;
    private final Set<UUID> undone = new HashSet<>();
    private @Nullable Map<UUID, List<ArchiveStore.Known>> twins;

    /**
     * @param within the region of the archive
     * @param twins returns the archives of the type that share a number, with the others that have it
     */
    Admission(
            Template template,
            ArchiveStore store,
            Divisions divisions,
            DivisionCode within,
            Supplier<Map<UUID, List<ArchiveStore.Known>>> twins) {
        this.template = template;
        this.store = store;
        this.findTwins = twins;
        this.divisions = divisions;
        this.within = within;
        territory = new Territory(Optional.of(within));
    }

    /** Returns the records of these people that an undone import made, by number. */
    Map<String, ArchiveStore.Known> undone(List<RowReader.Read> rows) {
        var names = new HashMap<String, String>();
        rows.stream()
                .filter(read -> read.numberProblem().isEmpty())
                .forEach(read -> names.put(read.number(), nameOf(read)));
        var found = new HashMap<String, ArchiveStore.Known>();
        store.undone(template.id(), names.keySet()).forEach((number, known) -> {
            if (known.name().equals(names.get(number))) {
                found.put(number, known);
                undone.add(known.id());
            }
        });
        return found;
    }

    /** Returns whether the archive shows a subject. It does not show one whose import was undone. */
    boolean isShown(Optional<ArchiveStore.Known> there) {
        return there.filter(known -> !undone.contains(known.id())).isPresent();
    }

    /**
     * Returns why a row is rejected; empty when it is admitted.
     *
     * @param there the record that already has the number
     */
    Optional<Violation> refusal(RowReader.Read read, Optional<ArchiveStore.Known> there, RowWriter writer) {
        if (!isShown(there) && isNowhere(read)) {
            return Optional.of(Violation.of("intake.village.column"));
        }
        if (there.isPresent()) {
            var known = there.get();
            return territory
                    .refusal(known.region(), divisions)
                    .or(() -> twin(known))
                    .or(() -> Optional.of(Violation.of("intake.number.taken", known.name()))
                            .filter(taken ->
                                    !nameOf(read).isEmpty() && !known.name().equals(nameOf(read))));
        }
        return Optional.of(Violation.of("intake.number.namesake", read.name()))
                .filter(namesake -> writer.isNamesake(read));
    }

    /** Rejects a row whose number several archives have, because a person must choose one of them. */
    private Optional<Violation> twin(ArchiveStore.Known known) {
        if (twins == null) {
            twins = findTwins.get();
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

    /** Returns whether the village of a new subject is missing although it is required. */
    boolean isNowhere(RowReader.Read read) {
        return within.level() != DivisionLevel.VILLAGE
                && template.place()
                        .filter(path ->
                                template.field(path).filter(Field::required).isPresent()
                                        && !read.values().containsKey(path))
                        .isPresent();
    }
}
