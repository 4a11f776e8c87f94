package xindang.persistence.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xindang.model.common.AppException;
import xindang.model.common.Digest;
import xindang.model.common.ErrorCode;
import xindang.model.exchange.Redacted;
import xindang.model.wire.ExchangeJson;
import xindang.model.wire.RedactedJson;
import xindang.persistence.codec.Sealing;
import xindang.persistence.fold.ChangeTable;
import xindang.persistence.fold.PlacedRuns;
import xindang.persistence.ledger.Entry;
import xindang.persistence.ledger.EntryCodec;

/**
 * Returns the canonical JSON of changes for the platform. A change of an erased record is a {@link Redacted}. A change
 * with withheld values also names its original digest.
 */
final class ChangeTexts {
    private final Connection connection;
    private final Sealing sealing;

    ChangeTexts(Connection connection, Sealing sealing) {
        this.connection = connection;
        this.sealing = sealing;
    }

    /** Returns the own changes of a range in their order. */
    List<String> own(long first, long last) throws SQLException {
        try (var statement = connection.prepareStatement("select c.kind, c.body, r.secret, d.id from entry c"
                + " left join record r on r.no = c.record join device d on d.no = c.device"
                + " where c.device = 0 and c.sequence between ? and ? order by c.sequence")) {
            statement.setLong(1, first);
            statement.setLong(2, last);
            return texts(statement);
        }
    }

    /** Returns the changes that took effect, by position. */
    List<String> placed(int from, int limit) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select kind, body, secret, device from (select c.no, c.kind, c.body, r.secret, d.id device, "
                        + PlacedRuns.POSITION + " position, " + PlacedRuns.VERDICT + " verdict from entry c"
                        + " left join record r on r.no = c.record join device d on d.no = c.device)"
                        + " where position is not null and verdict <> " + ChangeTable.REFUSED
                        + " order by position, no limit ? offset ?")) {
            statement.setInt(1, limit);
            statement.setInt(2, from);
            return texts(statement);
        }
    }

    /** Returns the digest of an own change. The chain continues with it, even if the content was erased. */
    Optional<String> digest(long sequence) throws SQLException {
        try (var statement =
                connection.prepareStatement("select kind, body from entry where device = 0 and sequence = ?")) {
            statement.setLong(1, sequence);
            try (var row = statement.executeQuery()) {
                return row.next()
                        ? EntryCodec.header(row.getByte(1), row.getBytes(2)).map(Entry.ChangeHeader::digest)
                        : Optional.empty();
            }
        }
    }

    /** Whether no own change of a range is missing, as after a loss of a part of the ledger. */
    boolean hasAll(long first, long last) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select count(*) from entry where device = 0 and sequence between ? and ?")) {
            statement.setLong(1, first);
            statement.setLong(2, last);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getLong(1) == last - first + 1;
            }
        }
    }

    private List<String> texts(PreparedStatement statement) throws SQLException {
        var texts = new ArrayList<String>();
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                var entry = EntryCodec.read(row.getByte(1), row.getBytes(2));
                texts.add(text(entry, row.getBytes(3), row.getString(4)));
            }
        }
        return texts;
    }

    /**
     * Returns the JSON of one entry.
     *
     * @param secret null if the record was erased; the JSON then only names the change
     */
    private String text(Entry entry, byte @Nullable [] secret, String device) {
        if (entry instanceof Entry.Erased erased) {
            return erased.json();
        }
        if (secret != null && entry instanceof Entry.Saved saved) {
            return sealing.text(saved.sealed(), saved.record(), saved.change(), secret);
        }
        if (secret != null && entry instanceof Entry.Pulled pulled) {
            var text = sealing.text(pulled.sealed(), pulled.record(), pulled.change(), secret);
            return Digest.of(text).equals(pulled.digest()) ? text : ExchangeJson.marked(text, pulled.digest());
        }
        var header = entry.header()
                .orElseThrow(() -> new AppException(ErrorCode.FILE_DAMAGED, "entry without a change", "archive.mv.db"));
        var maker = header.device().isEmpty() ? device : header.device();
        return RedactedJson.write(
                new Redacted(header.change(), header.record(), maker, header.sequence(), header.digest()));
    }
}
