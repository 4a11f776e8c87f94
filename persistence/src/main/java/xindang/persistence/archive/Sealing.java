package xindang.persistence.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import xindang.model.archive.Change;
import xindang.model.common.Digest;
import xindang.model.json.ChangeJson;
import xindang.persistence.disk.Bytes;
import xindang.persistence.keys.Gcm;

/** Changes under the key of their record: canonical JSON, packed, sealed. Not for several threads at once. */
final class Sealing {
    private final SecureRandom random;
    private final Gcm gcm = new Gcm();
    private final Packing packing;

    Sealing(SecureRandom random, Packing packing) {
        this.random = random;
        this.packing = packing;
    }

    /** A change as the ledger keeps it, and its digest. */
    record Sealed(Bytes bytes, String digest) {}

    Sealed seal(Change change, byte[] secret) {
        var json = ChangeJson.write(change).getBytes(StandardCharsets.UTF_8);
        var nonce = new byte[Gcm.NONCE];
        random.nextBytes(nonce);
        var packed = packing.pack(json);
        var sealed = gcm.seal(secret, nonce, bound(change.record(), change.id()), packed, packed.length);
        var bytes = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, bytes, nonce.length, sealed.length);
        return new Sealed(new Bytes(bytes), Digest.of(json));
    }

    Change open(Bytes sealed, UUID record, UUID change, byte[] secret) {
        return ChangeJson.read(text(sealed, record, change, secret));
    }

    /** The canonical JSON of a sealed change. */
    String text(Bytes sealed, UUID record, UUID change, byte[] secret) {
        var bytes = sealed.array();
        var nonce = Arrays.copyOf(bytes, Gcm.NONCE);
        var packed = gcm.open(secret, nonce, bound(record, change), bytes, Gcm.NONCE, bytes.length - Gcm.NONCE);
        return Packing.unpack(packed);
    }

    private static byte[] bound(UUID record, UUID change) {
        return ByteBuffer.allocate(32)
                .putLong(record.getMostSignificantBits())
                .putLong(record.getLeastSignificantBits())
                .putLong(change.getMostSignificantBits())
                .putLong(change.getLeastSignificantBits())
                .array();
    }
}
