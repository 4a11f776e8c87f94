package xindang.persistence;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Counts in a record until it is killed. */
final class CrashChild {
    private CrashChild() {}

    public static void main(String[] args) {
        var household = UUID.fromString(args[1]);
        var village = new Village(System.nanoTime());
        try (var workspace = Workspace.open(
                Path.of(args[0]), CrashTest.PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC())) {
            var archives = workspace.archives();
            var number = Long.parseLong(
                    archives.find(household).orElseThrow().content().text("head.name"));
            while (true) {
                archives.save(List.of(
                        village.edit(household, "head.name", String.valueOf(number), String.valueOf(number + 1))));
                number++;
                System.out.println("saved " + number + ".");
                System.out.flush();
            }
        }
    }
}
