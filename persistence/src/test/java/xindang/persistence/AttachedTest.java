package xindang.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.Draft;
import xindang.model.archive.FieldChange;
import xindang.persistence.keys.Argon2;

/** Records that name the number of the subject that they are about. */
class AttachedTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);
    private static final String PASSWORD = "村里的密码";
    private static final String OF_WANG = "230113196801011234";
    private static final String OF_LI = "230113197002025678";

    @TempDir
    Path folder;

    private final Village village = new Village(11);

    @Test
    void belongsToTheSubjectThatAppearsWithItsNumber() throws Exception {
        var permit = permit("采砂许可", FieldChange.set("permit.number", OF_WANG));
        var wang = household(OF_WANG);
        var li = household(OF_LI);
        try (var workspace = create()) {
            workspace.archives().save(List.of(permit));
            workspace.archives().save(List.of(wang, li));
            assertEquals(List.of("采砂许可"), titles(workspace, wang.record()));
            assertEquals(List.of(), titles(workspace, li.record()));
            assertEquals(
                    Village.SHUANGQIAO,
                    workspace.archives().find(permit.record()).orElseThrow().region());
            var within = new ArrayList<UUID>();
            workspace.archives().each("permit", Village.SHUANGQIAO, record -> within.add(record.id()));
            assertEquals(List.of(permit.record()), within);
        }
        Files.delete(folder.resolve("archive.mv.db"));
        try (var workspace = open()) {
            assertEquals(List.of("采砂许可"), titles(workspace, wang.record()));
        }
    }

    @Test
    void hasNoPlaceInAnyArchiveUntilItsSubjectIsThere() {
        var permit = permit("采砂许可", FieldChange.set("permit.number", OF_WANG));
        for (var region : List.of(Village.SHUANGQIAO, Village.SHUANGQIAO.substring(0, 6) + "000000")) {
            try (var workspace = create(folder.resolve(region), region)) {
                workspace.archives().save(List.of(permit));
                assertEquals("", region(workspace, permit), region);
                var within = new ArrayList<UUID>();
                workspace.archives().each("permit", "", record -> within.add(record.id()));
                assertEquals(List.of(), within);
                workspace.archives().save(List.of(household(OF_WANG)));
                assertEquals(Village.SHUANGQIAO, region(workspace, permit), region);
            }
        }
    }

    private static String region(Workspace workspace, Draft permit) {
        return workspace.archives().find(permit.record()).orElseThrow().region();
    }

    @Test
    void followsACorrectedNumberAndAnIdNamedLater() throws Exception {
        var permit = permit("采砂许可", FieldChange.set("permit.number", OF_WANG));
        var wang = household(OF_WANG);
        var li = household(OF_LI);
        try (var workspace = create()) {
            workspace.archives().save(List.of(wang, li, permit));
            workspace.archives().save(List.of(edit(permit.record(), "permit.number", Optional.of(OF_WANG), OF_LI)));
            assertEquals(List.of(), titles(workspace, wang.record()));
            assertEquals(List.of("采砂许可"), titles(workspace, li.record()));
            workspace
                    .archives()
                    .save(List.of(edit(
                            permit.record(),
                            "permit.subject",
                            Optional.empty(),
                            wang.record().toString())));
            assertEquals(List.of("采砂许可"), titles(workspace, wang.record()));
            assertEquals(List.of(), titles(workspace, li.record()));
        }
    }

    @Test
    void theNewestOfBothKindsComeFirst() throws Exception {
        var wang = household(OF_WANG);
        try (var workspace = create()) {
            workspace.archives().save(List.of(wang));
            for (var i = 0; i < 6; i++) {
                workspace
                        .archives()
                        .save(List.of(permit(
                                "第 " + i,
                                i % 2 == 0
                                        ? FieldChange.set("permit.number", OF_WANG)
                                        : FieldChange.set(
                                                "permit.subject", wang.record().toString()))));
            }
            assertEquals(
                    List.of("第 5", "第 4", "第 3", "第 2"),
                    titles(workspace, wang.record()).subList(0, 4));
            assertEquals(
                    List.of("第 5"),
                    workspace.archives().about(wang.record(), "permit", 1).stream()
                            .map(record -> record.content().text("permit.title"))
                            .toList());
        }
    }

    private Workspace create() {
        return create(folder, Village.SHUANGQIAO);
    }

    private static Workspace create(Path folder, String region) {
        var setup = new Workspace.Setup(region, "周敏", "LL-03", Argon2.Cost.TRIAL);
        return Workspace.create(folder, setup, PASSWORD.toCharArray(), Village.templates(), CLOCK)
                .workspace();
    }

    private Workspace open() {
        return Workspace.open(folder, PASSWORD.toCharArray(), Village.templates(), CLOCK);
    }

    private static List<String> titles(Workspace workspace, UUID subject) {
        return workspace.archives().about(subject, "permit", 10).stream()
                .map(record -> record.content().text("permit.title"))
                .toList();
    }

    private Draft household(String number) {
        return village.draft(
                village.id(),
                Village.HOUSEHOLD,
                Village.SHUANGQIAO,
                List.of(FieldChange.set("head.name", "曾小明"), FieldChange.set("head.number", number)));
    }

    private Draft permit(String title, FieldChange about) {
        return village.draft(village.id(), Village.PERMIT, "", List.of(FieldChange.set("permit.title", title), about));
    }

    private Draft edit(UUID record, String path, Optional<String> before, String after) {
        return village.draft(record, Village.PERMIT, "", List.of(new FieldChange(path, before, Optional.of(after))));
    }
}
