package xindang.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.Draft;
import xindang.persistence.disk.ArchiveFinding;
import xindang.persistence.keys.Argon2;

/** A child process erases people and is killed at a seeded moment: each is either whole or erased without a trace. */
@Tag("crash")
class ErasureCrashTest {
    private static final int ROUNDS = Integer.getInteger("crash.rounds", 20) / 5;
    private static final long SEED = Long.getLong("crash.seed", 20261130L);
    private static final String NAME = "head.name";

    @TempDir
    Path folder;

    private final Village village = new Village(5);

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void anErasureIsWholeOrHasNotBegunAfterAKill() throws IOException, InterruptedException, SQLException {
        var random = new Random(SEED);
        var people = new ArrayList<Draft>();
        for (var i = 0; i < 20 * ROUNDS; i++) {
            people.add(village.named("欧阳第" + i + "人"));
        }
        var setup = new Workspace.Setup(Village.SHUANGQIAO, "周敏", "LL-03", Argon2.Cost.TRIAL);
        try (var workspace = Workspace.create(
                        folder, setup, CrashTest.PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC())
                .workspace()) {
            workspace.archives().save(people);
            workspace
                    .archives()
                    .save(people.stream()
                            .map(person -> village.rating(person.record(), "AA", "90.00"))
                            .toList());
        }
        var said = new HashSet<UUID>();
        for (var round = 0; round < ROUNDS; round++) {
            said.addAll(killed(1 + random.nextInt(4), random.nextInt(20_000_000)));
            examine(people, said);
        }
    }

    private void examine(List<Draft> people, Set<UUID> said) throws IOException, SQLException {
        var erased = new ArrayList<String>();
        try (var workspace =
                Workspace.open(folder, CrashTest.PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC())) {
            assertTrue(workspace.findings().stream()
                    .noneMatch(finding -> finding.severity() == ArchiveFinding.Severity.DAMAGED));
            assertEquals(List.of(), workspace.check());
            for (var person : people) {
                var found = workspace.archives().find(person.record());
                assertEquals(
                        found.isEmpty(),
                        workspace.archives().erased(person.record()).isPresent());
                assertFalse(found.isPresent() && said.contains(person.record()));
                if (found.isEmpty()) {
                    erased.add(person.fields().get(0).after().orElseThrow());
                } else {
                    assertFalse(found.get().content().text(NAME).isEmpty());
                    assertEquals(
                            1,
                            workspace
                                    .archives()
                                    .about(person.record(), "rating", 9)
                                    .size());
                }
            }
        }
        var texts = Plain.of(folder, CrashTest.PASSWORD);
        for (var name : erased) {
            assertTrue(texts.stream().noneMatch(text -> text.contains(name)), name);
        }
    }

    /** Runs a child until it has said so many erasures and some nanoseconds more, and returns those that it said. */
    private Set<UUID> killed(int erasures, int nanos) throws IOException, InterruptedException {
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dorg.jooq.no-logo=true",
                        "-Dorg.jooq.no-tips=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EraseChild.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new HashSet<UUID>();
        try (var lines = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("erased ") && line.endsWith(".")) {
                    said.add(UUID.fromString(line.substring(7, line.length() - 1)));
                }
                if (said.size() == erasures) {
                    LockSupport.parkNanos(nanos);
                    child.toHandle().destroyForcibly();
                }
            }
            assertTrue(said.size() >= erasures, "the child said nothing");
            return said;
        } finally {
            child.destroyForcibly().waitFor();
        }
    }
}
