package xindang.persistence.opening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xindang.persistence.disk.Failures;

/**
 * Moves replaced files aside: it renames them in the same folder. The new name contains the time.
 */
final class Asides {
    /** How the name of a file moved aside begins. */
    static final String PREFIX = "aside-";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);
    private static final Logger LOG = LoggerFactory.getLogger(Asides.class);
    /** So that two names of one moment differ. */
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

    /**
     * Gives a file that another one will replace a second name and says it; empty when there was none. Where the file system
     * knows no second names it is copied.
     */
    String keep(Path file) {
        if (!Files.exists(file)) {
            return "";
        }
        var target = name(file);
        try {
            link(file, target);
        } catch (IOException e) {
            throw Failures.of("put aside " + file, e);
        }
        return String.valueOf(target.getFileName());
    }

    private static void link(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (UnsupportedOperationException | IOException e) {
            LOG.info("copied, since it gets no second name", e);
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** A name that is not in use. */
    Path name(Path file) {
        var stamp = STAMP.format(place.clock().instant()) + "-" + COUNT.getAndIncrement();
        return file.resolveSibling(PREFIX + stamp + "-" + file.getFileName());
    }
}
