package xindang.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.h2.store.fs.encrypt.FileEncrypt;
import org.h2.store.fs.encrypt.FilePathEncrypt;
import xindang.model.common.AppException;
import xindang.persistence.database.Database;
import xindang.persistence.keys.Aead;
import xindang.persistence.keys.Envelope;
import xindang.persistence.keys.MasterKey;

/**
 * All that can be read in a closed archive by whoever has its password, read without the code that wrote it: each value of each
 * table, each page of the database file whether a table uses it or not, each frame of the ledger with what any key in
 * {@code keys.xdk} opens in it, and the drafts.
 */
final class Plain {
    private static final int HEAD = 32;
    private static final int SLOT = 64;

    private final List<String> texts = new ArrayList<>();
    private final Path folder;
    private final MasterKey master;

    private Plain(Path folder, MasterKey master) {
        this.folder = folder;
        this.master = master;
    }

    static List<String> of(Path folder, String password) throws IOException, SQLException {
        var envelope = Envelope.read(Files.readAllBytes(folder.resolve(Envelopes.FIRST)));
        try (var master = envelope.open(password.toCharArray())) {
            var plain = new Plain(folder, master);
            plain.pages();
            plain.ledger();
            plain.drafts();
            Dump.with(folder, password, plain::tables);
            return plain.texts;
        }
    }

    private void tables(java.sql.Statement statement) throws SQLException {
        var names = new ArrayList<String>();
        try (var row =
                statement.executeQuery("select table_name from information_schema.tables where table_schema = 'PUBLIC'"
                        + " or table_schema = 'public'")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        for (var name : names) {
            try (var row = statement.executeQuery("select * from \"" + name + "\"")) {
                while (row.next()) {
                    for (var i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        var value = row.getObject(i);
                        if (value instanceof byte[] bytes) {
                            add(bytes);
                            inflate(bytes);
                        } else {
                            texts.add(String.valueOf(value));
                        }
                    }
                }
            }
        }
    }

    /** The file of the database as it is on the disk, whatever its pages belong to. */
    private void pages() throws IOException {
        var key = master.derive(MasterKey.Purpose.DATABASE);
        var password = HexFormat.of().formatHex(key).toCharArray();
        var file = Database.file(folder.resolve(Database.NAME));
        try (var base = FileChannel.open(file, java.nio.file.StandardOpenOption.READ)) {
            var opened = new FileEncrypt(file.toString(), FilePathEncrypt.getPasswordBytes(password), base);
            var bytes = ByteBuffer.allocate((int) opened.size());
            while (bytes.hasRemaining()) {
                if (opened.read(bytes, bytes.position()) < 0) {
                    break;
                }
            }
            if (!new String(bytes.array(), 0, 2, StandardCharsets.US_ASCII).equals("H:")) {
                throw new AssertionError("the pages were not read");
            }
            add(bytes.array());
        }
    }

    private void ledger() throws IOException {
        var key = master.derive(MasterKey.Purpose.LEDGER);
        var file = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("ledger.xdl")));
        var before = new byte[HEAD];
        file.get(before);
        var head = before;
        before = sha(head);
        var commit = ByteBuffer.allocate(64 << 20);
        while (file.hasRemaining()) {
            var start = file.position();
            var length = file.getInt();
            var bound = new byte[32 + 16];
            System.arraycopy(before, 0, bound, 0, 32);
            System.arraycopy(file.array(), start, bound, 32, 16);
            var nonce = Arrays.copyOfRange(file.array(), start + 16, start + 28);
            commit.put(Aead.open(key, nonce, bound, file.array(), start + 28, length));
            before = Arrays.copyOfRange(file.array(), start + 28 + length, start + 60 + length);
            file.position(start + 64 + length);
        }
        var entries = commit.flip();
        while (entries.hasRemaining()) {
            var kind = entries.get();
            var body = new byte[entries.getInt()];
            entries.get(body);
            add(body);
            if (kind == 2 || kind == 3) {
                changes(kind, body);
            }
        }
    }

    /** Opens what is sealed with every key that still lies anywhere in the file of keys. */
    private void changes(int kind, byte[] bytes) throws IOException {
        var body = ByteBuffer.wrap(bytes);
        if (kind == 3) {
            body.position(9);
        }
        var record = new UUID(body.getLong(), body.getLong());
        body.getLong();
        var change = new UUID(body.getLong(), body.getLong());
        body.position(body.position() + 8 + 32);
        if (kind == 3) {
            body.position(body.getInt() + body.position());
        }
        var sealed = Arrays.copyOfRange(bytes, body.position(), bytes.length);
        for (var key : keys(record)) {
            var bound = ByteBuffer.allocate(32)
                    .putLong(record.getMostSignificantBits())
                    .putLong(record.getLeastSignificantBits())
                    .putLong(change.getMostSignificantBits())
                    .putLong(change.getLeastSignificantBits())
                    .array();
            try {
                add(Aead.open(key, Arrays.copyOf(sealed, 12), bound, sealed, 12, sealed.length - 12));
            } catch (AppException e) {
                // another record's key
            }
        }
    }

    private List<byte[]> keys(UUID record) throws IOException {
        var key = master.derive(MasterKey.Purpose.RECORD_KEYS);
        var file = Files.readAllBytes(folder.resolve("keys.xdk"));
        var archive = ByteBuffer.wrap(file, 12, 16);
        var id = new UUID(archive.getLong(), archive.getLong());
        var found = new ArrayList<byte[]>();
        for (var slot = 0L; (slot + 2) * SLOT <= file.length; slot++) {
            var bound = ByteBuffer.allocate(40)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .putLong(slot)
                    .putLong(record.getMostSignificantBits())
                    .putLong(record.getLeastSignificantBits())
                    .array();
            var at = (int) (slot + 1) * SLOT;
            try {
                found.add(Aead.open(key, Arrays.copyOfRange(file, at, at + 12), bound, file, at + 12, 48));
            } catch (AppException e) {
                // the slot of another record, or an erased one
            }
        }
        return found;
    }

    private void drafts() throws IOException {
        var file = folder.resolve("drafts.xdd");
        if (Files.exists(file)) {
            var bytes = Files.readAllBytes(file);
            var head = Arrays.copyOf(bytes, HEAD);
            add(Aead.open(
                    master.derive(MasterKey.Purpose.DRAFTS),
                    Arrays.copyOfRange(bytes, HEAD, HEAD + 12),
                    head,
                    bytes,
                    HEAD + 12,
                    bytes.length - HEAD - 12));
        }
    }

    private void inflate(byte[] bytes) {
        var inflater = new Inflater();
        try {
            inflater.setInput(bytes);
            var text = new byte[1 << 20];
            var length = inflater.inflate(text);
            add(Arrays.copyOf(text, length));
        } catch (DataFormatException e) {
            // not packed
        } finally {
            inflater.end();
        }
    }

    private void add(byte[] bytes) {
        texts.add(new String(bytes, StandardCharsets.UTF_8));
    }

    private static byte[] sha(byte[] bytes) {
        return xindang.model.common.Digest.sha256().digest(bytes);
    }
}
