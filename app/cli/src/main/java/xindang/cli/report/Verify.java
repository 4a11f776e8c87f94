package xindang.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import xindang.cli.shell.Answers;
import xindang.cli.shell.CliSession;
import xindang.cli.shell.Json;
import xindang.model.common.AppException;
import xindang.model.common.Digest;
import xindang.model.common.ErrorCode;
import xindang.model.rating.RatingForms;
import xindang.model.report.ReportCheck;
import xindang.reports.verify.Verification;
import xindang.reports.verify.Verifier;

/** Checks whether report files are genuine. It needs neither an archive nor a network. */
@Command(name = "verify")
public final class Verify implements Callable<Integer> {
    private final CliSession session;
    private final RatingForms forms = RatingForms.shipped();

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "help.verify.file")
    private List<Path> files = List.of();

    public Verify(CliSession session) {
        this.session = session;
    }

    /** A file, the result of its check, and the contents of its data. */
    private record Checked(Path file, Verification found, List<ReportCheck> claims) {
        boolean genuine() {
            return found.verdict() == Verification.Verdict.GENUINE;
        }
    }

    @Override
    public Integer call() {
        var checked = files.stream().map(this::checked).toList();
        var genuine = checked.stream().allMatch(Checked::genuine);
        if (checked.size() == 1) {
            session.answer(json(checked.get(0)), lines(checked.get(0)));
        } else {
            var lines = new ArrayList<String>();
            for (var one : checked) {
                lines.add(one.file().toString());
                lines(one).forEach(line -> lines.add("  " + line));
            }
            session.answer(
                    new Json()
                            .flag("genuine", genuine)
                            .objects("files", checked.stream().map(this::json).toList()),
                    lines);
        }
        return genuine ? 0 : Answers.SOME_REFUSED;
    }

    private Checked checked(Path file) {
        var found = verification(session.file(file));
        return new Checked(
                file,
                found,
                found.data().stream().flatMap(data -> check(data).stream()).toList());
    }

    private List<String> lines(Checked checked) {
        var found = checked.found();
        var lines = new ArrayList<String>();
        lines.add(verdict(found));
        if (found.verdict() != Verification.Verdict.FOREIGN) {
            checked.claims().forEach(check -> lines.add(line(check)));
        }
        found.findings().forEach(finding -> lines.add("  " + session.sentence(finding)));
        return lines;
    }

    private String line(ReportCheck check) {
        return session.text()
                .of(
                        "verify.says",
                        check.title(),
                        check.subject(),
                        check.issuer(),
                        check.issuedAt()
                                .atZone(session.clock().getZone())
                                .toLocalDate()
                                .toString(),
                        check.grade().isEmpty() ? "—" : check.grade(),
                        check.score().isEmpty() ? "—" : check.score());
    }

    private Json json(Checked checked) {
        var found = checked.found();
        return new Json()
                .put("file", checked.file().toString())
                .flag("genuine", checked.genuine())
                .put("verdict", found.verdict().name().toLowerCase(Locale.ROOT))
                .put("number", found.number())
                .put("digest", found.digest())
                .put("title", found.title())
                .objects("reports", checked.claims().stream().map(Verify::json).toList())
                .objects(
                        "findings",
                        found.findings().stream().map(session::violation).toList());
    }

    private static Json json(ReportCheck check) {
        return new Json()
                .put("kind", check.kind())
                .put("title", check.title())
                .put("number", check.number())
                .put("subject", check.subject())
                .put("issuer", check.issuer())
                .put("issuedAt", check.issuedAt().toString())
                .put("grade", check.grade())
                .put("score", check.score())
                .put("rating", check.rating().name().toLowerCase(Locale.ROOT));
    }

    /** Returns the contents of the data, or empty if they are not those of a report. */
    private Optional<ReportCheck> check(String data) {
        try {
            return Optional.of(ReportCheck.recompute(data, Digest.of(data), forms));
        } catch (AppException e) {
            if (e.code() == ErrorCode.UNREADABLE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Returns the verdict on a file as a text. */
    public String verdict(Path report) {
        return verdict(verification(report));
    }

    private String verdict(Verification found) {
        return session.text().of("verify." + found.verdict().name().toLowerCase(Locale.ROOT), found.number());
    }

    private Verification verification(Path report) {
        return new Verifier(data -> ReportCheck.findings(data, forms)).verify(bytes(report));
    }

    private static byte[] bytes(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new AppException(ErrorCode.NOT_FOUND, "no file", file.toString());
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AppException(ErrorCode.UNREADABLE, "cannot read", e, file.toString());
        }
    }
}
