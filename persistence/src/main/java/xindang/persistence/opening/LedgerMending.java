package xindang.persistence.opening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.persistence.database.Database;
import xindang.persistence.disk.ArchiveFinding.Severity;
import xindang.persistence.disk.AtomicFile;
import xindang.persistence.disk.Failures;
import xindang.persistence.ledger.Entry;
import xindang.persistence.ledger.Ledger;
import xindang.persistence.ledger.LedgerPosition;

/** Repairs the ledger for {@link Mending}. */
final class LedgerMending {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerMending.class);

    private final ArchivePlace place;
    private final UUID archive;
    private final Asides asides;
    private final Findings findings;

    LedgerMending(ArchivePlace place, UUID archive, Asides asides, Findings findings) {
        this.place = place;
        this.archive = archive;
        this.asides = asides;
        this.findings = findings;
    }

    /**
     * Returns the end of the last readable frame. Frames behind damaged ones and frames with a single wrong bit count.
     */
    static LedgerPosition readableEnd(Ledger ledger, LedgerPosition verified) {
        if (ledger.size() == verified.end()) {
            return verified;
        }
        var behind = ledger.salvage().pieces(verified);
        return behind.isEmpty() ? verified : behind.get(behind.size() - 1).to();
    }

    /**
     * Writes a ledger with bad frames anew, from what can be read of it and what the database has. The old one keeps its place
     * until the new one is whole, and another name then.
     *
     * @param end start of the damage
     */
    Ledger merged(Ledger damaged, Optional<Database> database, LedgerPosition end) {
        return written(Optional.of(damaged), database, end.end());
    }

    /**
     * Writes a ledger from the database, as far as it can be read.
     *
     * @throws AppException FILE_DAMAGED when nothing can be read
     */
    Ledger written(Database database) {
        return written(Optional.empty(), Optional.of(database), 0);
    }

    private Ledger written(Optional<Ledger> damaged, Optional<Database> database, long end) {
        var next = LedgerRebuild.next(ledgerFile());
        try {
            Files.deleteIfExists(next);
            LedgerRebuild.Merged merged;
            var aside = asides.keep(ledgerFile());
            var isDamaged = damaged.isPresent() && damaged.get().size() > end;
            try (var target = createLedger(next)) {
                merged = LedgerRebuild.run(damaged, database, target);
                if (target.end().equals(target.start())) {
                    throw Failures.lost(Ledger.NAME);
                }
                if (!merged.whole()) {
                    LedgerRebuild.note(target, lost(merged, end, aside));
                }
                target.sync();
            }
            damaged.ifPresent(Ledger::close);
            AtomicFile.replace(next, ledgerFile());
            found(damaged.isPresent(), isDamaged, merged, end, aside);
        } catch (IOException e) {
            throw Failures.of("write the ledger again", e);
        }
        var written = openLedger();
        written.continueAt(written.verify(written.start()));
        return written;
    }

    private Entry.Lost lost(LedgerRebuild.Merged merged, long end, String aside) {
        return new Entry.Lost(
                place.clock().instant(),
                merged.from() < 0 ? end : merged.from(),
                merged.from() < 0 ? end : merged.to(),
                merged.changes(),
                merged.records(),
                aside);
    }

    /** What is lost is an entry, and named as long as it is. */
    private void found(boolean wasThere, boolean isDamaged, LedgerRebuild.Merged merged, long end, String aside) {
        if (!merged.whole()) {
            LOG.warn("a part of the ledger is lost: {}", merged);
        } else if (!wasThere) {
            findings.add("ledger.missing", Severity.MENDED, aside);
        } else if (isDamaged) {
            findings.add("ledger.damaged", Severity.MENDED, String.valueOf(end), aside);
        } else if (merged.copied() > 0) {
            findings.add("ledger.behind", Severity.MENDED, String.valueOf(merged.copied()));
        }
    }

    /** Moves the bytes after the last complete commit aside. They were never confirmed. */
    void tail(Ledger ledger, LedgerPosition end) {
        ledger.continueAt(end);
        var bytes = ledger.size() - end.end();
        if (bytes > 0) {
            findings.add("ledger.tail", Severity.NOTE, String.valueOf(bytes), asideTail(ledger));
        }
    }

    private String asideTail(Ledger ledger) {
        var target = asides.name(ledgerFile());
        ledger.setAside(target);
        ledger.cut();
        return String.valueOf(target.getFileName());
    }

    Optional<Ledger> open() {
        try {
            return Optional.of(openLedger());
        } catch (AppException e) {
            if (e.code() != ErrorCode.FILE_DAMAGED && e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
            LOG.warn("no readable ledger", e);
            return Optional.empty();
        }
    }

    private Ledger openLedger() {
        return Ledger.open(
                place.disk(), ledgerFile(), archive, place.ledgerKey().array(), place.random());
    }

    private Ledger createLedger(Path file) {
        return Ledger.create(place.disk(), file, archive, place.ledgerKey().array(), place.random());
    }

    private Path ledgerFile() {
        return place.folder().resolve(Ledger.NAME);
    }
}
