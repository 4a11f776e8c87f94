package xindang.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Change;
import xindang.model.archive.RecordFilter;
import xindang.model.archive.RecordSummary;
import xindang.model.common.AppException;
import xindang.model.common.Progress;
import xindang.model.rating.RatingForms;
import xindang.model.rating.Ratings;
import xindang.model.wire.ChangeJson;

/** An office with a later version of the program among offices with this one, on the real platform. */
class NewerChangeTest extends OfficesOnDisk {
    private static final String SECRET = "一张没人认得的签名";

    NewerChangeTest() {
        super(71);
    }

    @Test
    void whatALaterVersionWroteIsMarkedAndNeitherShownNorFoundNorRated() {
        var newer = office("LL-09-a009");
        var here = office("LL-01-a001");
        var person = village.household(newer, "王德才");
        var plain = village.household(newer, "李桂芝");
        sync(newer);
        sync(here);
        assertFalse(line(here, person).partlySealed());
        assertFalse(record(here, person));

        later(newer, person);
        sync(here);

        assertTrue(record(here, person));
        assertFalse(record(here, plain));
        assertTrue(line(here, person).partlySealed());
        assertFalse(line(here, plain).partlySealed());
        assertEquals("13800000000", here.content(person).text("head.phone"));
        assertFalse(here.content(person).asMap().toString().contains(SECRET));
        assertEquals(0, found(here, "13911112222").size());
        assertEquals(
                List.of(person),
                found(here, "王德才").stream().map(RecordSummary::id).toList());
        var ratings = ratings(here);
        assertEquals(
                "rating.sealed",
                assertThrows(AppException.class, () -> ratings.rate(person, "张敏"))
                        .args()
                        .get(0));
        var rated = ratings.rateRegion(ratings.form("household"), "", "张敏", Progress.NONE);
        assertEquals(1, rated.done());
        assertEquals(1, rated.sealed());
        assertFalse(rated.cancelled());
        assertEquals(List.of(), here.archives().about(person, Ratings.TYPE, 1));
        assertEquals(1, here.archives().about(plain, Ratings.TYPE, 1).size());
        village.edit(here, person, "file.group", "五组");
        sync(here);
        assertTrue(record(here, person), "it stays so after an edit");
        assertEquals("五组", here.content(person).text("file.group"));
        assertEquals(List.of(), here.check());
    }

    /** The platform lost it, and the office that wrote it is not there any more: one that cannot read it hands it on. */
    @Test
    void itIsHandedOnByteForByteToAThirdOffice() {
        var newer = office("LL-09-a009");
        var here = office("LL-01-a001");
        var person = village.household(newer, "王德才");
        sync(newer);
        sync(here);
        keepPlatform();
        var text = later(newer, person);
        sync(here);
        setPlatformBack();

        sync(here);

        var third = office("LL-02-b002");
        sync(third);
        assertEquals(List.of(text), sealed(third, person));
        assertTrue(record(third, person));
        assertTrue(line(third, person).partlySealed());
        assertEquals(List.of(text), sealed(here, person));
    }

    /** A change of the next format with a signature, which changes the phone as well; sent by the office. */
    private String later(ArchiveOffice office, UUID person) {
        village.edit(office, person, "head.phone", "13911112222");
        var store = new LaterStore(office.exchange(), text -> text.replace(
                        ",\"format\":" + Change.FORMAT + ",", ",\"format\":" + (Change.FORMAT + 1) + ",")
                .replaceFirst("\\{", "{\"aSignature\":{\"words\":\"" + SECRET + "\"},"));
        new SyncEngine(store, village.http, village.clock).sync(Progress.NONE);
        return store.last();
    }

    private static List<String> sealed(ArchiveOffice office, UUID person) {
        return office.history(person).stream()
                .filter(Change::isSealed)
                .map(ChangeJson::write)
                .toList();
    }

    private static boolean record(ArchiveOffice office, UUID person) {
        return office.archives().find(person).orElseThrow().isPartlySealed();
    }

    private static RecordSummary line(ArchiveOffice office, UUID person) {
        return found(office, "").stream()
                .filter(item -> item.id().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private static List<RecordSummary> found(ArchiveOffice office, String text) {
        return office.archives()
                .list(RecordFilter.all("household").matching(text), RecordFilter.Window.first(10))
                .items();
    }

    private Ratings ratings(ArchiveOffice office) {
        return new Ratings(office.archives(), Village.TEMPLATES, RatingForms.shipped(), village.ids, Clock.systemUTC());
    }
}
