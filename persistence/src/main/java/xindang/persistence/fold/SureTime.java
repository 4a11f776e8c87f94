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

/**
 * The last sure time according to the entries of an archive. It is applied from entries, so a rebuilt database has the
 * same.
 */
public final class SureTime {
    private static final Set<String> NOTES = Set.of(SureDay.SIGNED, SureDay.CONFIRMED);

    private final Connection connection;
    private boolean read;
    private Optional<Instant> stored = Optional.empty();
    private Optional<Instant> sure = Optional.empty();
    /** New value that is not written yet. */
    private Optional<Duration> late = Optional.empty();

    public SureTime(Connection connection) {
        this.connection = connection;
    }

    public static Optional<Instant> read(Connection connection) {
        return Settings.read(connection, Settings.SURE).map(Instant::parse);
    }

    /** Returns the sure time after the entries up to now. */
    public Optional<Instant> now() {
        ensure();
        return sure;
    }

    /** Returns the time for the order of a change with this time. */
    public Instant ordered(Instant at) {
        return Gate.ordered(now(), at);
    }

    /** Returns true if a time may be correct. */
    public boolean mayBe(Instant at) {
        return ordered(at).equals(at);
    }

    public static Duration late(Connection connection) {
        return Settings.read(connection, Settings.LATE).map(Duration::parse).orElse(Duration.ZERO);
    }

    public void founded(Instant at) {
        set(new SureDay.NotedTime(at, Duration.ZERO));
    }

    /** Handles a change that was saved here at this time of the clock. */
    public void saved(Instant at) {
        ensure();
        // an older archive has no sure time; it waits for a signed time or a person
        sure = sure.map(before -> Gate.sureAfter(before, at));
    }

    /** Handles a signed time of the platform or a confirmation by a person. Both replace the earlier value. */
    public void noted(Entry.Noted note) {
        if (NOTES.contains(note.name())) {
            try {
                set(Gate.notedTime(note.text()));
            } catch (DateTimeParseException e) {
                // not a time, so the sure time stays
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

    private void set(SureDay.NotedTime noted) {
        ensure();
        sure = Optional.of(noted.time());
        late = Optional.of(noted.late());
    }

    private void ensure() {
        if (!read) {
            stored = read(connection);
            sure = stored;
            read = true;
        }
    }
}
