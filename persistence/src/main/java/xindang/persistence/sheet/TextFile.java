package xindang.persistence.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

/**
 * A text file of unknown encoding: UTF-8, UTF-16 with or without a mark, or GB18030. A single broken letter becomes U+FFFD, so
 * that it costs its cell only.
 *
 * @param skip bytes of the mark at the beginning
 */
record TextFile(Path file, Charset charset, int skip) {
    /** The letter in the place of one that cannot be decoded. */
    private static final char BROKEN = '\uFFFD';

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int HEAD = 4096;
    private static final int SHORTEST = 8;
    private static final int OFTEN = 10;
    /** More broken letters than one of so many mean another encoding. */
    private static final int RARE = 100;

    static TextFile of(Path file, String name) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (begins(head, 0xFF, 0xFE)) {
            return new TextFile(file, StandardCharsets.UTF_16LE, 2);
        }
        if (begins(head, 0xFE, 0xFF)) {
            return new TextFile(file, StandardCharsets.UTF_16BE, 2);
        }
        var wide = withoutMark(file, head);
        if (wide != null) {
            return wide;
        }
        var skip = begins(head, 0xEF, 0xBB) && head.length > 2 && (head[2] & 0xFF) == 0xBF ? 3 : 0;
        for (var charset : new Charset[] {StandardCharsets.UTF_8, GB18030}) {
            var text = new TextFile(file, charset, skip);
            if (text.isWhole()) {
                return text.printable(name);
            }
        }
        var utf8 = new TextFile(file, StandardCharsets.UTF_8, skip);
        var chinese = new TextFile(file, GB18030, skip);
        var best = utf8.broken() < chinese.broken() ? utf8 : chinese;
        if (best.broken() * RARE > Files.size(file) && best.broken() > 1) {
            throw new AppException(ErrorCode.UNREADABLE, "neither UTF-8 nor GB18030", name);
        }
        return best.printable(name);
    }

    /** Returns UTF-16 where every second byte is often zero, as commas and digits make it. */
    private static @Nullable TextFile withoutMark(Path file, byte[] head) throws IOException {
        var zeros = new int[2];
        for (var i = 0; i < head.length; i++) {
            zeros[i % 2] += head[i] == 0 ? 1 : 0;
        }
        var most = Math.max(zeros[0], zeros[1]);
        if (head.length < SHORTEST || most * OFTEN < head.length || Math.min(zeros[0], zeros[1]) * OFTEN > most) {
            return null;
        }
        var text = new TextFile(file, zeros[1] > zeros[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE, 0);
        return text.isWhole() ? text : null;
    }

    /** Refuses an image or another file that is no text. */
    private TextFile printable(String name) throws IOException {
        if (head().indexOf('\0') >= 0) {
            throw new AppException(ErrorCode.UNREADABLE, "no text", name);
        }
        return this;
    }

    private static boolean begins(byte[] head, int first, int second) {
        return head.length >= 2 && (head[0] & 0xFF) == first && (head[1] & 0xFF) == second;
    }

    /** Returns the beginning of the text. */
    String head() throws IOException {
        try (var reader = open()) {
            var head = new char[HEAD];
            var length = Math.max(0, reader.read(head));
            return new String(head, 0, length);
        }
    }

    BufferedReader open() throws IOException {
        return reader(CodingErrorAction.REPLACE);
    }

    private BufferedReader reader(CodingErrorAction action) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(skip);
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(action).onUnmappableCharacter(action);
        return new BufferedReader(new InputStreamReader(in, decoder), 1 << 16);
    }

    private boolean isWhole() throws IOException {
        try (Reader reader = reader(CodingErrorAction.REPORT)) {
            var buffer = new char[1 << 16];
            while (reader.read(buffer) >= 0) {}
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private long broken() throws IOException {
        try (Reader reader = open()) {
            var buffer = new char[1 << 16];
            var broken = 0L;
            for (var length = reader.read(buffer); length >= 0; length = reader.read(buffer)) {
                for (var i = 0; i < length; i++) {
                    broken += buffer[i] == BROKEN ? 1 : 0;
                }
            }
            return broken;
        }
    }
}
