package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Content;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.Template;

/**
 * Every order of notice, signature, end and withdrawal within a week, against an oracle of whole numbers: 0 is no date, 1 to 5
 * are days.
 */
class ConsentWeekTest {
    private static final Template HOUSEHOLD = ShippedTemplates.load().get("household");
    private static final int NEVER = 0;
    private static final int DAYS = 5;
    private static final String ITEM = "finance.deposits";
    private static final List<String> CLOSINGS =
            List.of("collect all", "collect item", "collect other", "pass-on", "pass-on other");

    @Test
    void aConsentIsOpenFromItsSignatureToItsEndUnlessItWasClosedOnThatDayOrLater() {
        for (var notice = NEVER; notice <= DAYS; notice++) {
            for (var signed = NEVER; signed <= DAYS; signed++) {
                for (var until = NEVER; until <= DAYS; until++) {
                    for (var today = 1; today <= DAYS; today++) {
                        var week = new Week(notice, signed, until, today);
                        week.check("none", NEVER);
                        for (var closing : CLOSINGS) {
                            for (var closed = NEVER; closed <= DAYS + 1; closed++) {
                                week.check(closing, closed);
                            }
                        }
                    }
                }
            }
        }
    }

    private record Week(int notice, int signed, int until, int today) {
        private boolean isOpen() {
            return notice > 0
                    && signed > 0
                    && notice <= signed
                    && signed <= today
                    && (until == NEVER || today <= until);
        }

        void check(String closing, int closed) {
            var ends = closed == NEVER || closed >= signed;
            var open = isOpen();
            var collects = open && !(ends && (closing.equals("collect all") || closing.equals("collect item")));
            var gives = open && !(ends && (closing.equals("collect all") || closing.equals("pass-on")));
            var values = new HashMap<String, String>();
            put(values, "a", "collect");
            put(values, "b", "pass-on");
            values.put("consents.given.b.receiver", "冰城村镇银行");
            values.put("consents.given.b.purpose", "授信");
            if (!closing.equals("none")) {
                close(values, closing, closed);
            }
            var content = Content.of(values);
            var said = this + " " + closing + " " + closed;
            assertEquals(collects, Consents.open(HOUSEHOLD, content, day(today)).covers(ITEM), said);
            var given = Gate.passOn(HOUSEHOLD, content, "冰城村镇银行", "授信", day(today));
            assertEquals(gives, given.refusal().isEmpty(), said);
            assertEquals(gives && collects, given.covers(ITEM), said);
            var refused = (closing.equals("collect all") || closing.equals("collect item"))
                    && !(notice > 0 && signed > 0 && notice <= signed && signed <= today && !ends);
            assertEquals(
                    refused,
                    Gate.refusals(HOUSEHOLD, content, day(today)).items().contains(ITEM),
                    said);
        }

        private void put(HashMap<String, String> values, String row, String use) {
            values.put("consents.given." + row + ".kind", "signed");
            values.put("consents.given." + row + ".use", use);
            date(values, row, "noticeAt", notice);
            date(values, row, "signedAt", signed);
            date(values, row, "until", until);
        }

        private static void close(HashMap<String, String> values, String closing, int day) {
            values.put("consents.given.w.kind", "withdrawn");
            date(values, "w", "signedAt", day);
            switch (closing) {
                case "collect item" -> values.put("consents.given.w.blocks", ITEM);
                case "collect other" -> values.put("consents.given.w.blocks", "house");
                case "pass-on" -> values.put("consents.given.w.use", "pass-on");
                case "pass-on other" -> {
                    values.put("consents.given.w.use", "pass-on");
                    values.put("consents.given.w.receiver", "拉林信用社");
                }
                default -> {}
            }
        }

        private static void date(HashMap<String, String> values, String row, String field, int day) {
            if (day != NEVER) {
                values.put("consents.given." + row + "." + field, day(day).toString());
            }
        }

        private static LocalDate day(int day) {
            return LocalDate.of(2026, 11, 1).plusDays(day);
        }
    }
}
