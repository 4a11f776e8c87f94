package xindang.packaging;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import xindang.cli.practice.PracticePlace;
import xindang.desktop.boot.PracticeVillage;
import xindang.model.common.Exempt;

/** Creates the practice town of the command line for the window. Its platform continues to run beside the window. */
@Exempt(from = Exempt.Rule.CLOCK, because = "it is part of the entry point: the time of the machine comes in here")
final class WindowPractice implements PracticeVillage {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Map<String, String> environment;
    private final Optional<Path> folder;

    /**
     * Creates the practice.
     *
     * @param arguments the folder of the practice, if the user named one
     */
    WindowPractice(Map<String, String> environment, String... arguments) {
        this.environment = Map.copyOf(environment);
        this.folder = Arrays.stream(arguments).findFirst().map(Path::of);
    }

    @Override
    public Prepared prepare(Watcher watcher) {
        var made = xindang.cli.practice.PracticeTown.make(
                environment, Clock.system(CHINA), folder, new xindang.cli.practice.PracticeTown.PracticeLog() {
                    @Override
                    public void step(int number, int of, String words) {
                        watcher.step(words, number - 1L, of);
                    }

                    @Override
                    public void result(String line) {
                        // the window shows only the steps
                    }
                });
        return new Prepared(made.place().archive(), made.user(), PracticePlace.PASSWORD, made);
    }
}
