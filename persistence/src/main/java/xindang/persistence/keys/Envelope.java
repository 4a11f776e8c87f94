package xindang.persistence.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.json.CanonicalJson;
import xindang.model.json.JsonValue;
import xindang.persistence.disk.Bytes;

/**
 * {@code archive.json}: all that may be read without the password. It holds the master key twice, wrapped by the password
 * and by the recovery key, and nothing about any person.
 *
 * @param archive id of the archive, in the heads of its other files too
 * @param schema version of the tables in the database file
 */
public record Envelope(UUID archive, int schema, Argon2 argon2, Wrapped byPassword, Wrapped byRecovery, String check) {
    public static final int VERSION = 2;
    private static final String FORMAT = "xindang archive";
    private static final HexFormat HEX = HexFormat.of();

    /** A key sealed under another: nonce and sealed bytes. */
    public record Wrapped(Bytes nonce, Bytes sealed) {}

    public static Envelope seal(
            UUID archive,
            int schema,
            MasterKey master,
            char[] password,
            RecoveryKey recovery,
            Argon2.Cost cost,
            SecureRandom random) {
        var argon2 = Argon2.of(cost, random);
        return new Envelope(
                        archive,
                        schema,
                        argon2,
                        wrap(master, argon2.derive(password), archive, "password", random),
                        wrap(master, recoveryKey(recovery, archive), archive, "recovery", random),
                        "")
                .checked(master);
    }

    /** The same archive behind another password; the recovery key stays. */
    public Envelope withPassword(MasterKey master, char[] password, Argon2.Cost cost, SecureRandom random) {
        var fresh = Argon2.of(cost, random);
        var wrapped = wrap(master, fresh.derive(password), archive, "password", random);
        return new Envelope(archive, schema, fresh, wrapped, byRecovery, "").checked(master);
    }

    /** The same archive behind another recovery key; the one printed before opens nothing any more. */
    public Envelope withRecovery(MasterKey master, RecoveryKey recovery, SecureRandom random) {
        var wrapped = wrap(master, recoveryKey(recovery, archive), archive, "recovery", random);
        return new Envelope(archive, schema, argon2, byPassword, wrapped, "").checked(master);
    }

    public Envelope withSchema(MasterKey master, int version) {
        return new Envelope(archive, version, argon2, byPassword, byRecovery, "").checked(master);
    }

    /**
     * The master key.
     *
     * @throws AppException WRONG_PASSWORD
     */
    public MasterKey open(char[] password) {
        return unwrap(byPassword, argon2.derive(password), "password");
    }

    /**
     * The master key.
     *
     * @throws AppException WRONG_PASSWORD when the key is another archive's
     */
    public MasterKey open(RecoveryKey recovery) {
        return unwrap(byRecovery, recoveryKey(recovery, archive), "recovery");
    }

    public byte[] write() {
        var json = json();
        json.put("check", check);
        return CanonicalJson.write(json).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads the file.
     *
     * @throws AppException UNREADABLE when it is none of ours, NEWER_VERSION when a later program wrote it, OLDER_VERSION when
     *     an early one did, which sealed with AES-GCM
     */
    public static Envelope read(byte[] bytes) {
        var json = JsonValue.parse(bytes);
        if (!json.isObject() || !json.text("format", "").equals(FORMAT)) {
            throw new AppException(ErrorCode.UNREADABLE, "no archive.json of an archive");
        }
        if (json.number("version") < VERSION) {
            throw new AppException(ErrorCode.OLDER_VERSION, "archive.json of version " + json.number("version"));
        }
        if (json.number("version") > VERSION) {
            throw new AppException(ErrorCode.NEWER_VERSION, "archive.json of version " + json.number("version"));
        }
        try {
            var kdf = json.at("argon2id");
            return new Envelope(
                    UUID.fromString(json.text("archive")),
                    Math.toIntExact(json.number("schema")),
                    new Argon2(
                            Math.toIntExact(kdf.number("memory")),
                            Math.toIntExact(kdf.number("passes")),
                            Math.toIntExact(kdf.number("lanes")),
                            new Bytes(HEX.parseHex(kdf.text("salt")))),
                    wrapped(json.at("password")),
                    wrapped(json.at("recovery")),
                    json.text("check"));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new AppException(ErrorCode.UNREADABLE, "archive.json", e);
        }
    }

    private Envelope checked(MasterKey master) {
        return new Envelope(archive, schema, argon2, byPassword, byRecovery, code(master));
    }

    private String code(MasterKey master) {
        var text = CanonicalJson.write(json()).getBytes(StandardCharsets.UTF_8);
        return HEX.formatHex(Hkdf.hmac(master.derive(MasterKey.Purpose.ENVELOPE), text));
    }

    private Map<String, Object> json() {
        var json = new TreeMap<String, Object>();
        json.put("format", FORMAT);
        json.put("version", VERSION);
        json.put("archive", archive.toString());
        json.put("schema", schema);
        json.put(
                "argon2id",
                Map.of(
                        "memory", argon2.memory(),
                        "passes", argon2.passes(),
                        "lanes", argon2.lanes(),
                        "salt", HEX.formatHex(argon2.salt().array())));
        json.put("password", json(byPassword));
        json.put("recovery", json(byRecovery));
        return json;
    }

    private MasterKey unwrap(Wrapped wrapped, byte[] key, String way) {
        byte[] bytes;
        try {
            var sealed = wrapped.sealed().array();
            bytes = Aead.open(key, wrapped.nonce().array(), bound(archive, way), sealed, 0, sealed.length);
        } catch (AppException e) {
            throw new AppException(ErrorCode.WRONG_PASSWORD, "the key does not open archive.json by " + way, e);
        }
        var master = new MasterKey(bytes);
        var expected = code(master).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, check.getBytes(StandardCharsets.UTF_8))) {
            throw new AppException(ErrorCode.FILE_DAMAGED, "archive.json was changed by hand", "archive.json");
        }
        return master;
    }

    private static Wrapped wrap(MasterKey master, byte[] key, UUID archive, String way, SecureRandom random) {
        var nonce = new byte[Aead.NONCE];
        random.nextBytes(nonce);
        var sealed = new Aead().seal(key, nonce, bound(archive, way), master.bytes(), 32);
        return new Wrapped(new Bytes(nonce), new Bytes(sealed));
    }

    private static byte[] recoveryKey(RecoveryKey recovery, UUID archive) {
        return Hkdf.derive(
                recovery.bytes(), archive.toString().getBytes(StandardCharsets.US_ASCII), "xindang recovery 1");
    }

    private static byte[] bound(UUID archive, String way) {
        return (archive + " " + way).getBytes(StandardCharsets.US_ASCII);
    }

    private static Map<String, Object> json(Wrapped wrapped) {
        return Map.of(
                "nonce",
                HEX.formatHex(wrapped.nonce().array()),
                "key",
                HEX.formatHex(wrapped.sealed().array()));
    }

    private static Wrapped wrapped(JsonValue json) {
        var wrapped =
                new Wrapped(new Bytes(HEX.parseHex(json.text("nonce"))), new Bytes(HEX.parseHex(json.text("key"))));
        if (wrapped.nonce().array().length != Aead.NONCE || wrapped.sealed().array().length != 32 + Aead.TAG) {
            throw new AppException(ErrorCode.UNREADABLE, "a wrapped key of the wrong length");
        }
        return wrapped;
    }
}
