package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Content;
import xindang.model.law.Lawful.Locked;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.LegalClass;
import xindang.model.template.Template;

class LawfulTest {
    private static final Template HOUSEHOLD = ShippedTemplates.load().get("household");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    private static final Map<String, String> VALUES = Map.of(
            "head.name", "那守田",
            "finance.deposits", "50000.00",
            "income.years.y2025.net", "67000.00",
            "family.members.r1.name", "那玉兰",
            "family.members.r1.awayIncome", "30000.00");

    @Test
    void whileTheConsentLastsEverythingIsShown() {
        var content = content("");
        assertEquals(new Lawful(content, List.of(), List.of(), List.of()), Lawful.of(HOUSEHOLD, content, TODAY));
    }

    @Test
    void onceItEndedTheItemsAreLeftOutAndNamed() {
        var lawful = Lawful.of(HOUSEHOLD, content("2026-11-17"), TODAY);
        var shown = Set.copyOf(lawful.content().paths());
        assertEquals(true, shown.containsAll(Set.of("head.name", "family.members.r1.name")));
        assertEquals(
                Set.of(),
                VALUES.keySet().stream()
                        .filter(path -> HOUSEHOLD.legal(path) == LegalClass.CONSENT_NEEDED && shown.contains(path))
                        .collect(java.util.stream.Collectors.toSet()));
        // the consent was valid until the 17th
        var since = Optional.of(LocalDate.of(2026, 11, 18));
        assertEquals(
                List.of(
                        new Locked(
                                "family.members.*.awayIncome",
                                label("family.members.*.awayIncome"),
                                since,
                                List.of("family.members.r1.awayIncome")),
                        new Locked("finance.deposits", label("finance.deposits"), since, List.of("finance.deposits")),
                        new Locked("income", label("income"), since, List.of("income.years.y2025.net"))),
                lawful.locked());
    }

    private static final String ROW = "family.members.c1.";

    private static Content child(String... more) {
        var values = new HashMap<>(Map.of(ROW + "name", "那小满", ROW + "relation", "20"));
        for (var i = 0; i < more.length; i += 2) {
            values.put(ROW + more[i], more[i + 1]);
        }
        return Content.of(values);
    }

    @Test
    void ofAChildNothingIsShownButNameAndRelation() {
        var both = child("under14", "true", "education", "60", "note", "在镇小学读二年级", "number", "230184199001011239");

        var lawful = Lawful.of(HOUSEHOLD, both, TODAY);

        assertEquals(child("under14", "true"), lawful.content());
        assertEquals(
                List.of(new HiddenChild(
                        "family.members.c1", "那小满", List.of(ROW + "education", ROW + "note", ROW + "number"))),
                lawful.children());
        assertEquals(
                List.of(), Lawful.of(HOUSEHOLD, child("under14", "true"), TODAY).children());
        assertEquals(child("under14", "false", "education", "60"), shown("under14", "false", "education", "60"));
    }

    @Test
    void aChildIsOneUntilTheDayOfBeing14() {
        var born = TODAY.minusYears(14);

        assertEquals(child("under14", "true"), shown("birth", born.plusDays(1).toString(), "education", "60"));
        assertEquals(
                child("birth", born.toString(), "education", "60"), shown("birth", born.toString(), "education", "60"));
        assertEquals(
                Set.of(TODAY.plusDays(1)),
                Lawful.turns(HOUSEHOLD, child("birth", born.plusDays(1).toString())));
        assertEquals(Set.of(), Lawful.turns(HOUSEHOLD, child("under14", "true", "birth", born.toString())));
    }

    private static Content shown(String... more) {
        return Lawful.of(HOUSEHOLD, child(more), TODAY).content();
    }

    @Test
    void theLastDayOfTheTermStillShows() {
        assertEquals(
                List.of(), Lawful.of(HOUSEHOLD, content("2026-11-18"), TODAY).locked());
    }

    @Test
    void withoutAnyConsentNoDayIsNamed() {
        var lawful = Lawful.of(HOUSEHOLD, Content.of(VALUES), TODAY);
        assertEquals(
                List.of(Optional.empty(), Optional.empty(), Optional.empty()),
                lawful.locked().stream().map(Locked::since).toList());
    }

    private static String label(String item) {
        return HOUSEHOLD.table("consent-items").orElseThrow().label(item).orElseThrow();
    }

    private static Content content(String until) {
        var values = new HashMap<>(VALUES);
        values.put("consents.given.c1.kind", "signed");
        values.put("consents.given.c1.noticeAt", "2026-01-02");
        values.put("consents.given.c1.signedAt", "2026-01-02");
        if (!until.isEmpty()) {
            values.put("consents.given.c1.until", until);
        }
        return Content.of(values);
    }
}
