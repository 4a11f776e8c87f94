package xindang.persistence.fold;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import xindang.model.law.Gate;
import xindang.model.law.SureDay;
import xindang.persistence.database.Settings;
import xindang.persistence.ledger.Entry;

/** The last time that is sure, as the entries of an archive say it: folded like all else, so a rebuilt database has the same. */
public final class SureTime {
    private static final Set<String> NOTES = Set.of(SureDay.SIGNED, SureDay.CONFIRMED);

    private final Connection connection;
    private boolean read;
    private Optional<Instant> stored = Optional.empty();
    private Optional<Instant> sure = Optional.empty();
    /** Known anew and not written yet. */
    private Optional<Duration> late = Optional.empty();

    public SureTime(Connection connection) {
        this.connection = connection;
    }

    public static Optional<Instant> read(Connection connection) {
        return Settings.read(connection, Settings.SURE).map(Instant::parse);
    }

    /** What is sure after the entries so far. */
    public Optional<Instant> now() {
        ensure();
        return sure;
    }

    /** By which time is ordered what becomes known now and bears this time. */
    public Instant ordered(Instant at) {
        return Gate.ordered(now(), at);
    }

    /** Whether a time that something bears may be true. */
    public boolean mayBe(Instant at) {
        return ordered(at).equals(at);
    }

    public static Duration late(Connection connection) {
        return Settings.read(connection, Settings.LATE).map(Duration::parse).orElse(Duration.ZERO);
    }

    public void founded(Instant at) {
        become(new SureDay.NotedTime(at, Duration.ZERO));
    }

    /** A change was saved here while the clock said this. */
    public void saved(Instant at) {
        ensure();
        // an archive of before knows nothing that is sure: it waits for a signed time or a person
        sure = sure.map(before -> Gate.sureAfter(before, at));
    }

    /** The platform's signed time and a person's word count whatever the entries before said. */
    public void noted(Entry.Noted note) {
        if (NOTES.contains(note.name())) {
            try {
                become(Gate.notedTime(note.text()));
            } catch (DateTimeParseException e) {
                // no time, so nothing is surer than before
                ensure();
            }
        }
    }

    public void write() {
        if (!sure.equals(stored)) {
            sure.ifPresent(at -> Settings.write(connection, Settings.SURE, at.toString()));
            stored = sure;
        }
        late.ifPresent(by -> Settings.write(connection, Settings.LATE, by.toString()));
        late = Optional.empty();
    }

    private void become(SureDay.NotedTime said) {
        ensure();
        sure = Optional.of(said.time());
        late = Optional.of(said.late());
    }

    private void ensure() {
        if (!read) {
            stored = read(connection);
            sure = stored;
            read = true;
        }
    }
}
