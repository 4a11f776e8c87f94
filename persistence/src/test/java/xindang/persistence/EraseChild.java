package xindang.persistence;

import java.nio.file.Path;
import java.time.Clock;
import xindang.model.archive.Erasing;
import xindang.model.archive.RecordFilter;

/** Erases the households of an archive, one after the other, until it is killed. */
final class EraseChild {
    private EraseChild() {}

    public static void main(String[] args) {
        var village = new Village(System.nanoTime());
        try (var workspace = Workspace.open(
                Path.of(args[0]), CrashTest.PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC())) {
            var archives = workspace.archives();
            var left = archives.list(RecordFilter.all("household"), RecordFilter.Window.first(200))
                    .items();
            for (var household : left) {
                archives.erase(
                        new Erasing(village.id(), household.id(), Village.HOUSEHOLD, "本人要求删除", "周敏", village.now()));
                System.out.println("erased " + household.id() + ".");
                System.out.flush();
            }
        }
    }
}
