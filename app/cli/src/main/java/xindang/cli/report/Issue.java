package xindang.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import xindang.cli.shell.UseCases;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Progress;
import xindang.model.common.Violation;
import xindang.model.report.Prepared;
import xindang.model.report.Reports.Medium;
import xindang.model.report.Request;
import xindang.persistence.disk.Failures;

/**
 * Issues reports as files. A file gets its name only after the archive has logged the report. Every named file is thus
 * in the query log.
 */
public final class Issue {
    private static final int BATCH = 25;

    private final UseCases desk;
    private final Request request;
    private final Progress progress;
    private final xindang.model.report.Reports reports;
    private final xindang.reports.ReportLayouts paper = xindang.reports.ReportLayouts.standard();

    public Issue(UseCases desk, Request request, Progress progress) {
        this.desk = desk;
        this.request = request;
        this.progress = progress;
        this.reports = desk.reports();
    }

    /** The target of the files. */
    public record Place(Path path, Optional<Path> name) {
        /** Returns a single file. */
        public static Place file(Path file) {
            var whole = file.toAbsolutePath();
            return new Place(Optional.ofNullable(whole.getParent()).orElse(whole), Optional.of(whole));
        }

        /** Returns a folder with one file for each subject. Its name has the report number and the subject. */
        public static Place folder(Path folder) {
            return new Place(folder.toAbsolutePath(), Optional.empty());
        }

        Path of(Prepared prepared) {
            return name.orElseGet(() -> path.resolve(prepared.content().number() + "-"
                    + prepared.content().subject().name().replaceAll("[^\\p{L}\\p{N}·]", "_") + ".pdf"));
        }
    }

    /**
     * An issued report.
     *
     * @param missing characters without a glyph in any font, printed as 〓
     */
    public record File(UUID subject, String name, String number, Path path, int pages, String digest, String missing) {}

    /** A report that was refused, with the reasons. */
    public record Refusal(UUID subject, String name, List<Violation> violations) {
        public Refusal {
            violations = List.copyOf(violations);
        }
    }

    /** The result for all subjects. */
    public record Issued(List<File> files, List<Refusal> refused) {
        public Issued {
            files = List.copyOf(files);
            refused = List.copyOf(refused);
        }
    }

    private record Waiting(Prepared prepared, Path part, Path target) {}

    /** Issues the reports. After a cancellation, files that already have their names remain. */
    public Issued print(List<UUID> subjects, Place place) {
        var files = new ArrayList<File>();
        var refused = new ArrayList<Refusal>();
        var waiting = new ArrayList<Waiting>();
        try {
            Files.createDirectories(place.path());
            for (var subject : subjects) {
                progress.check();
                var outcome = reports.prepare(subject, request);
                if (outcome.prepared().isPresent()) {
                    var prepared = outcome.prepared().get();
                    var printed = paper.print(prepared.content());
                    var target = place.of(prepared);
                    var part = Files.createTempFile(place.path(), ".xindang-", ".part");
                    waiting.add(new Waiting(prepared, part, target));
                    Files.write(part, printed.bytes());
                    files.add(new File(
                            subject,
                            prepared.content().subject().name(),
                            prepared.content().number(),
                            target,
                            printed.pages(),
                            prepared.content().digest(),
                            printed.missing().stream()
                                    .sorted()
                                    .map(Character::toString)
                                    .collect(Collectors.joining())));
                } else {
                    refused.add(new Refusal(subject, desk.nameOf(desk.record(subject)), outcome.violations()));
                }
                if (waiting.size() == BATCH) {
                    logAndRelease(waiting);
                }
                progress.at("report.print", files.size() + (long) refused.size(), subjects.size());
            }
            logAndRelease(waiting);
            return new Issued(files, refused);
        } catch (IOException e) {
            throw notWritten(place.path(), e);
        } finally {
            waiting.forEach(left -> deletePart(left.part()));
        }
    }

    private static AppException notWritten(Path folder, IOException e) {
        var failure = Failures.of("write reports", e);
        return failure.code() == ErrorCode.DISK_FULL
                ? failure
                : new AppException(ErrorCode.NOT_WRITTEN, "cannot write reports", e, folder.toString());
    }

    private void logAndRelease(List<Waiting> waiting) throws IOException {
        reports.issued(waiting.stream().map(Waiting::prepared).toList(), Medium.PRINT);
        for (var one : waiting) {
            Files.move(one.part(), one.target(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        waiting.clear();
    }

    private static void deletePart(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(Issue.class).warn("left behind: a part of a report", e);
        }
    }
}
