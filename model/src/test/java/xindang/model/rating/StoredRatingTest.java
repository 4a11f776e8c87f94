package xindang.model.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Content;
import xindang.model.archive.Standing;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.Template;

/** What is read of a stored rating: whether its trace is true, and until when it is valid. */
final class StoredRatingTest {
    private static final Template HOUSEHOLD = ShippedTemplates.load().get("household");
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);
    private final Standings standings = new Standings(Village.FORMS);

    @Test
    void aTraceThatStatesAnotherScoreOrGradeIsInvented() {
        var trace = Village.rate(Village.guan()).trace();
        assertFalse(RatingJson.isInvented(trace, Village.FORMS));
        assertFalse(RatingJson.isInvented(trace.replace("水稻", "大豆"), Village.FORMS), "other words do not count");
        assertTrue(RatingJson.isInvented(trace.replace("\"score\":\"86\"", "\"score\":\"87\""), Village.FORMS));
        assertTrue(RatingJson.isInvented(trace.replace("\"grade\":\"AA\"", "\"grade\":\"AAA\""), Village.FORMS));
        assertTrue(RatingJson.isInvented("{}", Village.FORMS));
        assertTrue(RatingJson.isInvented(trace.replace("2026-11-18\"", "2026-11-31\""), Village.FORMS));
        assertFalse(RatingJson.isInvented(trace, new RatingForms(List.of())), "its form is not known");
    }

    @Test
    void aTraceOfNoFormOrWithoutADayIsNotComputedAgain() {
        var trace = Village.rate(Village.guan()).trace();
        var none = assertThrows(AppException.class, () -> RatingJson.recompute(trace, new RatingForms(List.of())));
        assertEquals(ErrorCode.NOT_FOUND, none.code());
        for (var wrong : List.of(
                trace.replace("\"on\":\"2026-11-18\"", "\"on\":\"2026-11-31\""),
                trace.replace("[\"47.5\",\"143\"]", "[\"47.5\"]"),
                trace.replace("[\"47.5\",\"143\"]", "[\"many\",\"143\"]"))) {
            assertNotEquals(trace, wrong);
            var damage = assertThrows(AppException.class, () -> RatingJson.recompute(wrong, Village.FORMS));
            assertEquals(ErrorCode.UNREADABLE, damage.code());
        }
    }

    @Test
    void theBasisOfATraceIsThatOfItsRating() {
        var rating = Village.rate(Village.guan());
        var basis = Standings.Basis.of(rating);
        assertEquals(basis, Standings.Basis.of(Content.of(Map.of("rating.inputs", rating.trace()))));
        assertEquals(32, basis.digest().length());
        assertFalse(basis.isUntimely());
        assertTrue(basis.untimely().isUntimely());
        assertEquals(Village.ON, basis.untimely().on());
        for (var trace : List.of("", "{}", rating.trace().replace("\"on\":\"2026-11-18\"", "\"on\":\"soon\""))) {
            var content = trace.isEmpty() ? Content.EMPTY : Content.of(Map.of("rating.inputs", trace));
            assertEquals(Standings.Basis.UNREADABLE, Standings.Basis.of(content));
        }
        assertTrue(Standings.Basis.UNREADABLE.isUntimely());
    }

    @Test
    void aRatingIsValidThroughItsLastDayAndStaleFromItsFirstStaleOne() {
        var term = new Standings.Term(Optional.empty(), DAY);
        assertEquals(Standing.CURRENT, term.on(DAY));
        assertEquals(Standing.EXPIRED, term.on(DAY.plusDays(1)));
        var stale = new Standings.Term(Optional.of(DAY), DAY.plusDays(9));
        assertEquals(Standing.CURRENT, stale.on(DAY.minusDays(1)));
        assertEquals(Standing.STALE, stale.on(DAY));
        assertEquals(Standing.STALE, stale.on(DAY.plusDays(99)));
    }

    @Test
    void itBecomesStaleOnTheDayAfterTheConsentEnds() {
        var values = Village.guan();
        values.put("consents.given.a.until", "2027-02-28");
        var content = Content.of(values);
        var basis = Standings.Basis.of(Scoring.rate(
                Village.FORM,
                Facts.lawful(HOUSEHOLD, content, Village.CODE, Village.ON),
                Village.averages(),
                Village.ON));
        var term = standings.term(HOUSEHOLD, content, Village.CODE, basis, false, Village.ON);
        assertEquals(new Standings.Term(Optional.of(DAY), LocalDate.of(2027, 11, 17)), term);
        assertEquals(
                Optional.of(Village.ON),
                standings
                        .term(HOUSEHOLD, content, Village.CODE, basis, true, Village.ON)
                        .staleFrom(),
                "bad information was written after it");
        var lasting = content.with("consents.given.a.until", null);
        var always = Standings.Basis.of(Scoring.rate(
                Village.FORM,
                Facts.lawful(HOUSEHOLD, lasting, Village.CODE, Village.ON),
                Village.averages(),
                Village.ON));
        assertEquals(
                Optional.empty(),
                standings
                        .term(HOUSEHOLD, lasting, Village.CODE, always, false, Village.ON)
                        .staleFrom());
        var changed = lasting.with("crops.years", "3");
        assertEquals(
                Optional.of(Village.ON),
                standings
                        .term(HOUSEHOLD, changed, Village.CODE, always, false, Village.ON)
                        .staleFrom());
        var without = new Standings(new RatingForms(List.of()));
        assertEquals(
                new Standings.Term(Optional.of(Village.ON), Village.ON),
                without.term(HOUSEHOLD, lasting, Village.CODE, always, false, Village.ON),
                "no form is valid any more");
    }

    @Test
    void otherFormsHaveOtherRules() {
        assertEquals(16, standings.rules().length());
        assertEquals(standings.rules(), new Standings(Village.FORMS).rules());
        assertNotEquals(standings.rules(), new Standings(new RatingForms(List.of(SmallForm.FORM))).rules());
    }
}
