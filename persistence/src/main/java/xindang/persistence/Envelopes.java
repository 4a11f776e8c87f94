package xindang.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.persistence.disk.ArchiveFinding;
import xindang.persistence.disk.AtomicFile;
import xindang.persistence.disk.Disk;
import xindang.persistence.keys.Envelope;
import xindang.persistence.keys.MasterKey;

/**
 * The envelope of an archive in two equal files. It is the only file that cannot be rebuilt from the others,
 * so one bad sector must not destroy it. The second file is written after the first. Opening one of them repairs the
 * other.
 */
final class Envelopes {
    static final String FIRST = "archive.json";
    static final String SECOND = "archive-copy.json";

    private Envelopes() {}

    /** The opened envelope, its master key, and findings about repaired files. */
    record Opened(Envelope envelope, MasterKey master, List<ArchiveFinding> findings) {}

    static boolean exist(Path folder) {
        return Files.exists(folder.resolve(FIRST)) || Files.exists(folder.resolve(SECOND));
    }

    /** Writes both files, one after the other. After a crash between the two, the first is valid. */
    static void write(Disk disk, Path folder, Envelope envelope) throws IOException {
        var bytes = envelope.write();
        AtomicFile.write(disk, folder.resolve(FIRST), bytes);
        AtomicFile.write(disk, folder.resolve(SECOND), bytes);
    }

    /**
     * Opens the first file, or the second if the first is missing or damaged. Then writes the other file again if it
     * differs.
     *
     * @throws AppException WRONG_PASSWORD, NEWER_VERSION, or FILE_DAMAGED if both are unreadable
     */
    static Opened open(Disk disk, Path folder, Function<Envelope, MasterKey> unlocking) throws IOException {
        Optional<AppException> failure = Optional.empty();
        for (var name : List.of(FIRST, SECOND)) {
            if (failure.isPresent() && !differ(folder)) {
                break;
            }
            try {
                var envelope = read(folder, name);
                var master = unlocking.apply(envelope);
                return new Opened(envelope, master, mend(disk, folder, name));
            } catch (AppException e) {
                failure = failure.filter(first -> first.code() != ErrorCode.FILE_DAMAGED || e.code() == first.code())
                        .or(() -> Optional.of(e));
            }
        }
        throw failure.orElseThrow();
    }

    private static Envelope read(Path folder, String name) throws IOException {
        var file = folder.resolve(name);
        if (!Files.exists(file)) {
            throw damaged(new AppException(ErrorCode.NOT_FOUND, "no " + name));
        }
        try {
            return Envelope.read(Files.readAllBytes(file));
        } catch (AppException e) {
            throw e.code() == ErrorCode.UNREADABLE ? damaged(e) : e;
        }
    }

    private static AppException damaged(AppException cause) {
        return new AppException(ErrorCode.FILE_DAMAGED, "damaged envelope", cause, FIRST);
    }

    private static List<ArchiveFinding> mend(Disk disk, Path folder, String opened) throws IOException {
        var mended = new ArrayList<ArchiveFinding>();
        if (!disk.isForReading() && differ(folder)) {
            var other = opened.equals(FIRST) ? SECOND : FIRST;
            AtomicFile.write(disk, folder.resolve(other), Files.readAllBytes(folder.resolve(opened)));
            mended.add(ArchiveFinding.of("envelope.mended", ArchiveFinding.Severity.MENDED, other));
        }
        return mended;
    }

    private static boolean differ(Path folder) throws IOException {
        var first = folder.resolve(FIRST);
        var second = folder.resolve(SECOND);
        return !Files.exists(first) || !Files.exists(second) || Files.mismatch(first, second) >= 0;
    }
}
