package xindang.persistence.codec;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import xindang.model.archive.Change;
import xindang.model.common.AppException;
import xindang.model.wire.ChangeJson;
import xindang.persistence.disk.Bytes;
import xindang.persistence.disk.VarBytes;
import xindang.persistence.keys.Aead;
import xindang.persistence.ledger.Entry;

/** Encrypts and decrypts changes with the key of their record. Only one thread may use an instance at a time. */
public final class Sealing {
    private final SecureRandom random;
    private final Vocabulary words;
    private final Understood understood;
    private final Aead aead = new Aead();
    private final VarBytes.Out out = new VarBytes.Out();

    public Sealing(SecureRandom random, Vocabulary words, Understood understood) {
        this.random = random;
        this.words = words;
        this.understood = understood;
    }

    /** Returns a change in the form of the ledger. */
    public Bytes seal(Change change, byte[] secret, Compact.Numbers numbers) {
        Compact.write(out.clear(), change, numbers);
        var nonce = new byte[Aead.NONCE];
        random.nextBytes(nonce);
        var sealed = aead.seal(secret, nonce, bound(change.record(), change.id()), out.array(), out.length());
        var bytes = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, bytes, nonce.length, sealed.length);
        return new Bytes(bytes);
    }

    public Change open(Bytes sealed, UUID record, UUID change, byte[] secret) {
        var bytes = sealed.array();
        var nonce = Arrays.copyOf(bytes, Aead.NONCE);
        var opened = Aead.open(secret, nonce, bound(record, change), bytes, Aead.NONCE, bytes.length - Aead.NONCE);
        var read = Compact.change(opened, record, change, words);
        return Compact.isKeptWhole(opened) ? understood.judged(read) : read;
    }

    /** Returns true if a key opens the change of an entry. */
    public static boolean opens(Entry entry, UUID record, byte[] secret) {
        if (entry instanceof Entry.Saved saved) {
            return opens(saved.sealed(), record, saved.change(), secret);
        }
        return entry instanceof Entry.Pulled pulled && opens(pulled.sealed(), record, pulled.change(), secret);
    }

    private static boolean opens(Bytes sealed, UUID record, UUID change, byte[] secret) {
        var bytes = sealed.array();
        if (secret.length != 32 || bytes.length < Aead.NONCE + Aead.TAG) {
            return false;
        }
        try {
            var nonce = Arrays.copyOf(bytes, Aead.NONCE);
            Aead.open(secret, nonce, bound(record, change), bytes, Aead.NONCE, bytes.length - Aead.NONCE);
            return true;
        } catch (AppException e) {
            return false;
        }
    }

    /** Returns the canonical JSON of a sealed change. */
    public String text(Bytes sealed, UUID record, UUID change, byte[] secret) {
        return ChangeJson.write(open(sealed, record, change, secret));
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
