package xindang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Draft;
import xindang.model.archive.FieldChange;
import xindang.model.common.Ids;
import xindang.model.json.JsonValue;
import xindang.model.practice.Invented;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.value.OrganisationKind;
import xindang.persistence.Workspace;

/** Tests the inputs of free text on the command line. None accepts forbidden words. */
class WordsTest extends ShellOffice {
    private static final String SICK = "他有糖尿病";

    @Test
    void aForbiddenPurposeShowsNothingAndIsNotLogged() {
        var id = household();
        var refused = shell.json(1, "show", id, "--full", "--purpose", SICK, "--archive", archive);
        assertEquals(List.of("law.forbidden.text.disease"), codes(refused));
        assertEquals(List.of(), purposes(id));
        shell.json(0, "show", id, "--full", "--purpose", "本人查询", "--archive", archive);
        assertEquals(List.of("本人查询"), purposes(id));
    }

    @Test
    void aReportIsForNoForbiddenPurposeReceiverOrIssuer() throws IOException {
        var id = household();
        var out = Files.createDirectory(folder.resolve("out"));
        for (var words : List.of(
                Map.of("--purpose", "给患癌症的户主办贷款"),
                Map.of("--purpose", "本人查询", "--recipient", "信佛的王五"),
                Map.of("--purpose", "本人查询", "--issuer", "血型B型办公室"))) {
            var command =
                    new ArrayList<>(List.of("report", "household", "--id", id, "-o", out + "/", "--audience", "self"));
            words.forEach((option, value) -> command.addAll(List.of(option, value)));
            command.addAll(List.of("--archive", archive));
            var refused = shell.json(1, command.toArray(String[]::new)).list("refused");
            assertTrue(
                    codes(refused.get(0)).stream().anyMatch(code -> code.startsWith("law.forbidden.text.")),
                    shell.out());
        }
        try (var files = Files.list(out)) {
            assertEquals(0, files.count());
        }
        assertEquals(List.of(), purposes(id));
    }

    @Test
    void nobodyIsCalledByAnIllness() {
        var code = shell.run("init", "--region", Roster.TOWN, "--user", "张敏（糖尿病）", "--archive", archive);
        assertEquals(2, code);
        assertTrue(shell.err().contains("糖尿病"), shell.err());
        assertFalse(Files.exists(Path.of(archive)));
    }

    @Test
    void noDeviceIsCalledByAnIllness() {
        var names = Map.of("AIDS-BxingRH", "“aids”", "yigan-HIV", "“yigan、hiv”", "tangniaobing", "“tangniaobing”");
        names.forEach((device, words) -> {
            var code = shell.run(
                    "init", "--region", Roster.TOWN, "--user", "张敏", "--device", device, "--archive", archive);
            assertEquals(2, code, device);
            assertTrue(shell.err().contains(words), shell.err());
            assertFalse(Files.exists(Path.of(archive)), device);
        });
    }

    @Test
    void theKeyOfARowIsNoPlaceForAnIllness() {
        var id = household();
        for (var key : List.of("糖尿病", "tangniaobing")) {
            var path = "family.members." + key + ".relation";
            var refused = shell.json(1, "edit", id, path + "=10", "--archive", archive);
            assertTrue(codes(refused).contains("law.forbidden.text.disease"), () -> codes(refused)
                    .toString());
        }
        shell.json(0, "edit", id, "family.members.m1.name=李强", "family.members.m1.relation=10", "--archive", archive);
    }

    @Test
    void allWordsOfATextAreNamed() {
        var id = household();
        var refused = shell.json(1, "edit", id, "file.note=老人信佛，有糖尿病，查过血型", "--archive", archive);
        assertEquals(List.of("law.forbidden.text.several"), codes(refused));
        for (var word : List.of("信佛", "糖尿病", "血型")) {
            assertTrue(shell.out().contains(word), shell.out());
        }
    }

    @Test
    void theDoctorCountsWhatIsKeptAndQuotesNothing() {
        var id = household();
        shell.json(0, "doctor", "--archive", archive);
        assertFalse(shell.out().contains("words.forbidden"), shell.out());
        keep(id, "file.note", "老人有糖尿病");
        keep(id, "family.members.m1.note", "信佛");
        shell.json(0, "doctor", "--archive", archive);
        assertTrue(shell.out().contains("words.forbidden"), shell.out());
        assertTrue(shell.out().contains("有 2 处"), shell.out());
        assertTrue(shell.out().contains("备注"), shell.out());
        assertFalse(shell.out().contains("糖尿病") || shell.out().contains("信佛"), shell.out());
    }

    @Test
    void aFirmThatTestsGenesIsImportedAndItsPersonsAreJudged() {
        init();
        var invented = new Invented(815, LocalDate.of(2026, 11, 18));
        var heading = List.of("企业名称", "统一社会信用代码", "法定代表人", "成立日期", "所在区划", "住所", "经营范围", "备注");
        var good = firm(invented, "赵立新", "基因检测、血型试剂和助听器销售", "");
        var sick = firm(invented, "赵立新（糖尿病）", "基因检测", "");
        var told = firm(invented, "钱大勇", "基因检测", "法人信基督教");
        var file = Roster.write(folder.resolve("firms.xlsx"), List.of(heading, good, sick, told));
        var result = shell.json(0, "import", file.toString(), "--as", "enterprise", "--archive", archive);
        assertEquals(3, result.number("created"), shell.out());
        var refused = result.list("problems").stream()
                .filter(problem -> problem.text("code").equals("intake.forbidden"))
                .map(problem -> problem.number("row") + " " + problem.text("column"))
                .toList();
        assertEquals(List.of("3 法定代表人", "4 备注"), refused);
        assertFalse(shell.out().contains("糖尿病") || shell.out().contains("基督教"), shell.out());
        var scopes = new ArrayList<String>();
        for (var id : ids(shell.json(0, "list", "--as", "enterprise", "--archive", archive))) {
            var shown = shell.json(0, "show", id, "--archive", archive).at("values");
            scopes.add(shown.text("registration.scope"));
            assertEquals("哈尔滨某某基因检测有限公司", shown.text("registration.name"));
            assertEquals("五常市礼拜寺胡同7号", shown.text("registration.address"));
            assertFalse(shell.out().contains("糖尿病") || shell.out().contains("基督教"), shell.out());
        }
        assertTrue(scopes.contains("基因检测、血型试剂和助听器销售"), scopes::toString);
    }

    private List<String> firm(Invented invented, String person, String scope, String note) {
        return List.of(
                "哈尔滨某某基因检测有限公司",
                invented.creditCode(OrganisationKind.ENTERPRISE).toString(),
                person,
                "2015-03-02",
                "双桥村",
                "五常市礼拜寺胡同7号",
                scope,
                note);
    }

    private String household() {
        init();
        var file = Roster.write(folder.resolve("roster.xlsx"), new Roster().rows(1));
        shell.json(0, "import", file.toString(), "--archive", archive);
        return ids(shell.json(0, "list", "--archive", archive)).get(0);
    }

    private static List<String> codes(JsonValue refused) {
        return refused.list("violations").stream().map(one -> one.text("code")).toList();
    }

    /** Returns the purposes in the query log of a subject. */
    private List<String> purposes(String id) {
        try (var workspace = open()) {
            return workspace.archives().about(UUID.fromString(id), "query", 10).stream()
                    .map(query -> query.content().get("query.purpose").orElse(""))
                    .toList();
        }
    }

    /** Stores a value without the gate, as an earlier version did. */
    private void keep(String id, String path, String value) {
        try (var workspace = open()) {
            var record = workspace.archives().find(UUID.fromString(id)).orElseThrow();
            var clock = Clock.systemUTC();
            workspace
                    .archives()
                    .save(List.of(new Draft(
                            new Ids(clock, new SecureRandom()).next(),
                            record.id(),
                            record.template(),
                            List.of(FieldChange.set(path, value)),
                            "张敏",
                            clock.instant(),
                            "screen",
                            List.of())));
        }
    }

    private Workspace open() {
        return Workspace.open(
                Path.of(archive), Shell.PASSWORD.toCharArray(), ShippedTemplates.load(), Clock.systemUTC());
    }
}
