package xindang.persistence;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Damages files as a bad disk does. */
final class BadDisk {
    private BadDisk() {}

    /** Copies the files of a closed archive into an empty folder, to damage them there. Returns that folder. */
    static Path copy(Path folder, Path copy) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    /** Flips one bit of a file and returns its index. */
    static int flip(Path file, Random random) throws IOException {
        var bytes = Files.readAllBytes(file);
        var bit = random.nextInt(bytes.length * 8);
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        Files.write(file, bytes);
        return bit;
    }

    /** Writes zeros over a part of a file. */
    static void zeros(Path file, long from, int count) throws IOException {
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(from);
            open.write(new byte[count]);
        }
    }
}
