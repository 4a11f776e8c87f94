package xindang.persistence.disk;

import java.util.List;
import java.util.Set;

/**
 * The result of a check of an archive: a code that names the message {@code finding.<code>}, and the arguments of that
 * message.
 * <ul>
 * <li>{@code clock.unsure}: the clock is behind the sure day, or far ahead of it; its date
 * <li>{@code clock.ahead}: rows whose term seems to have expired are kept and hidden, because the day is not sure; the
 * date of the clock, number of records with such rows
 * <li>{@code envelope.mended}: one of the two envelopes was missing or damaged and was written again from the other;
 * its name
 * <li>{@code ledger.tail}: a save that was never confirmed was cut off; bytes, name of the file with them
 * <li>{@code ledger.behind}: the ledger lacked saves that the database contains; their number
 * <li>{@code ledger.damaged}: the ledger is damaged; first damaged byte, name of the file with the old bytes
 * <li>{@code ledger.lost}: a part of the ledger is lost, and the database did not contain it; first byte, byte after
 * the last, number of own changes, number of complete records, name of the file with the old bytes
 * <li>{@code ledger.missing}: there is no readable ledger
 * <li>{@code database.behind}: the database lacked saves that the ledger contains; their number
 * <li>{@code database.missing}, {@code database.damaged}, {@code database.differs}: the database file is missing, is
 * not readable, or differs from the ledger; name of the file it was moved to
 * <li>{@code database.foreign}: the database contains statements that this program never makes, and was not opened;
 * name of the file it was moved to
 * <li>{@code folder.full}, {@code folder.reading}: nothing can be saved in the folder; the folder
 * <li>{@code drafts.damaged}: unsaved texts cannot be read; name of the file they were moved to
 * <li>{@code record.damaged}: a record cannot be read; its id
 * <li>{@code keys.missing}, {@code keys.damaged}, {@code keys.mended}: the keys of records cannot be read, or could not
 * be read and were taken from the database; their number
 * <li>{@code keys.lost}: the keys of records are damaged or zeros without an erasure; their number, the ids
 * <li>{@code records.erased}: records that were erased; their number
 * <li>{@code words.forbidden}: stored values contain words that the law forbids; their number, the labels of their
 * fields
 * </ul>
 */
public record ArchiveFinding(String code, Severity severity, List<String> args) {
    /** Code of the finding that rows with a possibly expired term are kept and hidden. */
    public static final String CLOCK_AHEAD = "clock.ahead";

    /** Code of the finding that the day is not sure. */
    public static final String CLOCK_UNSURE = "clock.unsure";

    /** The findings that a confirmation of the day resolves. */
    public static final Set<String> CLOCK = Set.of(CLOCK_AHEAD, CLOCK_UNSURE);

    public ArchiveFinding {
        args = List.copyOf(args);
    }

    /** The meaning for the reader. */
    public enum Severity {
        /** No action is needed. */
        NOTE,
        /** Was damaged and is repaired. No confirmed save is lost. */
        MENDED,
        /** Is damaged; a repair can fix it. */
        DAMAGED
    }

    public static ArchiveFinding of(String code, Severity severity, String... args) {
        return new ArchiveFinding(code, severity, List.of(args));
    }
}
