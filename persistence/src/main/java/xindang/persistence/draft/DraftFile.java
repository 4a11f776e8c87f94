package xindang.persistence.draft;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import xindang.model.archive.DraftStore;
import xindang.model.archive.Unsaved;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.json.CanonicalJson;
import xindang.model.json.JsonValue;
import xindang.persistence.disk.ArchiveFinding;
import xindang.persistence.disk.AtomicFile;
import xindang.persistence.disk.Bytes;
import xindang.persistence.disk.Disk;
import xindang.persistence.disk.Failures;
import xindang.persistence.disk.FileHead;
import xindang.persistence.keys.Aead;

/**
 * The file {@code drafts.xdd}: head, nonce, and the unsaved texts of all records as one encrypted JSON text. Each write
 * replaces the whole file. The file is deleted when there is no unsaved text. An unreadable file is moved aside and
 * does not stop the opening of the archive.
 */
public final class DraftFile implements DraftStore {
    public static final String NAME = "drafts.xdd";
    private static final String MAGIC = "XDDRAF\r\n";
    private static final int VERSION = 1;
    private static final String LEFT = "left";
    private static final String TYPING = "typing";

    private final Disk disk;
    private final Path file;
    private final byte[] head;
    private final Bytes key;
    private final SecureRandom random;
    private final Aead aead = new Aead();
    private final List<ArchiveFinding> findings = new ArrayList<>();
    private Map<String, Unsaved> drafts = Map.of();

    private DraftFile(Disk disk, Path folder, UUID archive, Bytes key, SecureRandom random) {
        this.disk = disk;
        this.key = key;
        this.random = random;
        file = folder.resolve(NAME);
        head = FileHead.of(MAGIC, VERSION, archive);
    }

    /**
     * Opens the unsaved texts of an archive. A missing file means that there are none.
     *
     * @param now milliseconds, for the name of a file that is moved aside
     */
    public static DraftFile open(Disk disk, Path folder, UUID archive, Bytes key, SecureRandom random, long now) {
        var opened = new DraftFile(disk, folder, archive, key, random);
        try {
            // The leftover of an interrupted write.
            Files.deleteIfExists(opened.next());
            if (Files.exists(opened.file)) {
                opened.drafts = opened.read(archive);
            }
        } catch (AppException | IOException e) {
            opened.moveAside(now);
        }
        return opened;
    }

    /** Returns the findings of the opening. */
    public List<ArchiveFinding> findings() {
        return List.copyOf(findings);
    }

    @Override
    public synchronized Map<String, Unsaved> all() {
        return drafts;
    }

    @Override
    public synchronized void keep(String place, Unsaved unsaved) {
        var next = new TreeMap<>(drafts);
        if (unsaved.isEmpty()) {
            next.remove(place);
        } else {
            next.put(place, unsaved);
        }
        if (next.equals(drafts)) {
            return;
        }
        try {
            if (next.isEmpty()) {
                Files.deleteIfExists(file);
                AtomicFile.syncFolder(file);
            } else {
                AtomicFile.write(disk, file, sealed(next));
            }
        } catch (IOException e) {
            throw Failures.of("write " + NAME, e);
        }
        drafts = Map.copyOf(next);
    }

    private byte[] sealed(Map<String, Unsaved> written) {
        var json = new TreeMap<String, Object>();
        written.forEach((place, unsaved) -> json.put(place, Map.of(LEFT, unsaved.left(), TYPING, unsaved.typing())));
        var plain = CanonicalJson.write(json).getBytes(StandardCharsets.UTF_8);
        var nonce = new byte[Aead.NONCE];
        random.nextBytes(nonce);
        var sealed = aead.seal(key.array(), nonce, head, plain, plain.length);
        return ByteBuffer.allocate(head.length + nonce.length + sealed.length)
                .put(head)
                .put(nonce)
                .put(sealed)
                .array();
    }

    private Map<String, Unsaved> read(UUID archive) throws IOException {
        try (var channel = disk.open(file, StandardOpenOption.READ)) {
            FileHead.check(channel, NAME, MAGIC, VERSION, archive);
        }
        var bytes = Files.readAllBytes(file);
        var start = FileHead.SIZE + Aead.NONCE;
        if (bytes.length < start + Aead.TAG) {
            throw new AppException(ErrorCode.FILE_DAMAGED, NAME + " is too short", NAME);
        }
        var nonce = java.util.Arrays.copyOfRange(bytes, FileHead.SIZE, start);
        var plain = Aead.open(key.array(), nonce, head, bytes, start, bytes.length - start);
        var found = new TreeMap<String, Unsaved>();
        JsonValue.parse(plain)
                .members()
                .forEach((place, draft) -> found.put(place, new Unsaved(texts(draft, LEFT), texts(draft, TYPING))));
        return Map.copyOf(found);
    }

    private static Map<String, String> texts(JsonValue draft, String name) {
        var texts = new TreeMap<String, String>();
        draft.at(name).members().forEach((path, text) -> texts.put(path, text.text()));
        return texts;
    }

    private void moveAside(long now) {
        var aside = file.resolveSibling("aside-" + now + "-" + NAME);
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            AtomicFile.syncFolder(file);
        } catch (IOException e) {
            // The file stays, and the next write replaces it. The archive opens in any case.
            aside = file;
        }
        findings.add(ArchiveFinding.of(
                "drafts.damaged",
                ArchiveFinding.Severity.NOTE,
                aside.getFileName().toString()));
    }

    private Path next() {
        return file.resolveSibling(NAME + ".next");
    }
}
