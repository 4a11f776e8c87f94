package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Content;
import xindang.model.common.Violation;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.Template;

/** Why a content may not replace another: the reasons at their limits, and only where something changed. */
class RecordCheckTest {
    private static final Template HOUSEHOLD = ShippedTemplates.load().get("household");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    private static final Content RIGHT = Content.of(Map.of("head.name", "那守田", "head.number", "230112199001011233"));
    private static final String ITEM = "adverse.items.a1.";
    private static final String CHILD = "family.members.c1.";

    @Test
    void aNewRecordNeedsANameAndARightNumber() {
        assertEquals(List.of(), codes(Content.EMPTY, RIGHT));
        assertEquals(List.of("head.name record.name.missing"), codes(Content.EMPTY, RIGHT.with("head.name", null)));
        assertEquals(
                List.of("head.number record.number.missing"), codes(Content.EMPTY, RIGHT.with("head.number", null)));
        assertEquals(
                List.of("head.number resident.checkdigit"),
                codes(Content.EMPTY, RIGHT.with("head.number", "230112199001011234")));
        assertEquals(
                List.of(),
                codes(Content.EMPTY, RIGHT.with("head.number", "E1234").with("head.idType", "414")),
                "a passport");
        assertTrue(Gate.isOtherDocument(Content.of(Map.of("head.idType", "414")), "head.number"));
        assertFalse(Gate.isOtherDocument(Content.of(Map.of("head.idType", "111")), "head.number"));
    }

    @Test
    void aNumberToBeVerifiedNeedsItsReason() {
        var marked = Content.of(Map.of("head.name", "那守田", "head.unverified", "true"));
        assertEquals(List.of("head.unverifiedReason record.unverified.reason"), codes(Content.EMPTY, marked));
        var reason = marked.with("head.unverifiedReason", "证件遗失");
        assertEquals(List.of(), codes(Content.EMPTY, reason));
        assertEquals(List.of(), codes(Content.EMPTY, reason.with("head.number", "2301121990")));
        assertEquals(
                List.of("head.number record.number.missing"),
                codes(reason, reason.with("head.unverified", "false")),
                "the mark was removed");
    }

    @Test
    void anOldErrorDoesNotPreventAnotherChange() {
        var old = Content.of(Map.of("head.number", "1", "head.residence", "拉林"));
        assertEquals(List.of(), codes(old, old.with("head.residence", "红旗")));
        assertEquals(List.of("head.number resident.length"), codes(old, old.with("head.number", "2")));
        var named = old.with("head.name", "那守田");
        assertEquals(List.of("head.name record.name.missing"), codes(named, named.with("head.name", null)));
    }

    @Test
    void onlyPathsOfTheTemplateAndPlainKeysAreKept() {
        assertEquals(List.of("head.shoe record.path.unknown"), codes(RIGHT, RIGHT.with("head.shoe", "43")));
        assertEquals(List.of("family.members record.path.unknown"), codes(RIGHT, RIGHT.with("family.members", "x")));
        var longest = "family.members." + "k".repeat(64) + ".name";
        var tooLong = "family.members." + "k".repeat(65) + ".name";
        assertEquals(List.of(), codes(RIGHT, RIGHT.with(longest, "那小满")));
        assertEquals(List.of(tooLong + " record.path.unknown"), codes(RIGHT, RIGHT.with(tooLong, "那小满")));
        var word = "family.members.aizibing.name";
        assertEquals(List.of(word + " law.forbidden.text.disease"), codes(RIGHT, RIGHT.with(word, "那小满")));
        assertEquals(List.of(), codes(RIGHT.with(word, "那小满"), RIGHT), "its deletion is allowed");
        assertEquals(Optional.of("c1"), RecordCheck.key("family.members.c1.name"));
        assertEquals(Optional.empty(), RecordCheck.key("family.members.c1"));
    }

    @Test
    void aRecordHasAtMostTwentyThousandValues() {
        var values = new HashMap<String, String>();
        for (var row = 0; values.size() < 19_998; row++) {
            values.put("family.members.r" + row + ".awayPlace", "哈尔滨");
        }
        var most = Content.of(values).with(RIGHT.asMap());
        assertEquals(20_000, most.size());
        assertEquals(List.of(), codes(most, most));
        var more = most.with("head.residence", "拉林");
        assertEquals(List.of(" record.large"), codes(more, more));
    }

    @Test
    void anItemWithoutConsentIsRefusedAndItsDeletionIsNot() {
        var deposits = RIGHT.with("finance.deposits", "50000.00");
        assertEquals(List.of("finance.deposits law.consent.missing"), codes(RIGHT, deposits));
        assertEquals(List.of(), codes(deposits, RIGHT));
        assertEquals(List.of(), codes(deposits, deposits.with("head.residence", "拉林")));
    }

    @Test
    void aRowIsRefusedFromTheDayAfterItsFifthYear() {
        var last = RIGHT.with(ITEM + "endsOn", TODAY.minusYears(5).toString());
        assertEquals(List.of(), codes(RIGHT, last));
        var ended = RIGHT.with(ITEM + "endsOn", TODAY.minusYears(5).minusDays(1).toString());
        assertEquals(List.of(ITEM + "endsOn law.term.over"), codes(RIGHT, ended));
        assertEquals(List.of(ITEM + "fact law.term.over"), codes(ended, ended.with(ITEM + "fact", "贷款逾期")));
        assertEquals(List.of(), codes(ended, RIGHT), "it may be deleted");
        assertEquals(List.of(), codes(ended, ended.with("head.residence", "拉林")));
        var due = Gate.due(HOUSEHOLD, ended, TODAY).get(0);
        assertEquals(Violation.of(Due.OVER, "不良记录", "5"), due.violation(HOUSEHOLD, Due.OVER));
    }

    @Test
    void ofAChildOnlyNameAndRelationAreKept() {
        var named = RIGHT.with(CHILD + "name", "那小满").with(CHILD + "under14", "true");
        assertEquals(List.of(), codes(RIGHT, named));
        var schooled = named.with(CHILD + "education", "60");
        assertEquals(List.of(CHILD + "education law.child.item"), codes(named, schooled));
        assertEquals(List.of(), codes(schooled, named));
        assertEquals(List.of(), codes(schooled, schooled.with("head.residence", "拉林")));
    }

    @Test
    void theReasonsOfAnUnsavedTextAreThoseOfTheLaw() {
        var typed = Map.of(
                "finance.deposits", "50000", "head.shoe", "43", "head.number", "12", ITEM + "endsOn", "2001-01-01");
        assertEquals(
                Set.of("finance.deposits", "head.shoe", ITEM + "endsOn"),
                Gate.draftItems(HOUSEHOLD, RIGHT, typed, TODAY).keySet());
        assertEquals(Map.of(), Gate.draftItems(HOUSEHOLD, RIGHT, Map.of("head.residence", "拉林"), TODAY));
        var kept = RIGHT.with("finance.deposits", "50000.00");
        assertEquals(
                Set.of("finance.deposits"),
                Gate.draftItems(HOUSEHOLD, kept, Map.of("finance.deposits", "50000.00"), TODAY)
                        .keySet(),
                "the saved value counts as typed again");
    }

    private static List<String> codes(Content before, Content after) {
        return Gate.record(HOUSEHOLD, before, after, TODAY).stream()
                .map(finding -> finding.path() + " " + finding.violation().code())
                .toList();
    }
}
