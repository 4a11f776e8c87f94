package xindang.cli.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import xindang.cli.shell.CliSession;
import xindang.cli.shell.Json;
import xindang.cli.shell.RegionCodes;
import xindang.cli.shell.SubjectKind;
import xindang.cli.shell.Usage;
import xindang.cli.shell.UseCases;
import xindang.model.archive.Standing;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.rating.Rating;
import xindang.model.rating.RatingForm;

/** Rates one record and explains every point, or rates all records of a region. */
@Command(name = "rate")
public final class Rate implements Callable<Integer> {
    private final CliSession session;

    @Option(names = "--form", paramLabel = "ID", descriptionKey = "help.rate.form")
    private @Nullable String form;

    @Option(names = "--region", paramLabel = "CODE", descriptionKey = "help.region")
    private @Nullable String region;

    @Option(names = "--id", paramLabel = "ID", descriptionKey = "help.id")
    private @Nullable String id;

    @Option(names = "--as", paramLabel = "KIND", descriptionKey = "help.rate.as")
    private @Nullable SubjectKind kind;

    public Rate(CliSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (region != null && id != null) {
            throw new Usage(session.text().of("usage.one", "--region", "--id"));
        }
        var wanted = Optional.ofNullable(id).map(session::id);
        var prefix = RegionCodes.prefix(session, Optional.ofNullable(region).orElse(""));
        try (var desk = session.open()) {
            return wanted.isPresent() ? one(desk, wanted.get()) : all(desk, prefix);
        }
    }

    private int one(UseCases desk, UUID subject) {
        var record = desk.record(subject);
        var chosen = chosen(desk, record.type());
        if (!chosen.type().equals(record.type())) {
            throw new Usage(session.text().of("rate.form.other", chosen.id(), desk.nameOf(record)));
        }
        var rating = desk.ratings().rate(subject, desk.user());
        var lines = new ArrayList<String>();
        lines.add(session.text()
                .of(
                        "rate.one",
                        desk.nameOf(record),
                        rating.formTitle(),
                        score(rating).orElse("—"),
                        UseCases.grade(rating.grade()),
                        rating.meaning()));
        for (var block : rating.blocks()) {
            lines.add("  " + block.label() + "  " + block.points().toPlainString() + " / "
                    + block.maximum().toPlainString());
            for (var line : block.lines()) {
                lines.add("    " + line(line));
            }
        }
        for (var adjustment : rating.adjustments()) {
            lines.add("  " + adjustment.label() + "  "
                    + (adjustment.sign() == RatingForm.Sign.MALUS ? "-" : "+")
                    + adjustment.points().toPlainString());
        }
        lines.add("  " + rating.reckoning());
        lines.add("  "
                + session.text()
                        .of(
                                "rate.known",
                                rating.on().toString(),
                                rating.validUntil().toString(),
                                rating.assessed().toPlainString(),
                                rating.maximum().toPlainString()));
        rating.firedVetoes().forEach(veto -> lines.add(session.text().of("rate.veto", veto.label())));
        rating.firedCaps().forEach(cap -> lines.add(session.text().of("rate.cap", cap.label())));
        var undecided = undecided(rating);
        if (!undecided.isEmpty()) {
            lines.add(session.text().of("rate.undecided", undecided.size(), String.join("；", undecided)));
        }
        var stale = stale(desk, subject);
        if (stale) {
            lines.add(session.text().of("list.stale"));
        }
        session.answer(
                json(rating)
                        .put("id", subject.toString())
                        .put("name", desk.nameOf(record))
                        .flag("stale", stale),
                lines);
        return 0;
    }

    /** Returns true if the new rating is already outdated, for example because its form is not the valid one. */
    private static boolean stale(UseCases desk, UUID subject) {
        return desk.ratings()
                .latest(subject)
                .map(stored -> desk.ratings().standing(desk.record(subject), stored) == Standing.STALE)
                .orElse(true);
    }

    /** Returns the vetoes that are unknown because their data is unknown. */
    private static List<String> undecided(Rating rating) {
        return rating.vetoes().stream()
                .filter(veto -> veto.state() == Rating.State.UNKNOWN)
                .map(Rating.Veto::label)
                .toList();
    }

    private static String line(Rating.Line line) {
        if (line.status() == Rating.Status.MISSING) {
            return line.label() + "  " + line.note();
        }
        return String.join(
                "  ",
                line.label(),
                line.value(),
                line.rule(),
                line.points().toPlainString() + " / " + line.maximum().toPlainString());
    }

    private int all(UseCases desk, String prefix) {
        var chosen = chosen(
                desk, Optional.ofNullable(kind).orElse(SubjectKind.HOUSEHOLD).type());
        var rated = session.watched(progress -> desk.ratings().rateRegion(chosen, prefix, desk.user(), progress));
        if (rated.cancelled()) {
            session.note(session.text().of("rate.cancelled", rated.done(), rated.total()));
            return ErrorCode.CANCELLED.exitCode();
        }
        var lines = new ArrayList<String>();
        lines.add(session.text().of("rate.all", chosen.title(), rated.done()));
        grades(chosen, rated.grades().keySet().stream().toList())
                .forEach(grade -> lines.add(
                        "  " + UseCases.grade(grade) + "  " + rated.grades().getOrDefault(grade, 0L)));
        if (rated.sealed() > 0) {
            lines.add(session.text().of("rate.newer", rated.sealed()));
        }
        session.answer(
                new Json()
                        .put("form", chosen.id())
                        .put("formVersion", chosen.version())
                        .put("rated", rated.done())
                        .put("newer", rated.sealed())
                        .put("total", rated.total())
                        .put("grades", Json.of(rated.grades())),
                lines);
        return 0;
    }

    /** Returns the given grades, best first. */
    private static List<String> grades(RatingForm form, List<String> given) {
        var order = form.grades().stream().map(RatingForm.Grade::code).toList();
        return given.stream()
                .sorted(java.util.Comparator.comparingInt(
                        grade -> order.contains(grade) ? order.indexOf(grade) : order.size()))
                .toList();
    }

    private RatingForm chosen(UseCases desk, String type) {
        if (form == null) {
            return desk.ratings().form(type);
        }
        return desk.forms()
                .find(form)
                .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "no form " + form, String.valueOf(form)));
    }

    private static Json json(Rating rating) {
        return new Json()
                .put("form", rating.form())
                .put("formVersion", rating.formVersion())
                .put("on", rating.on().toString())
                .put("validUntil", rating.validUntil().toString())
                .put("score", score(rating))
                .put("grade", rating.grade())
                .put("meaning", rating.meaning())
                .put("reckoning", rating.reckoning())
                .put("digest", rating.digest())
                .put("assessed", rating.assessed().toPlainString())
                .put("maximum", rating.maximum().toPlainString())
                .objects("blocks", rating.blocks().stream().map(Rate::json).toList())
                .objects(
                        "adjustments",
                        rating.adjustments().stream().map(Rate::json).toList())
                .texts(
                        "vetoes",
                        rating.firedVetoes().stream().map(Rating.Veto::label).toList())
                .texts("undecided", undecided(rating))
                .texts(
                        "caps",
                        rating.firedCaps().stream().map(Rating.Cap::label).toList());
    }

    private static Json json(Rating.Block block) {
        return new Json()
                .put("id", block.id())
                .put("label", block.label())
                .put("points", block.points().toPlainString())
                .put("assessed", block.assessed().toPlainString())
                .put("maximum", block.maximum().toPlainString())
                .objects("lines", block.lines().stream().map(Rate::json).toList());
    }

    private static Json json(Rating.Adjustment adjustment) {
        return new Json()
                .put("id", adjustment.id())
                .put("label", adjustment.label())
                .put("sign", adjustment.sign().name().toLowerCase(java.util.Locale.ROOT))
                .put("points", adjustment.points().toPlainString())
                .put("limit", adjustment.limit().toPlainString())
                .objects("lines", adjustment.lines().stream().map(Rate::json).toList());
    }

    private static Json json(Rating.Line line) {
        return new Json()
                .put("id", line.id())
                .put("label", line.label())
                .put("value", line.value())
                .put("rule", line.rule())
                .put("note", line.note())
                .put("points", line.points().toPlainString())
                .put("status", line.status().name().toLowerCase(java.util.Locale.ROOT));
    }

    private static Optional<String> score(Rating rating) {
        return rating.score().map(score -> score.toPlainString());
    }
}
