package xindang.persistence.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.json.CanonicalJson;
import xindang.model.json.JsonValue;

/**
 * The envelope {@code archive.json}, the only file of an archive that is readable without a password. It contains the
 * master key, encrypted once for the password and once for the recovery key, and no personal data. Key wraps of later
 * program versions are kept unchanged.
 *
 * <p>In version 2, the password and the recovery key were separate members. When the program opens an archive with
 * version 2, it writes the envelope as version 3.
 */
public final class Envelope {
    public static final int VERSION = 3;
    private static final int FORMER = 2;
    private static final String FORMAT = "xindang archive";
    private static final HexFormat HEX = HexFormat.of();

    private final int version;
    private final UUID archive;
    private final int schema;
    private final List<KeyWrap> wraps;
    private final String check;

    private Envelope(int version, UUID archive, int schema, List<KeyWrap> wraps, String check) {
        this.version = version;
        this.archive = archive;
        this.schema = schema;
        this.wraps = List.copyOf(wraps);
        this.check = check;
    }

    public static Envelope seal(
            UUID archive,
            int schema,
            MasterKey master,
            char[] password,
            RecoveryKey recovery,
            Argon2.Cost cost,
            SecureRandom random) {
        return of(
                archive,
                schema,
                List.of(
                        KeyWrap.Password.of(master, archive, password, cost, random),
                        KeyWrap.Recovery.of(master, archive, recovery, random)),
                master);
    }

    /** Returns the id of the archive, which is also in the heads of its other files. */
    public UUID archive() {
        return archive;
    }

    /** Returns the version of the tables in the database file. */
    public int schema() {
        return schema;
    }

    /** Returns true if the file has the present version. */
    public boolean isNewest() {
        return version == VERSION;
    }

    /** Returns this envelope with another password. Other wraps stay. */
    public Envelope withPassword(MasterKey master, char[] password, Argon2.Cost cost, SecureRandom random) {
        var wrap = KeyWrap.Password.of(master, archive, password, cost, random);
        return with(master, KeyWrap.Password.class::isInstance, wrap);
    }

    /** Returns this envelope with another recovery key. The earlier recovery key becomes invalid. */
    public Envelope withRecovery(MasterKey master, RecoveryKey recovery, SecureRandom random) {
        return with(master, KeyWrap.Recovery.class::isInstance, KeyWrap.Recovery.of(master, archive, recovery, random));
    }

    /** Returns this envelope in the present version, for tables of the given version. */
    public Envelope withSchema(MasterKey master, int tables) {
        return of(archive, tables, wraps, master);
    }

    private Envelope with(MasterKey master, Predicate<KeyWrap> replaced, KeyWrap by) {
        var kept = Stream.concat(Stream.of(by), wraps.stream().filter(replaced.negate()));
        return of(archive, schema, kept.toList(), master);
    }

    /**
     * Returns the master key.
     *
     * @throws AppException WRONG_PASSWORD
     */
    public MasterKey open(char[] password) {
        return open(KeyWrap.Password.class, wrap -> wrap.open(archive, password));
    }

    /**
     * Returns the master key.
     *
     * @throws AppException WRONG_PASSWORD if the recovery key belongs to another archive
     */
    public MasterKey open(RecoveryKey recovery) {
        return open(KeyWrap.Recovery.class, wrap -> wrap.open(archive, recovery));
    }

    /** Returns the key from the first wrap of this kind that can be opened. */
    private <W extends KeyWrap> MasterKey open(Class<W> way, Function<W, byte[]> opening) {
        Optional<AppException> failure = Optional.empty();
        for (var wrap : wraps) {
            if (way.isInstance(wrap)) {
                try {
                    return verified(new MasterKey(opening.apply(way.cast(wrap))));
                } catch (AppException e) {
                    if (e.code() != ErrorCode.WRONG_PASSWORD) {
                        throw e;
                    }
                    failure = Optional.of(e);
                }
            }
        }
        throw failure.orElseGet(() -> new AppException(ErrorCode.WRONG_PASSWORD, "archive.json has no such way"));
    }

    private MasterKey verified(MasterKey master) {
        var expected = code(master).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, check.getBytes(StandardCharsets.UTF_8))) {
            throw new AppException(ErrorCode.FILE_DAMAGED, "archive.json was changed by hand", "archive.json");
        }
        return master;
    }

    public byte[] write() {
        var json = json();
        json.put("check", check);
        return CanonicalJson.write(json).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads the file.
     *
     * @throws AppException UNREADABLE if it is not such a file, NEWER_VERSION if a later program wrote it,
     *     OLDER_VERSION if an early program wrote it with AES-GCM
     */
    public static Envelope read(byte[] bytes) {
        var json = JsonValue.parse(bytes);
        if (!json.isObject() || !json.text("format", "").equals(FORMAT)) {
            throw new AppException(ErrorCode.UNREADABLE, "no archive.json of an archive");
        }
        var version = json.number("version");
        if (version < FORMER) {
            throw new AppException(ErrorCode.OLDER_VERSION, "archive.json of version " + version);
        }
        if (version > VERSION) {
            throw new AppException(ErrorCode.NEWER_VERSION, "archive.json of version " + version);
        }
        try {
            return new Envelope(
                    (int) version,
                    UUID.fromString(json.text("archive")),
                    Math.toIntExact(json.number("schema")),
                    version == FORMER ? former(json) : wraps(json),
                    json.text("check"));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new AppException(ErrorCode.UNREADABLE, "archive.json", e);
        }
    }

    private static List<KeyWrap> wraps(JsonValue json) {
        var wraps = new ArrayList<KeyWrap>();
        json.list("wraps").forEach(wrap -> wraps.add(KeyWrap.read(wrap)));
        return wraps;
    }

    private static List<KeyWrap> former(JsonValue json) {
        return List.of(
                new KeyWrap.Password(KeyWrap.argon2(json.at("argon2id")), KeyWrap.Sealed.read(json.at("password"))),
                new KeyWrap.Recovery(KeyWrap.Sealed.read(json.at("recovery"))));
    }

    private static Envelope of(UUID archive, int schema, List<KeyWrap> wraps, MasterKey master) {
        var bare = new Envelope(VERSION, archive, schema, wraps, "");
        return new Envelope(VERSION, archive, schema, wraps, bare.code(master));
    }

    private String code(MasterKey master) {
        var text = CanonicalJson.write(json()).getBytes(StandardCharsets.UTF_8);
        return HEX.formatHex(Hkdf.hmac(master.derive(MasterKey.Purpose.ENVELOPE), text));
    }

    private Map<String, Object> json() {
        var json = new TreeMap<String, Object>();
        json.put("format", FORMAT);
        json.put("version", version);
        json.put("archive", archive.toString());
        json.put("schema", schema);
        if (version == FORMER) {
            for (var wrap : wraps) {
                if (wrap instanceof KeyWrap.Password password) {
                    json.put("argon2id", KeyWrap.Password.json(password.argon2()));
                    json.put("password", password.key().json());
                } else if (wrap instanceof KeyWrap.Recovery recovery) {
                    json.put("recovery", recovery.key().json());
                }
            }
        } else {
            json.put("wraps", wraps.stream().map(KeyWrap::json).toList());
        }
        return json;
    }
}
