package xindang.desktop.archive;

import java.util.Optional;
import java.util.UUID;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Formats;
import xindang.model.archive.RecordSummary;
import xindang.model.archive.Standing;
import xindang.model.value.MaskingRule;

/**
 * A row of the list, as texts.
 *
 * @param tail last four characters of the document number
 * @param standing whether the grade is current, empty if never rated
 * @param incomplete true if bad information is incomplete
 * @param sealed true if a later version of the program wrote parts; they are not shown
 * @param twin true if another record has the same number
 * @param score formatted score, a dash if never rated
 * @param filled percentage of filled fields
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

    /** Returns true if the grade is valid now. A report prints only valid grades. */
    boolean holds() {
        return !sealed
                && !incomplete
                && standing.filter(now -> now != Standing.CURRENT).isEmpty();
    }

    /** Returns true if the record can be rated and reported here. A subject that moved out cannot. */
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
