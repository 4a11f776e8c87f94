package xindang.cli.practice;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import xindang.cli.intake.Account;
import xindang.cli.report.Issue;
import xindang.cli.report.Verify;
import xindang.cli.shell.CliMessages;
import xindang.cli.shell.CliSession;
import xindang.cli.shell.Json;
import xindang.cli.shell.Logs;
import xindang.cli.shell.Terminal;
import xindang.cli.shell.UseCases;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.intake.IntakeOptions;
import xindang.model.intake.PaperConsent;
import xindang.model.practice.PracticeRoster;
import xindang.model.region.Divisions;
import xindang.model.report.Request;
import xindang.model.template.Audience;
import xindang.model.value.DivisionCode;
import xindang.persistence.sheet.SheetFiles;
import xindang.persistence.sheet.SheetWriter;
import xindang.platform.Platform;

/**
 * Creates the practice town. Invented households pass all steps: roster, import, rating, reports, and exchange with a
 * platform and a second office. All steps use the real program; only the people are invented.
 */
public final class PracticeTown {
    static final String TYPE = "household";
    static final String TOWN = PracticeRoster.TOWN.padded();

    private static final int STEPS = 7;
    private static final long SEED = 20171115;
    private static final String USER = "王海燕";
    private static final String PAPERS = "2026-练习-01";
    private static final String PURPOSE = "信用户评定";

    private final CliSession session;
    private final CliMessages text;
    private final PracticePlace place;
    private final int households;
    private final PracticeLog log;
    private final Json account = new Json();
    private int step;

    public PracticeTown(CliSession session, PracticePlace place, int households, PracticeLog log) {
        this.session = session;
        this.text = session.text();
        this.place = place;
        this.households = households;
        this.log = log;
    }

    /** Receives the progress of the practice. */
    public interface PracticeLog {
        /** Reports the start of a step. Steps are counted from 1. */
        void step(int number, int of, String words);

        /** Reports a result. */
        void result(String line);
    }

    /** The result of a practice. The platform runs until it is closed. */
    public record Made(PracticePlace place, String user, Json account, Platform platform) implements AutoCloseable {
        @Override
        public void close() {
            platform.close();
        }
    }

    /**
     * Creates the practice town for another front end. Without a folder, it uses a new one in the user's data folder.
     */
    public static Made make(Map<String, String> environment, Clock clock, Optional<Path> folder, PracticeLog log) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var terminal = new Terminal(nowhere, nowhere, environment, clock, Optional.empty(), false, () -> false);
        var session = new CliSession(terminal, Locale.SIMPLIFIED_CHINESE, CliSession.Form.TEXT);
        Logs.to(session.dataFolder().log());
        var place = folder.orElseGet(() -> PracticePlace.fresh(session)).toAbsolutePath();
        return new PracticeTown(session, new PracticePlace(place), PracticeCommand.HOUSEHOLDS, log).make();
    }

    /** Runs all steps. At the end the archives are closed and all files remain. */
    public Made make() {
        place.make(session);
        log.result(text.of("practice.title", fullPath(TOWN)));
        roster();
        next("init");
        try (var desk = office(USER, "LL-01")) {
            log.result(text.of("practice.made", place.archive()));
            importRoster(desk);
            rate(desk);
            next("platform");
            var platform = Platform.start(config());
            try {
                exchange(desk, platform);
            } catch (RuntimeException e) {
                platform.close();
                throw e;
            }
            return new Made(place, USER, account, platform);
        }
    }

    private void exchange(UseCases desk, Platform platform) {
        var exchange =
                new PracticeExchange(session, platform.address(), () -> platform.code(PracticeRoster.TOWN.digits()));
        var sent = exchange.join(desk).sent();
        log.result(text.of("practice.platform", platform.address(), sent));
        print(desk);
        next("office");
        try (var second = second()) {
            second(exchange, desk, second);
        }
    }

    private void roster() {
        next("roster");
        var rows = new PracticeRoster(SEED, LocalDate.now(session.clock())).rows(households);
        SheetWriter.write(place.roster(), "花名册", PracticeRoster.HEADER, rows);
        log.result(text.of("practice.roster", households, place.roster()));
    }

    private UseCases office(String user, String device) {
        return session.desk(session.create(place.archive(), TOWN, user, device, PracticePlace.PASSWORD.toCharArray())
                .workspace());
    }

    private UseCases second() {
        var password = PracticePlace.PASSWORD.toCharArray();
        return session.desk(session.create(place.secondOffice(), TOWN, PracticeExchange.SECOND_USER, "LL-02", password)
                .workspace());
    }

    private Platform.Config config() {
        return Platform.Config.local(0, place.platform(), session.templates(), session.clock())
                .withRegionNames(PracticeTown::fullPath);
    }

    private void importRoster(UseCases desk) {
        next("import");
        var result = session.watched(progress -> desk.intake()
                .run(
                        SheetFiles.read(place.roster(), progress),
                        IntakeOptions.of(TYPE, USER).withPaperConsent(PAPERS),
                        progress));
        new Account(
                        session,
                        desk.fieldText(desk.templates().get(TYPE), Audience.OFFICE),
                        result,
                        List.of(PaperConsent.toCollect(PAPERS, Optional.empty())),
                        desk.archives().day().records())
                .writeRejectedRows(place.problems());
        log.result(text.of(
                "practice.imported",
                result.rows(),
                result.accepted(),
                result.rejected().size(),
                result.nonRows().size(),
                place.problems()));
        account.put("accepted", result.accepted())
                .put("rejected", result.rejected().size());
    }

    private void rate(UseCases desk) {
        next("rate");
        var ratings = desk.ratings();
        var form = ratings.form(TYPE);
        var rated = session.watched(progress -> ratings.rateRegion(form, PracticeRoster.TOWN.digits(), USER, progress));
        var grades = form.grades().stream()
                .filter(grade -> rated.grades().containsKey(grade.code()))
                .map(grade -> grade.code() + " " + rated.grades().get(grade.code()))
                .collect(Collectors.joining("，"));
        log.result(text.of("practice.rated", rated.done(), grades));
        account.put("rated", rated.done());
    }

    private void print(UseCases desk) {
        next("report");
        var village =
                desk.store().counts(TYPE, PracticeRoster.TOWN.digits()).get(0).region();
        var subjects = new ArrayList<UUID>();
        desk.store().each(TYPE, village, record -> subjects.add(record.id()));
        var request = new Request(TYPE, Audience.OFFICE, PURPOSE, USER, desk.issuer(), "");
        var issued = session.watched(
                progress -> new Issue(desk, request, progress).print(subjects, Issue.Place.folder(place.reports())));
        log.result(text.of("practice.printed", fullPath(village), issued.files().size(), place.reports()));
        account.put("reports", issued.files().size());
        var verdict = new Verify(session).verdict(issued.files().get(0).path());
        log.result(text.of("practice.verified", verdict));
    }

    private void second(PracticeExchange exchange, UseCases first, UseCases second) {
        var received = exchange.join(second).received();
        log.result(text.of("practice.received", received));
        var clash = exchange.clash(first, second);
        log.result(text.of("practice.clash", clash.name(), clash.kept(), clash.offered()));
        if (!PracticeExchange.contents(first).equals(PracticeExchange.contents(second))) {
            throw new AppException(ErrorCode.INTERNAL, "the two offices differ after the exchange");
        }
        log.result(
                text.of("practice.converged", PracticeExchange.contents(second).size()));
    }

    private static String fullPath(String code) {
        return Divisions.harbin().fullPath(DivisionCode.of(code));
    }

    private void next(String name) {
        session.terminal().check();
        step++;
        log.step(step, STEPS, text.of("practice.step." + name));
    }
}
