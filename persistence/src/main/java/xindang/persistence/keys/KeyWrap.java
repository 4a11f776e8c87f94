package xindang.persistence.keys;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.json.JsonValue;
import xindang.persistence.disk.Bytes;

/** The master key of an archive, encrypted under one secret of a person. */
sealed interface KeyWrap {
    HexFormat HEX = HexFormat.of();

    /** Returns the members of this wrap in {@code archive.json}. */
    Map<String, Object> json();

    /** The master key under a password. */
    record Password(Argon2 argon2, Sealed key) implements KeyWrap {
        static final String WAY = "password";

        static Password of(MasterKey master, UUID archive, char[] password, Argon2.Cost cost, SecureRandom random) {
            var argon2 = Argon2.of(cost, random);
            return new Password(argon2, Sealed.of(master, argon2.derive(password), archive, WAY, random));
        }

        byte[] open(UUID archive, char[] password) {
            return key.open(archive, argon2.derive(password), WAY);
        }

        @Override
        public Map<String, Object> json() {
            var json = key.json(WAY);
            json.put("argon2id", json(argon2));
            return json;
        }

        static Map<String, Object> json(Argon2 argon2) {
            return Map.of(
                    "memory", argon2.memory(),
                    "passes", argon2.passes(),
                    "lanes", argon2.lanes(),
                    "salt", HEX.formatHex(argon2.salt().array()));
        }
    }

    /** The master key under the printed recovery key. */
    record Recovery(Sealed key) implements KeyWrap {
        static final String WAY = "recovery";

        static Recovery of(MasterKey master, UUID archive, RecoveryKey recovery, SecureRandom random) {
            return new Recovery(Sealed.of(master, derive(recovery, archive), archive, WAY, random));
        }

        byte[] open(UUID archive, RecoveryKey recovery) {
            return key.open(archive, derive(recovery, archive), WAY);
        }

        private static byte[] derive(RecoveryKey recovery, UUID archive) {
            return Hkdf.derive(
                    recovery.bytes(),
                    archive.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                    "xindang recovery 1");
        }

        @Override
        public Map<String, Object> json() {
            return key.json(WAY);
        }
    }

    /** A wrap of a later program version. It is kept unchanged. */
    record Later(Map<String, Object> json) implements KeyWrap {}

    /** An encrypted master key: nonce and encrypted bytes, bound to the archive and the kind of wrap. */
    record Sealed(Bytes nonce, Bytes bytes) {
        static Sealed of(MasterKey master, byte[] key, UUID archive, String way, SecureRandom random) {
            var nonce = new byte[Aead.NONCE];
            random.nextBytes(nonce);
            var sealed = new Aead().seal(key, nonce, bound(archive, way), master.bytes(), 32);
            return new Sealed(new Bytes(nonce), new Bytes(sealed));
        }

        /**
         * Decrypts the master key.
         *
         * @throws AppException WRONG_PASSWORD if the key is wrong
         */
        byte[] open(UUID archive, byte[] key, String way) {
            try {
                return Aead.open(key, nonce.array(), bound(archive, way), bytes.array(), 0, bytes.array().length);
            } catch (AppException e) {
                throw new AppException(ErrorCode.WRONG_PASSWORD, "the key does not open archive.json by " + way, e);
            }
        }

        Map<String, Object> json() {
            var json = new TreeMap<String, Object>();
            json.put("nonce", HEX.formatHex(nonce.array()));
            json.put("key", HEX.formatHex(bytes.array()));
            return json;
        }

        Map<String, Object> json(String way) {
            var json = json();
            json.put("way", way);
            return json;
        }

        static Sealed read(JsonValue json) {
            var read =
                    new Sealed(new Bytes(HEX.parseHex(json.text("nonce"))), new Bytes(HEX.parseHex(json.text("key"))));
            if (read.nonce.array().length != Aead.NONCE || read.bytes.array().length != 32 + Aead.TAG) {
                throw new AppException(ErrorCode.UNREADABLE, "a wrapped key of the wrong length");
            }
            return read;
        }

        private static byte[] bound(UUID archive, String way) {
            return (archive + " " + way).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        }
    }

    /** Reads one wrap of the list. */
    static KeyWrap read(JsonValue json) {
        return switch (json.text("way")) {
            case Password.WAY -> new Password(argon2(json.at("argon2id")), Sealed.read(json));
            case Recovery.WAY -> new Recovery(Sealed.read(json));
            default -> new Later(json.plainMembers());
        };
    }

    static Argon2 argon2(JsonValue json) {
        return new Argon2(
                Math.toIntExact(json.number("memory")),
                Math.toIntExact(json.number("passes")),
                Math.toIntExact(json.number("lanes")),
                new Bytes(HEX.parseHex(json.text("salt"))));
    }
}
