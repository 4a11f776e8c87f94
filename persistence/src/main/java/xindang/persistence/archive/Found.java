package xindang.persistence.archive;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xindang.persistence.disk.Finding;

/** What was found so far while an archive is opened. */
final class Found {
    private static final Logger LOG = LoggerFactory.getLogger(Found.class);

    private final List<Finding> findings = new ArrayList<>();

    void add(String code, Finding.Severity severity, String... args) {
        LOG.warn("{} {}", code, args);
        findings.add(Finding.of(code, severity, args));
    }

    List<Finding> all() {
        return List.copyOf(findings);
    }

    /** Whether the ledger was damaged, so that the database says other things than it did. */
    boolean ofLedger() {
        return findings.stream().anyMatch(finding -> finding.code().startsWith("ledger."));
    }
}
