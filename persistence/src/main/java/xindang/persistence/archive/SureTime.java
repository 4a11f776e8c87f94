package xindang.persistence.archive;

import java.sql.Connection;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import xindang.model.law.Gate;
import xindang.model.law.SureDay;
import xindang.persistence.ledger.Entry;

/** The last time that is sure, as the entries of an archive say it: folded like all else, so a rebuilt database has the same. */
final class SureTime {
    private static final Set<String> NOTES = Set.of(SureDay.SIGNED, SureDay.CONFIRMED);

    private final Connection connection;
    private boolean read;
    private Optional<Instant> stored = Optional.empty();
    private Optional<Instant> sure = Optional.empty();

    SureTime(Connection connection) {
        this.connection = connection;
    }

    static Optional<Instant> read(Connection connection) {
        return Settings.read(connection, Settings.SURE).map(Instant::parse);
    }

    void founded(Instant at) {
        become(at);
    }

    /** A change was saved here while the clock said this. */
    void saved(Instant at) {
        ensure();
        // an archive of before knows nothing that is sure: it waits for a signed time or a person
        sure = sure.map(before -> Gate.sureAfter(before, at));
    }

    /** The platform's signed time and a person's word count whatever the entries before said. */
    void noted(Entry.Noted note) {
        if (NOTES.contains(note.name())) {
            try {
                become(Instant.parse(note.text()));
            } catch (DateTimeParseException e) {
                // no time, so nothing is surer than before
                ensure();
            }
        }
    }

    void write() {
        if (!sure.equals(stored)) {
            sure.ifPresent(at -> Settings.write(connection, Settings.SURE, at.toString()));
            stored = sure;
        }
    }

    private void become(Instant at) {
        ensure();
        sure = Optional.of(at);
    }

    private void ensure() {
        if (!read) {
            stored = read(connection);
            sure = stored;
            read = true;
        }
    }
}
