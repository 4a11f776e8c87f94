package xindang.persistence.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.json.CanonicalJson;
import xindang.model.json.JsonValue;

class EnvelopeTest {
    private static final String LATER = "{\"card\":{\"chip\":[1,\"二\",true]},\"key\":\"00ff\",\"way\":\"token\"}";

    private final SecureRandom random = new SecureRandom();
    private final MasterKey master = MasterKey.random(random);
    private final RecoveryKey recovery = RecoveryKey.random(random);
    private final Envelope envelope =
            Envelope.seal(new UUID(1, 2), 7, master, "密码".toCharArray(), recovery, Argon2.Cost.TRIAL, random);

    @Test
    void eachWayGivesTheSameKey() {
        var read = Envelope.read(envelope.write());
        assertArrayEquals(master.bytes(), read.open("密码".toCharArray()).bytes());
        assertArrayEquals(master.bytes(), read.open(recovery).bytes());
        refused(ErrorCode.WRONG_PASSWORD, read, "别的");
    }

    @Test
    void aWayOfALaterVersionIsKeptWhenThePasswordChanges() {
        var later = Envelope.read(withMember(LATER));
        var changed = Envelope.read(later.withPassword(master, "新的".toCharArray(), Argon2.Cost.TRIAL, random)
                .write());
        assertTrue(new String(changed.write(), StandardCharsets.UTF_8).contains(LATER));
        assertArrayEquals(master.bytes(), changed.open("新的".toCharArray()).bytes());
        refused(ErrorCode.WRONG_PASSWORD, changed, "密码");
        var other = RecoveryKey.random(random);
        var printed = changed.withRecovery(master, other, random);
        assertTrue(new String(printed.write(), StandardCharsets.UTF_8).contains(LATER));
        assertArrayEquals(master.bytes(), printed.open(other).bytes());
        assertEquals(
                ErrorCode.WRONG_PASSWORD,
                assertThrows(AppException.class, () -> printed.open(recovery)).code());
    }

    @Test
    void aSecondPasswordOpensToo() {
        var second = Envelope.seal(new UUID(1, 2), 7, master, "另一个".toCharArray(), recovery, Argon2.Cost.TRIAL, random);
        var wrap = JsonValue.parse(second.write()).list("wraps").get(0).canonical();
        var both = Envelope.read(withMember(wrap));
        assertArrayEquals(master.bytes(), both.open("另一个".toCharArray()).bytes());
        assertArrayEquals(master.bytes(), both.open("密码".toCharArray()).bytes());
    }

    @Test
    void aListChangedByHandIsDamage() {
        var text = new String(envelope.write(), StandardCharsets.UTF_8);
        refused(
                ErrorCode.FILE_DAMAGED,
                Envelope.read(
                        text.replace("\"wraps\":[", "\"wraps\":[" + LATER + ",").getBytes(StandardCharsets.UTF_8)),
                "密码");
    }

    private static void refused(ErrorCode code, Envelope envelope, String password) {
        assertEquals(
                code,
                assertThrows(AppException.class, () -> envelope.open(password.toCharArray()))
                        .code());
    }

    /** The envelope as a later program writes it, with one more way at the end and the check over all. */
    private byte[] withMember(String wrap) {
        var text = new String(envelope.write(), StandardCharsets.UTF_8);
        var more = text.replace("}]}", "}," + wrap + "]}");
        var json = JsonValue.parse(more.getBytes(StandardCharsets.UTF_8)).plainMembers();
        json.remove("check");
        var bare = CanonicalJson.write(json).getBytes(StandardCharsets.UTF_8);
        json.put("check", HexFormat.of().formatHex(Hkdf.hmac(master.derive(MasterKey.Purpose.ENVELOPE), bare)));
        return CanonicalJson.write(json).getBytes(StandardCharsets.UTF_8);
    }
}
