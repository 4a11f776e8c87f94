package xindang.desktop.archive;

import java.util.Optional;
import java.util.UUID;
import xindang.desktop.ui.Formats;
import xindang.desktop.ui.Office;
import xindang.model.archive.RecordSummary;
import xindang.model.archive.Standing;
import xindang.model.value.MaskingRule;

/**
 * A line of the list, in words.
 *
 * @param tail last four characters of the number
 * @param sealed whether a later version of the program wrote parts, which are shown nowhere
 * @param twin whether another archive has its number
 * @param score as printed, a dash when never rated
 */
record ArchiveRow(
        UUID id,
        String name,
        String village,
        String group,
        String tail,
        String number,
        String phone,
        Optional<String> grade,
        Optional<Standing> standing,
        boolean incomplete,
        boolean sealed,
        boolean twin,
        String score,
        int filled,
        RecordSummary.Status status,
        String updated) {
    private static final int TAIL = 4;

    /** Whether the grade says something now; a report prints none that does not. */
    boolean holds() {
        return !sealed
                && !incomplete
                && standing.filter(now -> now != Standing.CURRENT).isEmpty();
    }

    /** Whether it may be rated and reported on here: it did not move out. */
    boolean isLive() {
        return status != RecordSummary.Status.MOVED;
    }

    static ArchiveRow of(RecordSummary summary, boolean twin, Office office, Formats formats) {
        var number = summary.number();
        return new ArchiveRow(
                summary.id(),
                summary.name(),
                summary.status() == RecordSummary.Status.MOVED
                        ? office.farPlace(summary.region())
                        : office.place(summary.region()),
                summary.group(),
                number.length() > TAIL ? number.substring(number.length() - TAIL) : number,
                number.isEmpty() ? "" : MaskingRule.RESIDENT_INTERNAL.mask(number),
                summary.phone().isEmpty() ? "" : MaskingRule.PHONE.mask(summary.phone()),
                summary.grade(),
                summary.standing(),
                summary.incomplete(),
                summary.partlySealed(),
                twin,
                summary.score().map(formats::score).orElse("—"),
                summary.filled(),
                summary.status(),
                formats.day(summary.updatedAt()));
    }
}
