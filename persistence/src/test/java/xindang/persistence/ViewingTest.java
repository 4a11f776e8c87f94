package xindang.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.RecordFilter;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Ids;
import xindang.model.keeping.Archives;
import xindang.model.practice.Invented;
import xindang.model.region.Divisions;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.text.Sentences;
import xindang.persistence.keys.Argon2;
import xindang.persistence.opening.OpenArchive;

/** A record is shown only after its view is in the query log; where nothing can be written, it is not shown. */
class ViewingTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-18T06:32:08Z"), ZoneId.of("Asia/Shanghai"));
    private static final String PASSWORD = "a long password";
    private static final ShippedTemplates TEMPLATES = ShippedTemplates.load();

    @TempDir
    Path folder;

    @Test
    void whereNothingCanBeWrittenThePersonReadsWhyNothingIsShown() {
        var setup = new Workspace.Setup("230184101000", "王海燕", "LL-03", Argon2.Cost.TRIAL);
        try (var workspace = Workspace.create(folder, setup, PASSWORD.toCharArray(), TEMPLATES, CLOCK)
                .workspace()) {
            var person = new Invented(7, LocalDate.now(CLOCK)).person(30, 60);
            var known = Map.of(
                    "head.name", person.name().toString(),
                    "head.number", person.number().toString());
            archives(workspace)
                    .create("household", "230184101201", known, "王海燕")
                    .get();
        }
        var steps = new Opened.Steps(
                TEMPLATES, CLOCK, envelope -> envelope.open(PASSWORD.toCharArray()), OpenArchive::open);
        try (var workspace = ReadOnlyArchive.open(folder, steps, "folder.reading")) {
            var id = workspace
                    .archives()
                    .list(RecordFilter.all("household"), RecordFilter.Window.first(1))
                    .items()
                    .get(0)
                    .id();
            var refused =
                    assertThrows(AppException.class, () -> archives(workspace).view(id, "核对", "王海燕"));
            assertEquals(ErrorCode.NOT_WRITTEN, refused.code());
            assertEquals(List.of(folder.toString(), "query"), refused.args());
            var sentence = Sentences.chinese().of(refused);
            assertTrue(sentence.startsWith(folder.toString()) && sentence.contains("查询记录"), sentence);
            assertTrue(sentence.contains("复制"), sentence);
        }
    }

    private static Archives archives(Workspace workspace) {
        return new Archives(workspace.archives(), TEMPLATES, Divisions.harbin(), new Ids(CLOCK, new Random(7)), CLOCK);
    }
}
