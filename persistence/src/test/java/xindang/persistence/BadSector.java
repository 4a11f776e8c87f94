package xindang.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import xindang.persistence.disk.Disk;

/** A disk of which one sector of one file cannot be read until it is written again. */
final class BadSector implements Disk {
    private static final int SIZE = 512;
    private static final long NONE = -1;

    private final String file;
    private final long at;
    private boolean opened;

    BadSector(String file, long within) {
        this.file = file;
        at = within / SIZE * SIZE;
    }

    @Override
    public FileChannel open(Path path, OpenOption... options) throws IOException {
        var channel = FileChannel.open(path, options);
        if (opened || !path.endsWith(file)) {
            return channel;
        }
        // the file that takes its place lies elsewhere
        opened = true;
        return new Bad(channel, at);
    }

    private static final class Bad extends DelegatingChannel {
        private long sector;

        Bad(FileChannel channel, long sector) {
            super(channel);
            this.sector = sector;
        }

        private boolean hits(ByteBuffer bytes, long position) {
            return sector != NONE && position < sector + SIZE && position + bytes.remaining() > sector;
        }

        @Override
        public int read(ByteBuffer bytes, long position) throws IOException {
            if (hits(bytes, position)) {
                throw new IOException("Input/output error");
            }
            return super.read(bytes, position);
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            sector = hits(bytes, position) ? NONE : sector;
            return super.write(bytes, position);
        }
    }
}
