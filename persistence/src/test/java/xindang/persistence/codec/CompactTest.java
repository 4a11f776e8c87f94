package xindang.persistence.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.Author;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.archive.TemplateRef;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.wire.ChangeJson;
import xindang.persistence.database.Migrations;
import xindang.persistence.disk.Disk;
import xindang.persistence.disk.VarBytes;

/** The bytes of changes and contents: with words and without, of the first layout, and damaged. */
class CompactTest {
    private static final UUID ID = new UUID(1, 1);
    private static final UUID RECORD = new UUID(2, 2);
    private static final Instant AT = Instant.parse("2026-11-30T08:00:00.000000001Z");
    private static final String PREVIOUS = "ab".repeat(32);
    private static final int LAYOUT = 1 << 16;

    @TempDir
    Path folder;

    @Test
    void aWordIsWrittenAsItsNumberPlusOneAndAPathOfARowAsItsPatternAndKey() {
        Compact.Numbers numbers =
                word -> List.of("head.name", "land.plots.*.area").indexOf(word);
        var content = Content.of(Map.of("head.name", "那守田", "land.plots.r1.area", "5", "land.plots.r1.kind", "x"));
        var in = new VarBytes.In(ByteBuffer.wrap(
                Compact.content(new VarBytes.Out(), content, numbers).array()));
        assertEquals(3, in.count());
        assertEquals(List.of(1L, "那守田"), List.of(in.number(), in.text()));
        assertEquals(List.of(2L, "r1", "5"), List.of(in.number(), in.text(), in.text()));
        assertEquals(
                List.of(0L, "land.plots.*.kind", "r1", "x"), List.of(in.number(), in.text(), in.text(), in.text()));
    }

    @Test
    void whatWasWrittenWithWordsIsReadWithTheSameWords() {
        Migrations.create(Disk.REAL, folder, new byte[32], database -> {
            var words = new Vocabulary();
            try (var connection = database.connection()) {
                words.add(connection, 0, "head.name");
                words.add(connection, 1, "land.plots.*.area");
                words.add(connection, 2, "household");
                words.add(connection, 3, "screen");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            var content = Content.of(Map.of("head.name", "那守田", "land.plots.r1.area", "5", "a.*.b.*", "star"));
            Compact.Numbers numbers = word -> words.find(word).orElse(-1);
            assertEquals(
                    content,
                    Compact.content(
                            Compact.content(new VarBytes.Out(), content, numbers)
                                    .array(),
                            words));
            var change = change(new Body.Fields(
                    List.of(
                            FieldChange.set("head.name", "那守田"),
                            new FieldChange("land.plots.r1.area", Optional.of("5"), Optional.empty()),
                            new FieldChange("land.plots.r1.kind", Optional.empty(), Optional.empty())),
                    List.of(ID, RECORD),
                    Optional.empty()));
            var out = new VarBytes.Out();
            Compact.write(out, change, numbers);
            assertEquals(change, Compact.change(out.copy(), RECORD, ID, words));
            damaged(() -> Compact.change(out.copy(), RECORD, ID, new Vocabulary()), "no word 2");
        });
    }

    @Test
    void theFirstLayoutBeginsWithItsTemplateAndHasNoPerson() {
        var out = new VarBytes.Out()
                .number(0)
                .text("household")
                .number(3)
                .text("230184101205")
                .text("王海燕");
        out.signed(AT.getEpochSecond())
                .number(AT.getNano())
                .number(0)
                .text("screen")
                .number(0)
                .text("LL-01-a001");
        out.number(7)
                .bytes(new byte[32])
                .number(1)
                .id(ID)
                .number(1)
                .number(0)
                .text("head.name")
                .number(2)
                .text("那守田");
        assertEquals(
                new Change(
                        1,
                        ID,
                        RECORD,
                        new TemplateRef("household", 3),
                        new Body.Fields(
                                List.of(FieldChange.set("head.name", "那守田")), List.of(ID), Optional.of("230184101205")),
                        new Author(Optional.empty(), "王海燕"),
                        AT,
                        "screen",
                        "LL-01-a001",
                        7,
                        "00".repeat(32),
                        Optional.empty()),
                Compact.change(out.copy(), RECORD, ID, new Vocabulary()));
        assertFalse(Compact.isKeptWhole(out.copy()));
    }

    @Test
    void aChangeOfALaterVersionIsKeptAsItsText() {
        var erasure = change(new Body.Erasure("本人要求"));
        var json = ChangeJson.write(erasure).replace("\"format\":2", "\"format\":99,\"more\":\"x\"");
        var newer = ChangeJson.read(json);
        assertTrue(newer.isSealed());
        var out = new VarBytes.Out();
        Compact.write(out, newer, word -> -1);
        assertTrue(Compact.isKeptWhole(out.copy()));
        assertEquals(newer, Compact.change(out.copy(), RECORD, ID, new Vocabulary()));
        Compact.write(out.clear(), erasure, word -> -1);
        assertFalse(Compact.isKeptWhole(out.copy()));
        assertEquals(erasure, Compact.change(out.copy(), RECORD, ID, new Vocabulary()));
        assertEquals(LAYOUT + 2, new VarBytes.In(ByteBuffer.wrap(out.copy())).number());
    }

    @Test
    void aBodyOfNoKindAndBytesThatEndTooEarlyAreDamage() {
        var out = new VarBytes.Out();
        Compact.write(out, change(new Body.Erasure("本人要求")), word -> -1);
        for (var length = 0; length < out.length(); length++) {
            var part = Arrays.copyOf(out.array(), length);
            damaged(() -> Compact.change(part, RECORD, ID, new Vocabulary()), "not a change");
        }
        var kind = out.copy();
        assertEquals(1, kind[3]);
        kind[3] = 7;
        damaged(() -> Compact.change(kind, RECORD, ID, new Vocabulary()), "not a change");
        damaged(() -> Compact.change(new VarBytes.Out().number(1).copy(), RECORD, ID, new Vocabulary()), "no word 0");
    }

    @Test
    void eachBitOfAContentIsUnderItsChecksum() {
        var content = Content.of(Map.of("head.name", "那守田", "land.plots.r1.area", "5"));
        var bytes = Compact.content(new VarBytes.Out().text("what was there before"), content, word -> -1)
                .array();
        assertEquals(content, Compact.content(bytes, new Vocabulary()));
        for (var bit = 0; bit < 8 * bytes.length; bit++) {
            var flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            damaged(() -> Compact.content(flipped, new Vocabulary()), "content");
        }
        for (var length = 0; length < 4; length++) {
            var part = new byte[length];
            damaged(() -> Compact.content(part, new Vocabulary()), "content");
        }
        assertEquals(
                Content.EMPTY,
                Compact.content(
                        Compact.content(new VarBytes.Out(), Content.EMPTY, word -> -1)
                                .array(),
                        new Vocabulary()));
    }

    @Test
    void anyPathIsReadAsItWasWritten() {
        var random = new Random(5);
        var letters = ".*ab";
        for (var round = 0; round < 5000; round++) {
            var path = new StringBuilder("p");
            for (var i = random.nextInt(12); i > 0; i--) {
                path.append(letters.charAt(random.nextInt(letters.length())));
            }
            var change = change(
                    new Body.Fields(List.of(FieldChange.set(path.toString(), "v")), List.of(), Optional.empty()));
            var out = new VarBytes.Out();
            Compact.write(out, change, word -> -1);
            assertEquals(change, Compact.change(out.copy(), RECORD, ID, new Vocabulary()), path::toString);
        }
    }

    private static Change change(Body body) {
        return new Change(
                2,
                ID,
                RECORD,
                new TemplateRef("household", 1),
                body,
                Author.of(new UUID(3, 3), "王海燕"),
                AT,
                "screen",
                "LL-01-a001",
                9,
                PREVIOUS,
                Optional.empty());
    }

    private static void damaged(Executable reading, String what) {
        var damage = assertThrows(AppException.class, reading);
        assertEquals(ErrorCode.FILE_DAMAGED, damage.code());
        assertTrue(damage.toString().contains(what), damage::toString);
    }
}
