package xindang.model.practice;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import xindang.model.region.Divisions;
import xindang.model.region.VillageGroup;
import xindang.model.value.Area;
import xindang.model.value.AreaUnit;
import xindang.model.value.Count;
import xindang.model.value.CreditCode;
import xindang.model.value.DivisionCode;
import xindang.model.value.FloorArea;
import xindang.model.value.Money;
import xindang.model.value.MoneyUnit;
import xindang.model.value.OrganisationCode;
import xindang.model.value.Parsed;
import xindang.model.value.PartialDate;
import xindang.model.value.Percent;
import xindang.model.value.PersonName;
import xindang.model.value.Phone;
import xindang.model.value.RegistrationNumber;
import xindang.model.value.ResidentNumber;
import xindang.model.value.YesNo;

/** Gives one text to every reader: each must answer, and what it read must read the same again. */
final class AnyReader {
    private AnyReader() {}

    static void readAll(String text, LocalDate today) {
        settles(text, ResidentNumber.read(text, today), again -> ResidentNumber.read(again, today));
        settles(text, CreditCode.read(text), CreditCode::read);
        settles(text, OrganisationCode.read(text), OrganisationCode::read);
        settles(text, RegistrationNumber.read(text), RegistrationNumber::read);
        settles(text, DivisionCode.read(text), DivisionCode::read);
        settles(text, Phone.read(text), Phone::read);
        settles(text, Money.read(text, MoneyUnit.TEN_THOUSAND_YUAN), again -> Money.read(again, MoneyUnit.YUAN));
        settles(text, Area.read(text, AreaUnit.MU), again -> Area.read(again, AreaUnit.MU));
        settles(text, FloorArea.read(text), FloorArea::read);
        settles(text, Count.read(text), Count::read);
        settles(text, Percent.read(text), Percent::read);
        settles(text, PartialDate.read(text), PartialDate::read);
        settles(text, PersonName.read(text), PersonName::read);
        settles(text, YesNo.read(text), YesNo::read);
        settles(text, VillageGroup.read(text), VillageGroup::read);
        assertTrue(Divisions.harbin().village(text, DivisionCode.of("230184101")) != null);
    }

    private static <T> void settles(String text, Parsed<T> first, Function<String, Parsed<T>> read) {
        first.value().ifPresent(value -> {
            Optional<T> again = read.apply(value.toString()).value();
            assertTrue(again.equals(Optional.of(value)), text + " -> " + value + " -> " + again);
        });
    }
}
