package xindang.persistence.ledger;

import java.nio.ByteBuffer;
import java.util.Arrays;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

/** Reassembles entries that were split into frames. */
final class Assembler {
    static final int HEAD = 5;

    private final Ledger.Visitor visitor;
    private byte[] remaining = new byte[0];

    Assembler(Ledger.Visitor visitor) {
        this.visitor = visitor;
    }

    void take(byte[] plain) {
        var bytes = plain;
        if (remaining.length > 0) {
            bytes = Arrays.copyOf(remaining, remaining.length + plain.length);
            System.arraycopy(plain, 0, bytes, remaining.length, plain.length);
        }
        var at = 0;
        while (bytes.length - at >= HEAD) {
            var length = ByteBuffer.wrap(bytes).getInt(at + 1);
            if (length < 0 || length > Ledger.LARGEST_ENTRY) {
                throw damaged();
            }
            if (bytes.length - at - HEAD < length) {
                break;
            }
            visitor.entry(bytes[at], Arrays.copyOfRange(bytes, at + HEAD, at + HEAD + length));
            at += HEAD + length;
        }
        remaining = Arrays.copyOfRange(bytes, at, bytes.length);
    }

    void commit(LedgerPosition mark) {
        if (remaining.length > 0) {
            throw damaged();
        }
        visitor.committed(mark);
    }

    private static AppException damaged() {
        return new AppException(ErrorCode.FILE_DAMAGED, "entries in " + Ledger.NAME, Ledger.NAME);
    }
}
