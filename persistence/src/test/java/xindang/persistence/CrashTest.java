package xindang.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import xindang.persistence.keys.Argon2;

/**
 * A child process saves numbered changes and says each number when the save has returned; it is killed at a seeded moment.
 * Whatever it said is there. {@code -Dcrash.rounds=500} for long.
 */
@Tag("crash")
class CrashTest {
    static final String PASSWORD = "密码";
    private static final int ROUNDS = Integer.getInteger("crash.rounds", 20);
    private static final long SEED = Long.getLong("crash.seed", 20261123L);

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void noConfirmedSaveIsMissingAfterAKill() throws IOException, InterruptedException {
        var random = new Random(SEED);
        var household = new Village(3).named("0");
        var setup = new Workspace.Setup(Village.CITY, "周敏", "LL-03", Argon2.Cost.TRIAL);
        try (var workspace = Workspace.create(
                        folder, setup, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC())
                .workspace()) {
            workspace.archives().save(List.of(household));
        }
        for (var round = 0; round < ROUNDS; round++) {
            var said = killed(CrashChild.class, household.record(), 1 + random.nextInt(12), random.nextInt(20_000_000));
            var seed = "seed " + SEED + " round " + round;
            try (var workspace =
                    Workspace.open(folder, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC())) {
                var record = workspace.archives().find(household.record()).orElseThrow();
                var kept = Long.parseLong(record.content().text("head.name"));
                assertTrue(kept == said || kept == said + 1, seed + ": said " + said + ", kept " + kept);
                assertEquals(kept + 1, record.revision(), seed);
                assertEquals(kept + 1, workspace.archives().history(record.id()).size(), seed);
            }
        }
        try (var workspace = Workspace.open(folder, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC())) {
            assertEquals(List.of(), workspace.check());
        }
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void noDraftThatWasKeptIsMissingAfterAKill() throws IOException, InterruptedException {
        var random = new Random(SEED);
        var household = new Village(3).named("那守田");
        var setup = new Workspace.Setup(Village.CITY, "周敏", "LL-03", Argon2.Cost.TRIAL);
        try (var workspace = Workspace.create(
                        folder, setup, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC())
                .workspace()) {
            workspace.archives().save(List.of(household));
        }
        for (var round = 0; round < Math.max(3, ROUNDS / 4); round++) {
            var said = killed(DraftChild.class, household.record(), 1 + random.nextInt(12), random.nextInt(20_000_000));
            try (var workspace =
                    Workspace.open(folder, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC())) {
                var draft = workspace.drafts().read(household.record().toString());
                var kept = Long.parseLong(draft.typing().getOrDefault("head.hamlet", "-1"));
                assertTrue(kept == said || kept == said + 1, "said " + said + ", kept " + kept);
                assertEquals(List.of(), workspace.findings());
            }
        }
    }

    /** Runs a child until it has said so many numbers and some nanoseconds more, and returns the last it said. */
    private long killed(Class<?> main, UUID household, int numbers, int nanos)
            throws IOException, InterruptedException {
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dorg.jooq.no-logo=true",
                        "-Dorg.jooq.no-tips=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        folder.toString(),
                        household.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var lines = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            var last = -1L;
            for (var i = 0; i < numbers; i++) {
                last = number(lines, last);
            }
            LockSupport.parkNanos(nanos);
            child.toHandle().destroyForcibly();
            for (var next = number(lines, last); next != last; next = number(lines, last)) {
                last = next;
            }
            assertTrue(last >= 0, "the child said nothing");
            return last;
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private static long number(BufferedReader lines, long otherwise) throws IOException {
        var line = lines.readLine();
        return line != null && line.startsWith("saved ") && line.endsWith(".")
                ? Long.parseLong(line.substring(6, line.length() - 1))
                : line == null || line.startsWith("saved") ? otherwise : number(lines, otherwise);
    }
}
