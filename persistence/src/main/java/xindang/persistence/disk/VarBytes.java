package xindang.persistence.disk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/**
 * Writes and reads numbers in a variable length: seven bits a byte, the lowest first. The eighth bit means that more
 * bytes follow.
 */
public final class VarBytes {
    private VarBytes() {}

    /** A growing, reusable buffer. Only one thread may use it at a time. */
    public static final class Out {
        private byte[] bytes = new byte[4096];
        private int length;

        public Out clear() {
            length = 0;
            return this;
        }

        public byte[] array() {
            return bytes;
        }

        public int length() {
            return length;
        }

        public byte[] copy() {
            return Arrays.copyOf(bytes, length);
        }

        public Out number(long number) {
            room(10);
            var remaining = number;
            while ((remaining & ~0x7FL) != 0) {
                bytes[length++] = (byte) (remaining | 0x80);
                remaining >>>= 7;
            }
            bytes[length++] = (byte) remaining;
            return this;
        }

        /** Writes a number that may be negative. */
        public Out signed(long number) {
            return number((number << 1) ^ (number >> 63));
        }

        public Out fixed(int number) {
            room(4);
            for (var shift = 24; shift >= 0; shift -= 8) {
                bytes[length++] = (byte) (number >> shift);
            }
            return this;
        }

        public Out id(UUID id) {
            room(16);
            ByteBuffer.wrap(bytes).putLong(length, id.getMostSignificantBits());
            ByteBuffer.wrap(bytes).putLong(length + 8, id.getLeastSignificantBits());
            length += 16;
            return this;
        }

        public Out bytes(byte[] more) {
            room(more.length);
            System.arraycopy(more, 0, bytes, length, more.length);
            length += more.length;
            return this;
        }

        /** Writes the length in bytes, and the text in UTF-8. */
        public Out text(String text) {
            var size = text.length();
            if (size >= 0x80 || !ascii(text)) {
                var utf8 = text.getBytes(StandardCharsets.UTF_8);
                return number(utf8.length).bytes(utf8);
            }
            room(size + 1);
            bytes[length++] = (byte) size;
            for (var i = 0; i < size; i++) {
                bytes[length++] = (byte) text.charAt(i);
            }
            return this;
        }

        private static boolean ascii(String text) {
            for (var i = 0; i < text.length(); i++) {
                if (text.charAt(i) >= 0x80) {
                    return false;
                }
            }
            return true;
        }

        private void room(int more) {
            if (bytes.length - length < more) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
            }
        }
    }

    /** Reads the format of {@link Out}. Its methods throw {@link IllegalArgumentException} for other bytes. */
    public static final class In {
        private final ByteBuffer buffer;

        public In(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        public long number() {
            var number = 0L;
            for (var shift = 0; shift < 64; shift += 7) {
                var next = take(1).get();
                number |= (next & 0x7FL) << shift;
                if (next >= 0) {
                    return number;
                }
            }
            throw new IllegalArgumentException("number too long");
        }

        public long signed() {
            var number = number();
            return (number >>> 1) ^ -(number & 1);
        }

        /** Reads a count or a small code. */
        public int count() {
            var number = number();
            if (number < 0 || number > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("no count: " + number);
            }
            return (int) number;
        }

        public UUID id() {
            var two = take(16);
            return new UUID(two.getLong(), two.getLong());
        }

        public byte[] bytes(int count) {
            var bytes = new byte[count <= buffer.remaining() ? count : 0];
            take(count).get(bytes);
            return bytes;
        }

        public String text() {
            var size = count();
            take(size);
            var start = buffer.position();
            buffer.position(start + size);
            return new String(buffer.array(), buffer.arrayOffset() + start, size, StandardCharsets.UTF_8);
        }

        /** Returns the buffer after checking that it has this number of bytes left. */
        private ByteBuffer take(int count) {
            if (buffer.remaining() < count) {
                throw new IllegalArgumentException("bytes are missing");
            }
            return buffer;
        }
    }
}
