package xindang.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.common.AppException;
import xindang.model.common.Progress;
import xindang.model.json.CanonicalJson;
import xindang.model.json.JsonValue;
import xindang.model.testing.Office;

/** The platform gives out a key for encryption, and nobody between puts another in its place. */
class SealingKeyTest {
    private static final String DEVICE = "LL-01-a001";

    @TempDir
    Path data;

    private Village village;
    private RewritingProxy proxy;

    @BeforeEach
    void start() {
        village = new Village(data, 41);
        proxy = new RewritingProxy(village.platform().address());
    }

    @AfterEach
    void stop() {
        proxy.close();
        village.close();
    }

    @Test
    void aKeyWithANullIsNoKeyAndNoFailure() {
        for (var text : List.of(
                "null",
                "[]",
                "",
                "{}",
                "{\"kty\":null}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"use\":\"enc\",\"x\":null,\"y\":null}")) {
            assertFalse(DeviceKey.isForEncryption(text), text);
            assertEquals(Optional.empty(), DeviceKey.generate().verified("JWT", text + "." + text + "." + text));
        }
        assertEquals(Optional.empty(), DeviceKey.generate().verified("JWT", "bnVsbA.bnVsbA.bnVsbA"));
    }

    @Test
    void anEnrolmentGivesOutTheKeyOfThePlatform() throws ParseException {
        var office = village.office(DEVICE);
        village.enrolled(office);

        var member = Membership.find(office.exchange()).orElseThrow();
        var key = ECKey.parse(member.encryptionKey());
        assertEquals(Curve.P_256, key.getCurve());
        assertEquals(KeyUse.ENCRYPTION, key.getKeyUse());
        assertFalse(key.isPrivate());
        assertNotEquals(ECKey.parse(member.platformKey()).getX(), key.getX());
        village.whileStopped(() -> {});
        var other = village.office("LL-02-b002");
        village.enrolled(other);
        assertEquals(member.encryptionKey(), known(other));
    }

    @Test
    void anArchiveThatWasEnrolledBeforeLearnsItAtItsNextExchange() {
        var office = village.office(DEVICE);
        var engine = village.enrolled(office);
        var given = known(office);
        var before = new TreeMap<>(
                JsonValue.parse(office.exchange().setting("exchange.membership").orElseThrow())
                        .plainMembers());
        before.remove("encryptionKey");
        office.exchange().setting("exchange.membership", CanonicalJson.write(before));
        assertEquals("", known(office));

        engine.sync(Progress.NONE);

        assertEquals(given, known(office));
    }

    @Test
    void aKeyOfSomebodyBetweenIsRefusedAtTheEnrolment() {
        var office = village.office(DEVICE);
        proxy.rewrite("/enrol", withKey(newKey(KeyUse.ENCRYPTION)));

        assertEquals("exchange.encryption-key", refusal(() -> enrolledThroughProxy(office)));

        assertEquals(Optional.empty(), Membership.find(office.exchange()));
    }

    @Test
    void aKeyOfSomebodyBetweenIsRefusedInTheGreeting() {
        var office = enrolledThroughProxy(village.office(DEVICE));
        var given = known(office);
        proxy.rewrite("/hello", withKey(newKey(KeyUse.ENCRYPTION)));

        assertEquals(
                "exchange.encryption-key", refusal(() -> village.engine(office).sync(Progress.NONE)));

        assertEquals(given, known(office));
    }

    @Test
    void aKeyOfSomebodyBetweenIsRefusedWhenACopyGetsARunOfItsOwn() {
        var office = enrolledThroughProxy(village.office(DEVICE));
        var copy = village.office(DEVICE);
        for (var name : new String[] {"exchange.key", "exchange.membership"}) {
            copy.exchange().setting(name, office.exchange().setting(name).orElseThrow());
        }
        village.household(office, "王德才");
        village.household(copy, "李桂芝");
        village.engine(office).sync(Progress.NONE);
        var given = known(copy);
        proxy.rewrite("/fork", withKey(newKey(KeyUse.ENCRYPTION)));

        assertEquals(
                "exchange.encryption-key", refusal(() -> village.engine(copy).sync(Progress.NONE)));
        assertEquals(given, known(copy));
        proxy.rewrite("", UnaryOperator.identity());
        village.engine(copy).sync(Progress.NONE);

        assertEquals(given, known(copy));
        assertEquals(2, Membership.find(copy.exchange()).orElseThrow().epoch());
    }

    /** A statement for another client of the same platform is no statement for this one. */
    @Test
    void aStatementThatThePlatformSignedForAnotherIsRefused() {
        var first = new ArrayList<String>();
        proxy.rewrite("/enrol", answer -> {
            first.add(JsonValue.parse(answer).text("signed"));
            return answer;
        });
        enrolledThroughProxy(village.office(DEVICE));
        proxy.rewrite("/enrol", with("signed", first.get(0)));

        assertEquals("exchange.encryption-key", refusal(() -> enrolledThroughProxy(village.office("LL-02-b002"))));
    }

    @Test
    void whatThePlatformSignsAsSomethingElseIsNoKeyForEncryption() {
        var office = enrolledThroughProxy(village.office(DEVICE));
        var given = known(office);
        village.whileStopped(() -> platformKey(
                "update setting set content = ? where name = 'encryption-key'",
                newKey(KeyUse.SIGNATURE).toJSONString()));

        assertEquals("exchange.encryption-key", refusal(() -> village.enrolled(village.office("LL-02-b002"))));
        assertEquals("exchange.encryption-key", refusal(() -> moved(office).sync(Progress.NONE)));
        assertEquals(given, known(office));
    }

    /** The platform was put back to a copy of before it had a key for encryption, and made another. */
    @Test
    void anotherKeyThatThePlatformSignedIsTakenOver() {
        var office = village.office(DEVICE);
        village.enrolled(office);
        var given = known(office);
        village.whileStopped(() -> platformKey("delete from setting where name = ?", "encryption-key"));

        moved(office).sync(Progress.NONE);

        assertNotEquals(given, known(office));
        assertTrue(DeviceKey.isForEncryption(known(office)));
    }

    /** The engine of an office whose platform has another port since. */
    private SyncEngine moved(Office office) {
        var setting = office.exchange().setting("exchange.membership").orElseThrow();
        office.exchange()
                .setting(
                        "exchange.membership",
                        with("address", village.platform().address().toString()).apply(setting));
        return village.engine(office);
    }

    private void platformKey(String sql, String value) {
        var url = "jdbc:h2:file:" + data.toAbsolutePath() + "/platform;DATABASE_TO_LOWER=TRUE;USER=platform";
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            assertEquals(1, statement.executeUpdate());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Office enrolledThroughProxy(Office office) {
        village.engine(office)
                .enrol(proxy.address(), village.platform().code(Village.TOWN), Village.TOWN, office.device());
        return office;
    }

    private static String known(Office office) {
        return Membership.find(office.exchange()).orElseThrow().encryptionKey();
    }

    private static String refusal(Runnable exchange) {
        return assertThrows(AppException.class, exchange::run).args().get(0);
    }

    private static UnaryOperator<String> withKey(ECKey key) {
        return with("encryptionKey", key.toPublicJWK().toJSONString());
    }

    private static UnaryOperator<String> with(String name, String value) {
        return message -> {
            var members = new TreeMap<>(JsonValue.parse(message).plainMembers());
            members.put(name, value);
            return CanonicalJson.write(members);
        };
    }

    private static ECKey newKey(KeyUse use) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(use)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
