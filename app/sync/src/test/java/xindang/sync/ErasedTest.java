package xindang.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Erasing;
import xindang.model.archive.FieldChange;
import xindang.model.common.Progress;
import xindang.model.testing.RatingFields;

/** A person is erased in one office; the platform and the other offices follow, and nobody brings them back. */
class ErasedTest extends OfficesOnDisk {
    private static final String NAME = "欧阳靖远";
    private static final String PHONE = "13866667777";

    ErasedTest() {
        super(97);
    }

    @Test
    void platformAndOtherOfficesFollow() {
        var a = office("A");
        var b = office("B");
        var person = village.household(a, NAME);
        var neighbour = village.household(a, "王德才");
        var rating = rating(a, person);
        sync(a);
        sync(b);
        assertTrue(platformSays(NAME));
        assertEquals(NAME, b.content(person).text("head.name"));

        erase(a, person);
        sync(a);
        sync(b);

        assertFalse(platformSays(NAME));
        for (var office : List.of(a, b, fresh("C"))) {
            assertErased(office, person, rating);
            assertEquals("王德才", office.content(neighbour).text("head.name"));
        }
        var again = village.household(b, NAME);
        sync(b);
        sync(a);
        assertEquals(NAME, a.content(again).text("head.name"));
    }

    @Test
    void whatAnotherOfficeChangedMeanwhileIsSetAside() {
        var a = office("A");
        var b = office("B");
        var person = village.household(a, NAME);
        sync(a);
        sync(b);
        erase(a, person);
        sync(a);
        village.edit(b, person, "head.phone", PHONE);
        var rating = rating(b, person);

        var report = sync(b);

        assertEquals(
                List.of("record.erased", "record.erased"),
                report.setAside().stream().map(SyncReport.SetAside::code).toList());
        assertFalse(platformSays(PHONE));
        assertFalse(platformSays(NAME));
        for (var office : List.of(a, b, fresh("C"))) {
            assertErased(office, person, rating);
        }
        village.household(b, "赵国强");
        sync(b);
        assertEquals(0, b.exchange().counts().waiting());
    }

    @Test
    void whatWasNeverSentIsNamedOnly() {
        var a = office("A");
        var person = village.household(a, NAME);
        village.edit(a, person, "head.phone", PHONE);
        erase(a, person);
        var neighbour = village.household(a, "王德才");

        assertEquals(List.of(), sync(a).setAside());

        assertFalse(platformSays(NAME));
        assertFalse(platformSays(PHONE));
        assertErased(a, person);
        var c = fresh("C");
        assertErased(c, person);
        assertEquals("王德才", c.content(neighbour).text("head.name"));
    }

    /** A batch that the platform has under its key is another one once a change of it is erased. */
    @Test
    void anExchangeThatDiedAnywhereBeforeTheErasureGoesOn() {
        var a = office("A");
        village.household(a, "王德才");
        sync(a);
        var people = new ArrayList<UUID>();
        for (var deadly = 0; deadly < 5; deadly++) {
            for (var before : List.of(true, false)) {
                var person = village.household(a, NAME);
                people.add(person);
                var store = new BreakingStore(a.exchange(), deadly, before);
                try {
                    new SyncEngine(store, village.http, village.clock).sync(Progress.NONE);
                } catch (BreakingStore.Death e) {
                    assertTrue(store.steps() > 0);
                }
                erase(a, person);
                sync(a);
            }
        }
        assertFalse(platformSays(NAME));
        var c = fresh("C");
        for (var person : people) {
            assertErased(a, person);
            assertErased(c, person);
        }
    }

    @Test
    void twoOfficesEraseTheSame() {
        var a = office("A");
        var b = office("B");
        var person = village.household(a, NAME);
        sync(a);
        sync(b);
        erase(a, person);
        erase(b, person);
        sync(a);
        assertEquals(List.of(), sync(b).setAside());
        sync(a);
        for (var office : List.of(a, b, fresh("C"))) {
            assertErased(office, person);
        }
    }

    @Test
    void aPlatformThatWasSetBackIsToldAgain() {
        var a = office("A");
        var b = office("B");
        var person = village.household(a, NAME);
        sync(a);
        sync(b);
        keepPlatform();
        erase(a, person);
        sync(a);
        sync(b);
        setPlatformBack();
        assertTrue(platformSays(NAME));

        sync(b);
        sync(a);
        sync(b);

        assertFalse(platformSays(NAME));
        for (var office : List.of(a, b, fresh("C"))) {
            assertErased(office, person);
        }
    }

    @Test
    void anArchiveThatWasSetBackFollowsItsOwnErasure() {
        var a = office("A");
        var before = copyFolder(a, "before");
        a = opened(a.folder());
        var person = village.household(a, NAME);
        sync(a);
        var between = copyFolder(a, "between");
        a = opened(a.folder());
        erase(a, person);
        village.household(a, "王德才");
        sync(a);

        for (var old : List.of(between, before)) {
            close(a);
            Folders.copy(old, a.folder());
            a = opened(a.folder());
            sync(a);
            assertErased(a, person);
            var later = village.household(a, "赵国强");
            sync(a);
            assertEquals("赵国强", fresh("C" + offices.size()).content(later).text("head.name"));
        }
        assertFalse(platformSays(NAME));
    }

    private void assertErased(ArchiveOffice office, UUID... records) {
        for (var record : records) {
            assertTrue(office.content(record).isEmpty());
            assertEquals(List.of(), office.history(record));
            assertEquals(List.of(), office.archives().about(record, "rating", 10));
        }
        assertTrue(office.archives().erased(records[0]).isPresent());
        assertEquals(0, office.exchange().counts().waiting());
        assertEquals(List.of(), office.check());
    }

    private void erase(ArchiveOffice office, UUID record) {
        office.archives()
                .erase(new Erasing(
                        village.ids.next(), record, Village.HOUSEHOLD, "本人要求删除", "张敏", village.clock.instant()));
    }

    private UUID rating(ArchiveOffice office, UUID person) {
        var rating = village.ids.next();
        var fields = new ArrayList<>(RatingFields.of(person));
        fields.add(FieldChange.set("rating.person", NAME));
        office.save(
                List.of(village.draft(rating, Village.TEMPLATES.get("rating").ref(), fields)));
        return rating;
    }

    /** Whether any value of any table of the platform holds a text. */
    private boolean platformSays(String text) {
        var said = new boolean[1];
        whilePlatformIsStopped(() -> said[0] = says(data.resolve("platform"), text));
        return said[0];
    }

    private static boolean says(Path folder, String text) {
        var url = "jdbc:h2:file:" + folder.toAbsolutePath() + "/platform;DATABASE_TO_LOWER=TRUE;USER=platform";
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var row = connection.getMetaData().getTables(null, "public", null, new String[] {"BASE TABLE"})) {
                while (row.next()) {
                    tables.add(row.getString("table_name"));
                }
            }
            assertTrue(tables.contains("history"));
            for (var table : tables) {
                try (var row = statement.executeQuery("select * from \"" + table + "\"")) {
                    while (row.next()) {
                        for (var i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            var value = row.getObject(i);
                            var read = value instanceof byte[] bytes
                                    ? new String(bytes, StandardCharsets.UTF_8)
                                    : String.valueOf(value);
                            if (read.contains(text)) {
                                return true;
                            }
                        }
                    }
                }
            }
            return false;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
