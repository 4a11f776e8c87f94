package xindang.persistence.opening;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xindang.persistence.disk.ArchiveFinding;

/** The findings of an opening. */
final class Findings {
    private static final Logger LOG = LoggerFactory.getLogger(Findings.class);

    private final List<ArchiveFinding> findings = new ArrayList<>();

    void add(String code, ArchiveFinding.Severity severity, String... args) {
        LOG.warn("{} {}", code, args);
        findings.add(ArchiveFinding.of(code, severity, args));
    }

    List<ArchiveFinding> all() {
        return List.copyOf(findings);
    }

    /**
     * Returns the findings of a copy that was repaired, for the reader of the archive: its own files were not. Losses
     * stay.
     */
    static List<ArchiveFinding> ofCopy(List<ArchiveFinding> found) {
        var repaired = found.stream().anyMatch(finding -> finding.severity() == ArchiveFinding.Severity.MENDED)
                ? Stream.of(ArchiveFinding.of("folder.copy", ArchiveFinding.Severity.DAMAGED))
                : Stream.<ArchiveFinding>of();
        return Stream.concat(
                        repaired,
                        found.stream().filter(finding -> finding.severity() == ArchiveFinding.Severity.DAMAGED))
                .toList();
    }

    /** Returns true if the ledger was damaged. The database may then differ from it. */
    boolean ofLedger() {
        return findings.stream().anyMatch(finding -> finding.code().startsWith("ledger."));
    }
}
