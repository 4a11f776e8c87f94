package xindang.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.Content;
import xindang.model.archive.RecordFilter;
import xindang.model.archive.Unsaved;
import xindang.model.common.Ids;
import xindang.model.json.JsonValue;
import xindang.model.keeping.Archives;
import xindang.model.keeping.Drafts;
import xindang.model.practice.Invented;
import xindang.model.region.Divisions;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.wire.ContentJson;
import xindang.persistence.disk.ArchiveFinding;
import xindang.persistence.draft.DraftFile;
import xindang.persistence.keys.Argon2;
import xindang.persistence.keys.Envelope;
import xindang.persistence.keys.MasterKey;

/** What is typed and not saved lies in one file, and only as far as the law allows. */
class DraftsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-18T06:32:08Z"), ZoneId.of("Asia/Shanghai"));
    private static final String PASSWORD = "a long password";
    private static final ShippedTemplates TEMPLATES = ShippedTemplates.load();
    private static final long SEED = Long.getLong("drafts.seed", 20261118L);
    private static final String FACT = "adverse.items.a1.fact";
    private static final String END = "adverse.items.a1.endsOn";
    private static final Set<String> HOSTILE = Set.of("老伴信基督教", "血型AB型", "二屯 患有糖尿病");
    private static final List<String> LAWFUL = List.of("", "12", "二屯东头", "5万多", "2026-01-05", "病虫害减产");
    private static final List<String> OVER = List.of("2015", "2019-03-01");

    @TempDir
    Path folder;

    private UUID record = new UUID(0, 0);

    @BeforeEach
    void makeAnArchive() {
        var setup = new Workspace.Setup("230184101000", "王海燕", "LL-03", Argon2.Cost.TRIAL);
        try (var workspace = Workspace.create(folder, setup, PASSWORD.toCharArray(), TEMPLATES, CLOCK)
                .workspace()) {
            var person = new Invented(SEED, LocalDate.now(CLOCK)).person(30, 60);
            var known = Map.of(
                    "head.name", person.name().toString(),
                    "head.number", person.number().toString());
            archives(workspace)
                    .create("household", "230184101201", known, "王海燕")
                    .get();
            record = workspace
                    .archives()
                    .list(RecordFilter.all("household"), RecordFilter.Window.first(1))
                    .items()
                    .get(0)
                    .id();
        }
    }

    @Test
    void holdsExactlyWhatIsLawfulAfterEachStepOfTyping() throws IOException, GeneralSecurityException {
        var random = new Random(SEED);
        var typed = new TreeMap<String, String>();
        Map<String, String> expected = Map.of();
        try (var workspace = open()) {
            var ledger = Files.size(folder.resolve("ledger.xdl"));
            for (var step = 0; step < 150; step++) {
                var path = one(random, List.of("head.phone", "head.residence", "finance.deposits", FACT, END));
                var isOver = path.equals(END) && random.nextInt(2) == 0;
                if (random.nextInt(5) == 0) {
                    typed.remove(path);
                } else {
                    var texts = isOver ? OVER : random.nextInt(3) == 0 ? List.copyOf(HOSTILE) : LAWFUL;
                    typed.put(path, one(random, texts));
                }
                var draft = random.nextBoolean() ? new Unsaved(typed, Map.of()) : new Unsaved(Map.of(), typed);

                var refused = workspace.drafts().keep(record.toString(), draft);

                expected = lawful(typed, expected);
                var kept = onDisk().getOrDefault(record.toString(), Map.of());
                assertEquals(expected, kept, "seed " + SEED + " step " + step + " " + typed);
                for (var each : typed.entrySet()) {
                    assertEquals(
                            !each.getValue().equals(expected.get(each.getKey())),
                            refused.containsKey(each.getKey()),
                            "seed " + SEED + " step " + step + " " + each);
                }
            }
            assertEquals(ledger, Files.size(folder.resolve("ledger.xdl")));
            workspace.drafts().keep(record.toString(), Unsaved.NONE);
            assertFalse(Files.exists(folder.resolve(DraftFile.NAME)));
        }
    }

    /** What the law leaves of typed texts, in the words of this test. */
    private static Map<String, String> lawful(Map<String, String> typed, Map<String, String> before) {
        var lawful = new TreeMap<String, String>();
        typed.forEach((path, text) -> {
            var isClosed = (path.equals("finance.deposits") && !text.isEmpty())
                    || (path.startsWith("adverse.items.a1.")
                            && !text.isEmpty()
                            && OVER.contains(typed.getOrDefault(END, "")));
            if (!isClosed && !HOSTILE.contains(text)) {
                lawful.put(path, text);
            } else if (!isClosed && before.containsKey(path)) {
                lawful.put(path, before.get(path));
            }
        });
        return lawful;
    }

    @Test
    void bringsDraftsBackAndForgetsThoseOfAPerson() {
        try (var workspace = open()) {
            workspace.drafts().keep(record.toString(), new Unsaved(Map.of("head.phone", "12"), Map.of()));
            workspace.drafts().keep(Drafts.ofNew("household"), new Unsaved(Map.of(), Map.of("head.name", "那")));
        }
        try (var workspace = open()) {
            assertEquals(
                    Map.of("head.phone", "12"),
                    workspace.drafts().read(record.toString()).left());

            workspace.drafts().forget(record);

            assertEquals(Unsaved.NONE, workspace.drafts().read(record.toString()));
        }
        try (var workspace = open()) {
            assertEquals(Unsaved.NONE, workspace.drafts().read(record.toString()));
            assertEquals(
                    Map.of("head.name", "那"),
                    workspace.drafts().read(Drafts.ofNew("household")).typing());
        }
    }

    @Test
    void takesTheLawfulDraftsOfEarlierBuildsOutOfTheSettings() throws IOException, GeneralSecurityException {
        try (var workspace = open()) {
            workspace
                    .exchange()
                    .setting(
                            "draft." + record,
                            ContentJson.write(Content.of(Map.of("head.phone", "12", "head.residence", "血型AB型"))));
            workspace
                    .exchange()
                    .setting("draft.new:household.typing", ContentJson.write(Content.of(Map.of("head.name", "那"))));
            workspace.exchange().setting("draft.broken", "no JSON");
            workspace.exchange().setting("platform", "https://city.invalid/");
        }
        try (var workspace = open()) {
            assertEquals(
                    Map.of("new:household", Map.of("head.name", "那"), record.toString(), Map.of("head.phone", "12")),
                    onDisk());
            for (var name : List.of("draft." + record, "draft.new:household.typing", "draft.broken")) {
                assertEquals("", workspace.exchange().setting(name).orElse(""), name);
            }
            assertEquals(
                    "https://city.invalid/",
                    workspace.exchange().setting("platform").orElse(""));
        }
    }

    @Test
    void aFileThatCannotBeReadIsPutAside() throws IOException {
        var file = folder.resolve(DraftFile.NAME);
        try (var workspace = open()) {
            workspace.drafts().keep(record.toString(), new Unsaved(Map.of("head.phone", "12"), Map.of()));
        }
        var whole = Files.readAllBytes(file);
        var turned = whole.clone();
        turned[whole.length - 3] ^= 1;
        var newer = whole.clone();
        newer[11] = 9;
        for (var bytes : List.of(
                turned, newer, Arrays.copyOf(whole, 40), Arrays.copyOf(whole, 7), new byte[0], new byte[5000])) {
            Files.write(file, bytes);
            try (var workspace = open()) {
                assertEquals(
                        List.of("drafts.damaged"),
                        workspace.findings().stream().map(ArchiveFinding::code).toList());
                assertTrue(Files.exists(
                        folder.resolve(workspace.findings().get(0).args().get(0))));
                assertFalse(Files.exists(file));
                workspace.drafts().keep(record.toString(), new Unsaved(Map.of("head.phone", "13"), Map.of()));
            }
            try (var workspace = open()) {
                assertEquals(List.of(), workspace.findings());
                assertEquals(
                        Map.of("head.phone", "13"),
                        workspace.drafts().read(record.toString()).left());
            }
        }
    }

    @Test
    void aDraftThatTheLawClosedMeanwhileIsDeletedAtTheOpening() throws IOException, GeneralSecurityException {
        try (var workspace = open()) {
            workspace.drafts().keep(record.toString(), new Unsaved(Map.of(FACT, "贷款逾期", END, "2021-11-18"), Map.of()));
            assertEquals(2, onDisk().getOrDefault(record.toString(), Map.of()).size());
        }
        var tomorrow = Clock.fixed(Instant.parse("2026-11-19T06:32:08Z"), CLOCK.getZone());
        try (var workspace = Workspace.open(folder, PASSWORD.toCharArray(), TEMPLATES, tomorrow)) {
            assertFalse(Files.exists(folder.resolve(DraftFile.NAME)));
            assertEquals(Unsaved.NONE, workspace.drafts().read(record.toString()));
        }
    }

    private Workspace open() {
        return Workspace.open(folder, PASSWORD.toCharArray(), TEMPLATES, CLOCK);
    }

    private static Archives archives(Workspace workspace) {
        return new Archives(
                workspace.archives(), TEMPLATES, Divisions.harbin(), new Ids(CLOCK, new Random(SEED)), CLOCK);
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Reads the file as docs/file-format.md describes it: texts by path, by place. */
    private Map<String, Map<String, String>> onDisk() throws IOException, GeneralSecurityException {
        var file = folder.resolve(DraftFile.NAME);
        var drafts = new TreeMap<String, Map<String, String>>();
        if (!Files.exists(file)) {
            return drafts;
        }
        var bytes = Files.readAllBytes(file);
        byte[] key;
        try (var master = Envelope.read(Files.readAllBytes(folder.resolve("archive.json")))
                .open(PASSWORD.toCharArray())) {
            key = master.derive(MasterKey.Purpose.DRAFTS);
        }
        var cipher = Cipher.getInstance("ChaCha20-Poly1305");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key, "ChaCha20"),
                new IvParameterSpec(Arrays.copyOfRange(bytes, 32, 44)));
        cipher.updateAAD(bytes, 0, 32);
        var text = new String(cipher.doFinal(bytes, 44, bytes.length - 44), StandardCharsets.UTF_8);
        JsonValue.parse(text).members().forEach((place, draft) -> {
            var texts = new TreeMap<String, String>();
            for (var kind : List.of("left", "typing")) {
                draft.at(kind).members().forEach((path, value) -> texts.put(path, value.text()));
            }
            drafts.put(place, texts);
        });
        return drafts;
    }
}
