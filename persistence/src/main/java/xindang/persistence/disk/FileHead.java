package xindang.persistence.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.zip.CRC32C;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

/** The first 32 bytes of an archive file: eight letters, version, id of the archive, CRC-32C. */
public final class FileHead {
    public static final int SIZE = 32;
    /** Bytes of which a disk reads all or none. */
    private static final int SECTOR = 512;

    private FileHead() {}

    public static byte[] of(String magic, int version, UUID archive) {
        var head = ByteBuffer.allocate(SIZE);
        head.put(magic.getBytes(StandardCharsets.US_ASCII)).putInt(version);
        head.putLong(archive.getMostSignificantBits()).putLong(archive.getLeastSignificantBits());
        head.putInt(crc(head.array(), 0, SIZE - 4));
        return head.array();
    }

    /**
     * Checks that the head of a file is valid and belongs to the archive.
     *
     * @throws AppException FILE_DAMAGED with the file name, NEWER_VERSION
     */
    public static byte[] check(FileChannel channel, String name, String magic, int version, UUID archive) {
        return check(channel, name, magic, version, archive, false);
    }

    /**
     * Checks the head of a file, and writes a damaged head again, because all its bytes are known. The content after it
     * must be checked separately.
     *
     * @throws AppException FILE_DAMAGED if the head is valid but of another archive, NEWER_VERSION
     */
    public static byte[] checkOrMend(FileChannel channel, String name, String magic, int version, UUID archive) {
        return check(channel, name, magic, version, archive, true);
    }

    private static byte[] check(
            FileChannel channel, String name, String magic, int version, UUID archive, boolean mending) {
        var expected = of(magic, version, archive);
        try {
            var head = ByteBuffer.allocate(SIZE);
            readFully(channel, head, 0);
            var intact = !head.hasRemaining()
                    && head.getInt(SIZE - 4) == crc(head.array(), 0, SIZE - 4)
                    && new String(head.array(), 0, 8, StandardCharsets.US_ASCII).equals(magic);
            if (intact && head.getInt(8) > version) {
                throw new AppException(ErrorCode.NEWER_VERSION, name + " of version " + head.getInt(8), name);
            }
            if (!intact && mending) {
                writeFully(channel, ByteBuffer.wrap(expected), 0);
                channel.force(true);
            } else if (!intact || !java.util.Arrays.equals(expected, head.array())) {
                throw new AppException(ErrorCode.FILE_DAMAGED, "head of " + name, name);
            }
            return expected;
        } catch (IOException e) {
            throw Failures.of("head of " + name, e);
        }
    }

    /** Returns true if a file has an undamaged head of another archive. */
    public static boolean isOfAnother(Path file, UUID archive) {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var head = ByteBuffer.allocate(SIZE);
            readFully(channel, head, 0);
            return !head.hasRemaining()
                    && head.getInt(SIZE - 4) == crc(head.array(), 0, SIZE - 4)
                    && !new UUID(head.getLong(12), head.getLong(20)).equals(archive);
        } catch (IOException e) {
            return false;
        }
    }

    /** Reads until the buffer is full or the file ends. */
    public static void readFully(FileChannel channel, ByteBuffer buffer, long position) throws IOException {
        var at = position;
        while (buffer.hasRemaining()) {
            var read = channel.read(buffer, at);
            if (read < 0) {
                return;
            }
            at += read;
        }
    }

    /** The same from a disk with bad sectors: what cannot be read of the file is zeros, and found damaged by its checksum. */
    public static void readPossible(FileChannel channel, ByteBuffer buffer, long position) throws IOException {
        var from = buffer.position();
        try {
            readFully(channel, buffer, position);
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            var limit = buffer.limit();
            var end = (int) Math.min(limit, from + Math.max(0, channel.size() - position));
            for (var at = from; at < end; at = buffer.limit()) {
                buffer.limit(at);
                var sector = SECTOR - (int) ((position + at - from) % SECTOR);
                buffer.limit(Math.min(end, at + sector)).position(at);
                readSector(channel, buffer, position + at - from);
            }
            buffer.limit(limit);
        }
    }

    private static void readSector(FileChannel channel, ByteBuffer buffer, long position) throws IOException {
        var from = buffer.position();
        try {
            readFully(channel, buffer, position);
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            buffer.position(from);
            buffer.put(new byte[buffer.remaining()]);
        }
    }

    public static void writeFully(FileChannel channel, ByteBuffer buffer, long position) throws IOException {
        var at = position;
        while (buffer.hasRemaining()) {
            at += channel.write(buffer, at);
        }
    }

    public static int crc(byte[] bytes, int offset, int length) {
        var crc = new CRC32C();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }
}
