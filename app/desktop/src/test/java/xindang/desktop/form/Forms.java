package xindang.desktop.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import xindang.desktop.Bench;
import xindang.model.keeping.Drafts;
import xindang.model.law.ConsentRow;
import xindang.model.practice.Invented;
import xindang.model.practice.InventedPerson;

/** Opens forms over an archive in memory, for tests of the stored data. */
final class Forms {
    private static final long SEED = 7L;

    private final Bench bench;
    private final Drafts drafts;
    private final Invented invented = new Invented(SEED, LocalDate.now(Bench.CLOCK));

    Forms(Bench bench) {
        this(bench, bench.drafts);
    }

    Forms(Bench bench, Drafts drafts) {
        this.bench = bench;
        this.drafts = drafts;
    }

    FormViewModel open(UUID id) {
        var opened = new ArrayList<FormViewModel>();
        FormViewModel.open(bench.desk(), bench.office(), drafts, id, opened::add);
        assertEquals(List.of(), bench.dialogs.failures);
        return opened.get(0);
    }

    FormViewModel begin(String kind) {
        var begun = new ArrayList<FormViewModel>();
        FormViewModel.begin(bench.desk(), bench.office(), drafts, kind, "230184101201", begun::add);
        return begun.get(0);
    }

    /** Returns the form of a new record with a name and a number. */
    FormViewModel begun() {
        var form = begin("household");
        var person = person();
        type(form, "head.name", person.name().toString());
        type(form, "head.number", person.number().toString());
        return form;
    }

    /** Returns a new invented person at each call. */
    InventedPerson person() {
        return invented.person(30, 60);
    }

    static void type(FormViewModel form, String path, String text) {
        form.value(path).set(text);
        form.leave(path);
    }

    /** Records an act of today on some items. It must be accepted. */
    static void consent(FormViewModel form, String kind, String items) {
        var day = form.today().toString();
        var row = Map.of("noticeAt", kind.equals(ConsentRow.SIGNED) ? day : "", "signedAt", day, "blocks", items);
        var answers = new ArrayList<Saver.Written>();
        form.acts.record(kind, row, written -> written.ifPresent(answers::add));
        assertEquals(Map.of(), answers.get(0).wrong());
    }
}
