package xindang.model.wire;

import java.security.MessageDigest;
import xindang.model.archive.Change;
import xindang.model.common.Digest;

/** Computes {@link ChangeJson#digest} for many changes, one after the other. Not safe for several threads. */
public final class ChangeDigest {
    private final CanonicalChange json = new CanonicalChange();
    private final MessageDigest sha = Digest.sha256();

    public String of(Change change) {
        var bytes = json.write(change);
        sha.update(bytes, 0, json.length());
        return Digest.hex(sha.digest());
    }
}
