package xindang.persistence;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import xindang.model.archive.Unsaved;

/** Counts in the draft of a record until it is killed. */
final class DraftChild {
    private DraftChild() {}

    public static void main(String[] args) {
        try (var workspace = Workspace.open(
                Path.of(args[0]), CrashTest.PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC())) {
            var number =
                    Long.parseLong(workspace.drafts().read(args[1]).typing().getOrDefault("head.hamlet", "0"));
            while (true) {
                number++;
                workspace.drafts().keep(args[1], new Unsaved(Map.of(), Map.of("head.hamlet", String.valueOf(number))));
                System.out.println("saved " + number + ".");
                System.out.flush();
            }
        }
    }
}
