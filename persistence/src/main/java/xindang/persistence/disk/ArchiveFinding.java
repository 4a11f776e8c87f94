package xindang.persistence.disk;

import java.util.List;
import java.util.Set;

/**
 * The result of a check of an archive: a code that names the message {@code finding.<code>}, and the arguments of that
 * message.
 * <ul>
 *   <li>{@code aside.erased}: files moved aside are deleted, because they may contain data of an erased person; their names
 *   <li>{@code clock.unsure}: the clock is behind what is sure, or far ahead of it; the day that it says
 *   <li>{@code clock.ahead}: rows whose term seems to be over are kept and hidden, since the day is not sure; the day that the
 *       clock says, how many records have such rows
 *   <li>{@code envelope.mended}: one of the two files with the wrapped key was gone or damaged and was written anew from the
 *       other; its name
 *   <li>{@code ledger.tail}: a save that was never confirmed was cut short; bytes, the file it was put into
 *   <li>{@code ledger.behind}: the ledger lacked saves that the database has; how many
 *   <li>{@code ledger.damaged}: the ledger is damaged at a byte; the byte, the file that has what it was
 *   <li>{@code ledger.lost}: a part of the ledger is lost, and the database had it no more; the first byte and the one behind
 *       the last, how many own changes and how many whole records, the file that has what it was
 *   <li>{@code ledger.lost.rows}: the same where the ledger ended there or was missing, and rows of the database could not be
 *       read
 *   <li>{@code ledger.missing}: there is no readable ledger
 *   <li>{@code database.behind}: the database lacked saves that the ledger has; how many
 *   <li>{@code database.missing}, {@code database.damaged}, {@code database.differs}: there is none, it cannot be read, it
 *       says other things than the ledger; the file it was put into
 *   <li>{@code database.foreign}: it has what this program never makes, and was not opened; the file it was put into
 *   <li>{@code folder.full}, {@code folder.reading}: nothing can be saved in the folder; the folder
 *   <li>{@code folder.copy}: files are damaged in a folder where nothing can be repaired; a repaired copy is read
 *   <li>{@code drafts.damaged}: what was typed and not saved cannot be read; the file it was put into
 *   <li>{@code record.damaged}: a record cannot be read; its id
 *   <li>{@code keys.missing}, {@code keys.damaged}, {@code keys.mended}: the keys of records cannot be read, or could not
 *       and were taken from the database; how many
 *   <li>{@code keys.lost}: the keys of records are damaged or zeros though nobody erased these; how many, their ids
 *   <li>{@code records.erased}: records that were erased; how many
 *   <li>{@code words.forbidden}: kept values hold words that the law forbids; how many, the labels of their fields
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
