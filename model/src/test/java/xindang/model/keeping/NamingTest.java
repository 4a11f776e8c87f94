package xindang.model.keeping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.common.Ids;
import xindang.model.region.Divisions;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.testing.InMemoryArchiveStore;

class NamingTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-18T02:00:00Z"), ZoneOffset.UTC);
    private static final ShippedTemplates TEMPLATES = ShippedTemplates.load();

    private final InMemoryArchiveStore store = new InMemoryArchiveStore("XD-TEST-01", TEMPLATES, CLOCK);
    private final Archives archives =
            new Archives(store, TEMPLATES, Divisions.harbin(), new Ids(CLOCK, new Random(7)), CLOCK);
    private final Naming naming = new Naming(store, TEMPLATES);

    @Test
    void namesASubjectAndWhatIsAboutIt() {
        var typed = Map.of("head.name", "周海山", "head.number", "230112199001011233");
        var saved = archives.create("household", "230113107200", typed, "张敏");
        var record = saved.get().changes().get(0).record();
        archives.log(record, Archives.Use.PRINT, "贷前调查", "", "张敏");
        var query = store.about(record, "query", 1).get(0).id();

        assertEquals(Optional.of("周海山"), naming.subject(record));
        assertEquals(Optional.of("周海山"), naming.subject(query));
        assertEquals(Optional.of("备注"), naming.item(record, "file.note"));
        assertEquals(Optional.of("家庭成员 · 姓名"), naming.item(record, "family.members.m1.name"));
        assertEquals(Optional.empty(), naming.item(record, "head.shoeSize"));
        assertEquals(Optional.empty(), naming.item(record, ""));
        assertEquals(Optional.empty(), naming.subject(UUID.randomUUID()));
    }
}
