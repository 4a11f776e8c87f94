package xindang.persistence.opening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;
import xindang.persistence.disk.Failures;

/**
 * Moves replaced files aside: it renames them in the same folder. The new name contains the time.
 */
final class Asides {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);
    /** Makes two names of the same moment different. */
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final ArchivePlace place;

    Asides(ArchivePlace place) {
        this.place = place;
    }

    /** Renames a file and returns the new name; empty if the file does not exist. */
    String move(Path file) {
        if (!Files.exists(file)) {
            return "";
        }
        var target = name(file);
        try {
            Files.move(file, target);
        } catch (IOException e) {
            throw Failures.of("put aside " + file, e);
        }
        return String.valueOf(target.getFileName());
    }

    /** Copies a file that will be replaced, and returns the name of the copy. */
    String copy(Path file) {
        var target = name(file);
        try {
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw Failures.of("put aside " + file, e);
        }
        return String.valueOf(target.getFileName());
    }

    /** Returns an unused name. */
    Path name(Path file) {
        var stamp = STAMP.format(place.clock().instant()) + "-" + COUNT.getAndIncrement();
        return file.resolveSibling("aside-" + stamp + "-" + file.getFileName());
    }
}
