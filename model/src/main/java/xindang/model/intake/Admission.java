package xindang.model.intake;

import java.util.Optional;
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

    /** @param within the region of the archive */
    Admission(Template template, Divisions divisions, DivisionCode within) {
        this.template = template;
        this.divisions = divisions;
        this.within = within;
        territory = new Territory(Optional.of(within));
    }

    /** @param there who has the number already */
    Optional<Violation> refusal(RowReader.Read read, Optional<ArchiveStore.Known> there, RowWriter writer) {
        if (there.isPresent()) {
            var known = there.get();
            return territory.refusal(known.region(), divisions).or(() -> Optional.of(
                            Violation.of("intake.number.taken", known.name()))
                    .filter(taken -> !known.name().equals(nameOf(read))));
        }
        if (isNowhere(read)) {
            return Optional.of(Violation.of("intake.village.column"));
        }
        return Optional.of(Violation.of("intake.number.namesake", read.name()))
                .filter(namesake -> writer.isNamesake(read));
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
