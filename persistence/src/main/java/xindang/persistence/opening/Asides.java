package xindang.persistence.opening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;
import xindang.persistence.disk.Failures;

/** Other names for files that are replaced, in the same folder: nothing is thrown away. The name says when. */
final class Asides {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);
    /** So that two names of one moment differ. */
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final ArchivePlace place;

    Asides(ArchivePlace place) {
        this.place = place;
    }

    /** Gives a file another name and says it; empty when there was none. */
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

    /** Copies a file that another one will replace, and says the name of the copy. */
    String copy(Path file) {
        var target = name(file);
        try {
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw Failures.of("put aside " + file, e);
        }
        return String.valueOf(target.getFileName());
    }

    /** A name that is not in use. */
    Path name(Path file) {
        var stamp = STAMP.format(place.clock().instant()) + "-" + COUNT.getAndIncrement();
        return file.resolveSibling("aside-" + stamp + "-" + file.getFileName());
    }
}
