package xindang.model.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Small values of the exchange. */
class ExchangeValuesTest {
    @Test
    void whatIsNotSettledWaits() {
        assertEquals(7, new ExchangeStore.Counts(1, 2, 4, 8).waiting());
    }

    @Test
    void aVerdictNamesTheOutcomeOfTheMerge() {
        for (var outcome : Merge.Outcome.values()) {
            assertEquals(outcome.name(), Verdict.of(outcome).name());
        }
    }

    @Test
    void aReportedChangeKeepsItsValues() {
        var change = new WithheldChange(new UUID(0, 1), List.of(), false);

        assertEquals(new WithheldChange(change.change(), change.places(), true), change.asReported());
    }
}
