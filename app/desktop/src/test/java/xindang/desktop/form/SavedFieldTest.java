package xindang.desktop.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import xindang.desktop.Bench;
import xindang.desktop.office.Office;
import xindang.model.archive.ArchiveStore;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.keeping.Archives;
import xindang.model.keeping.Erasures;

/** A save reads the record once, and the form gets the saved content from that save. */
class SavedFieldTest {
    private final Bench bench = new Bench();
    private final Forms forms = new Forms(bench);
    private final AtomicInteger reads = new AtomicInteger();
    private final Office office = counting(bench.office());

    @Test
    void aSavedFieldReadsItsRecordOnce() {
        var id = forms.begun().id();
        var saver = new Saver(office, id, "household", true);

        var written = saver.save(bench.drafts, "230184101201", Map.of("head.phone", "13904512786"));

        assertEquals(1, reads.get());
        assertEquals(bench.store.find(id).orElseThrow().content(), written.now().orElseThrow());
    }

    @Test
    void aFieldWithAWrongOneBesideItReadsItsRecordOnce() {
        var id = forms.begun().id();
        var saver = new Saver(office, id, "household", true);

        var written =
                saver.save(bench.drafts, "230184101201", Map.of("head.phone", "13904512786", "contact.phone2", "12"));

        assertEquals(1, reads.get());
        assertEquals(bench.store.find(id).orElseThrow().content(), written.now().orElseThrow());
        assertEquals("13904512786", written.now().orElseThrow().text("head.phone"));
    }

    @Test
    void aRecordThatWasErasedMeanwhileIsNotBegunAgain() {
        var id = forms.begun().id();
        var saver = new Saver(office, id, "household", true);
        new Erasures(bench.store, bench.drafts, office.templates(), office.ids(), Bench.CLOCK)
                .erase(id, "本人申请", office.user());

        var typed = Map.of(
                "head.name", "王海燕", "head.number", forms.person().number().toString());
        var refused = assertThrows(AppException.class, () -> saver.save(bench.drafts, "230184101201", typed));

        assertEquals(ErrorCode.NOT_FOUND, refused.code());
        assertEquals(true, bench.store.find(id).isEmpty());
    }

    private Office counting(Office of) {
        var store = (ArchiveStore) Proxy.newProxyInstance(
                ArchiveStore.class.getClassLoader(),
                new Class<?>[] {ArchiveStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("find")) {
                        reads.incrementAndGet();
                    }
                    try {
                        return method.invoke(of.store(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return new Office(
                store,
                new Archives(store, of.templates(), of.divisions(), of.ids(), Bench.CLOCK),
                of.ratings(),
                of.exchange(),
                of.templates(),
                of.divisions(),
                of.ids(),
                of.region(),
                of.user());
    }
}
