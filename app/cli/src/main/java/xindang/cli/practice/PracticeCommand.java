package xindang.cli.practice;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import xindang.cli.shell.CliSession;
import xindang.cli.shell.Json;
import xindang.cli.shell.Usage;

/** Runs all steps of the work in a practice town with invented people. */
@Command(name = "practice")
public final class PracticeCommand implements Callable<Integer> {
    static final int HOUSEHOLDS = 300;

    private final CliSession session;

    @Parameters(arity = "0..1", paramLabel = "DIR", descriptionKey = "help.practice.folder")
    private @Nullable Path folder;

    @Option(names = "--households", paramLabel = "N", descriptionKey = "help.practice.households")
    private int households = HOUSEHOLDS;

    public PracticeCommand(CliSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (households < 1 || households > 20_000) {
            throw new Usage(session.text().of("practice.households"));
        }
        var place = Optional.ofNullable(folder).orElseGet(() -> PracticePlace.fresh(session));
        var practice = new PracticeTown(session, new PracticePlace(place.toAbsolutePath()), households, aloud());
        try (var made = practice.make()) {
            end(made);
        }
        return 0;
    }

    private void end(PracticeTown.Made made) {
        var text = session.text();
        var place = made.place();
        var log = session.dataFolder().log();
        session.answer(
                made.account()
                        .put("archive", place.archive().toString())
                        .put("password", PracticePlace.PASSWORD)
                        .put("reportsFolder", place.reports().toString())
                        .put("log", log.toString()),
                List.of(
                        "",
                        text.of("practice.done"),
                        text.of("practice.end.archive", place.archive(), PracticePlace.PASSWORD),
                        text.of("practice.end.reports", place.reports()),
                        text.of("practice.end.log", log)));
    }

    /** Returns a log that prints. With {@code --json} the steps are messages, because the output is one object. */
    private PracticeTown.PracticeLog aloud() {
        return new PracticeTown.PracticeLog() {
            @Override
            public void step(int number, int of, String words) {
                result(session.text().of("practice.step", number, of, words));
            }

            @Override
            public void result(String line) {
                if (session.form() == CliSession.Form.JSON) {
                    session.note(line);
                } else {
                    session.answer(new Json(), List.of(line));
                }
            }
        };
    }
}
