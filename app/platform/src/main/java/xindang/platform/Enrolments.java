package xindang.platform;

import static xindang.platform.jooq.Tables.CLIENT;
import static xindang.platform.jooq.Tables.CODE;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import xindang.model.archive.Change;
import xindang.model.common.AppException;
import xindang.model.exchange.Enrolment;
import xindang.model.json.CanonicalJson;
import xindang.model.json.JsonValue;
import xindang.model.law.Gate;
import xindang.model.law.TextDoor;
import xindang.model.wire.ExchangeJson;
import xindang.platform.jooq.tables.records.ClientRecord;

/**
 * Enrols devices. A device that enrols again with a new code, after its archive was restored or its key was lost, gets
 * a new epoch of sequence numbers. Therefore its new changes cannot be confused with its old ones.
 */
final class Enrolments {
    private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");

    private final PlatformDatabase database;
    private final Identity identity;
    private final OneTimeCodes codes;
    private final Clock clock;

    Enrolments(PlatformDatabase database, Identity identity, OneTimeCodes codes, Clock clock) {
        this.database = database;
        this.identity = identity;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * Enrols the device that signed these bytes.
     *
     * @throws Refused if the code, the key, the signature, the name or the region is not acceptable
     */
    String enrol(byte[] body, String signature) {
        var request = request(body);
        var key = Device.publicKey(request.key()).orElseThrow(() -> Refused.of(422, "enrol.key"));
        if (!Device.signed(key, body, signature)) {
            throw Refused.of(401, "request.signature");
        }
        // every change of the device contains this name
        if (!DEVICE.matcher(request.device()).matches()
                || Gate.words(TextDoor.TEXT, request.device()).isPresent()) {
            throw Refused.of(422, "enrol.device");
        }
        if (!OneTimeCodes.isRegion(request.region())) {
            throw Refused.of(422, "enrol.region");
        }
        var hash = OneTimeCodes.hash(request.code());
        var answer = database.write(db -> admit(db, hash, request, key));
        codes.remove(hash);
        return ExchangeJson.write(answer);
    }

    private static Enrolment.Request request(byte[] body) {
        try {
            return ExchangeJson.enrolRequest(JsonValue.parse(new String(body, StandardCharsets.UTF_8)));
        } catch (AppException e) {
            throw Refused.of(400, "request.unreadable");
        }
    }

    private Enrolment.Answer admit(DSLContext db, String hash, Enrolment.Request request, ECKey key) {
        fetch(db, hash);
        var code = db.selectFrom(CODE).where(CODE.HASH.eq(hash)).forUpdate().fetchOne();
        if (code == null) {
            throw Refused.of(403, "enrol.code");
        }
        var thumbprint = thumbprint(key);
        var runs = runs(db, request.device());
        var same = with(runs, thumbprint);
        if (thumbprint.equals(code.getUsedBy()) && same.isPresent()) {
            return answer(Device.of(same.get()));
        }
        if (code.getUsedBy() != null) {
            throw Refused.of(403, "enrol.code-used");
        }
        if (code.getExpiresAt() < clock.millis()) {
            throw Refused.of(403, "enrol.code-expired");
        }
        if (!request.region().startsWith(code.getRegion())) {
            throw Refused.of(403, "enrol.region");
        }
        if (runs.stream().anyMatch(run -> !run.getRegion().startsWith(code.getRegion()))) {
            throw Refused.of(403, "enrol.device-taken");
        }
        code.setUsedBy(thumbprint);
        code.update();
        close(db, request.device(), thumbprint);
        return answer(begin(db, request.device(), request.region(), key, runs));
    }

    /**
     * Gives a copy of an archive its own epoch. The copy keeps the name of the original, uses a new key and gets the
     * next epoch. The original continues unchanged. A repeated request with the same key gets the same answer.
     *
     * @param device the caller, identified by the key that both copies have
     */
    String fork(Device device, byte[] body, String signature) {
        var request = request(body);
        var key = Device.publicKey(request.key()).orElseThrow(() -> Refused.of(422, "enrol.key"));
        if (!Device.signed(key, body, signature)) {
            throw Refused.of(401, "request.signature");
        }
        Enrolment.Answer answer = database.write(db -> {
            var runs = runs(db, device.name());
            return answer(with(runs, thumbprint(key))
                    .map(Device::of)
                    .orElseGet(() -> begin(db, device.name(), device.region(), key, runs)));
        });
        return ExchangeJson.write(answer);
    }

    /** Returns the enrolments under a device name, the newest first. */
    private static List<ClientRecord> runs(DSLContext db, String device) {
        return db.selectFrom(CLIENT)
                .where(CLIENT.DEVICE.eq(device))
                .orderBy(CLIENT.EPOCH.desc())
                .forUpdate()
                .fetch();
    }

    /** Removes the enrolments of a device name that use another key. Archives with the present key continue. */
    private static void close(DSLContext db, String device, String thumbprint) {
        db.deleteFrom(CLIENT)
                .where(CLIENT.DEVICE.eq(device))
                .and(CLIENT.THUMBPRINT.ne(thumbprint))
                .execute();
    }

    private static Optional<ClientRecord> with(List<ClientRecord> runs, String thumbprint) {
        return runs.stream()
                .filter(run -> run.getThumbprint().equals(thumbprint))
                .findFirst();
    }

    private Device begin(DSLContext db, String name, String region, ECKey key, List<ClientRecord> runs) {
        var row = db.newRecord(CLIENT);
        row.setId(UUID.randomUUID());
        row.setDevice(name);
        row.setRegion(region);
        row.setJwk(key.toJSONString());
        row.setThumbprint(thumbprint(key));
        row.setEpoch(runs.isEmpty() ? 1 : runs.get(0).getEpoch() + 1);
        row.setReceived(0L);
        row.setDigest(Change.GENESIS);
        row.setEnrolledAt(clock.millis());
        row.insert();
        return Device.of(row);
    }

    private Enrolment.Answer answer(Device device) {
        return new Enrolment.Answer(
                device.client(),
                device.name(),
                device.epoch(),
                device.region(),
                identity.platform(),
                identity.publicKey(),
                identity.encryptionKey(),
                identity.sign(
                        "enrolment",
                        CanonicalJson.write(Map.of(
                                "client", device.client().toString(),
                                "platform", identity.platform(),
                                "encryptionKey", identity.encryptionKey()))));
    }

    /** Copies a code from its file into the database. */
    private void fetch(DSLContext db, String hash) {
        codes.find(hash).ifPresent(stored -> db.insertInto(CODE, CODE.HASH, CODE.REGION, CODE.EXPIRES_AT)
                .values(hash, stored.region(), stored.expires().toEpochMilli())
                .onConflictDoNothing()
                .execute());
    }

    private static String thumbprint(ECKey key) {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw Refused.of(422, "enrol.key");
        }
    }
}
