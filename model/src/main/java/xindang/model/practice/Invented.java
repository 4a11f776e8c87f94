package xindang.model.practice;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import xindang.model.region.Division;
import xindang.model.region.Divisions;
import xindang.model.value.CreditCode;
import xindang.model.value.DivisionCode;
import xindang.model.value.OrganisationCode;
import xindang.model.value.OrganisationKind;
import xindang.model.value.PersonName;
import xindang.model.value.Phone;
import xindang.model.value.ResidentNumber;
import xindang.model.value.Sex;

/**
 * Makes invented people and organisations; the same seed makes the same ones. Their numbers pass every check but belong
 * to no real person. They contain a county code of Heilongjiang that was never issued (2399), and a mobile prefix (154)
 * that no company uses. One generator makes no number twice. Not safe for several threads.
 */
public final class Invented {
    private static final String COUNTY_OF_NOBODY = "2399";
    private static final String MOBILE_OF_NOBODY = "154";
    private static final String BODY_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private final Random random;
    private final LocalDate today;
    private final Set<String> given = new HashSet<>();

    /**
     * Makes a generator.
     *
     * @param today the day on which ages are counted; all birth dates are on or before it
     */
    public Invented(long seed, LocalDate today) {
        this.random = new Random(seed);
        this.today = today;
    }

    /** Returns a person of an age in full years, both bounds included, with a matching number. */
    public InventedPerson person(int youngest, int oldest) {
        Sex sex = chance(50) ? Sex.MALE : Sex.FEMALE;
        return new InventedPerson(name(sex), residentNumber(sex, birthDate(youngest, oldest)), phone());
    }

    /** Returns a birth date that gives such an age today. */
    public LocalDate birthDate(int youngest, int oldest) {
        LocalDate latest = today.minusYears(youngest);
        LocalDate earliest = today.minusYears(oldest + 1L).plusDays(1);
        return earliest.plusDays(between(0, (int) ChronoUnit.DAYS.between(earliest, latest)));
    }

    public ResidentNumber residentNumber(Sex sex, LocalDate birth) {
        String day = String.format(
                Locale.ROOT, "%04d%02d%02d", birth.getYear(), birth.getMonthValue(), birth.getDayOfMonth());
        return ResidentNumber.read(
                        once(() -> {
                            int order = between(0, 499) * 2 + (sex == Sex.MALE ? 1 : 0);
                            String body =
                                    COUNTY_OF_NOBODY + digits(2) + day + String.format(Locale.ROOT, "%03d", order);
                            return body + ResidentNumber.checkDigit(body);
                        }),
                        today)
                .get();
    }

    /** Returns a code of that kind; makes {@link OrganisationKind#UNLISTED} as an enterprise. */
    public CreditCode creditCode(OrganisationKind kind) {
        String prefix = kind == OrganisationKind.UNLISTED ? OrganisationKind.ENTERPRISE.prefix() : kind.prefix();
        return CreditCode.read(once(() -> {
                    String body = prefix + COUNTY_OF_NOBODY + digits(2) + organisationCode();
                    return body + CreditCode.checkCharacter(body);
                }))
                .get();
    }

    private String organisationCode() {
        StringBuilder body = new StringBuilder("MA");
        while (body.length() < 8) {
            body.append(BODY_ALPHABET.charAt(random.nextInt(BODY_ALPHABET.length())));
        }
        return body.toString() + OrganisationCode.checkCharacter(body.toString());
    }

    public Phone phone() {
        return Phone.read(once(() -> MOBILE_OF_NOBODY + digits(8))).get();
    }

    /** Returns a name, sometimes with a compound surname or a rare character. */
    public PersonName name(Sex sex) {
        String surname = oneOf(chance(4) ? InventedNames.COMPOUND_SURNAMES : InventedNames.SURNAMES);
        List<String> usual = sex == Sex.FEMALE ? InventedNames.FEMALE : InventedNames.MALE;
        String first = oneOf(usual);
        String second = chance(8) ? oneOf(InventedNames.RARE) : chance(75) ? oneOf(usual) : "";
        return PersonName.read(surname + first + second).get();
    }

    /** Returns a village of the unit, from the shipped table. */
    public Division village(DivisionCode unit) {
        return oneOf(Divisions.harbin().villagesIn(unit));
    }

    /** Returns a whole number, both bounds included. */
    public int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** Returns true in the given percentage of cases. */
    public boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /**
     * Returns one of the choices.
     *
     * @throws IllegalArgumentException if there are none
     */
    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String digits(int length) {
        StringBuilder digits = new StringBuilder(length);
        while (digits.length() < length) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private String once(Supplier<String> number) {
        String made = number.get();
        while (!given.add(made)) {
            made = number.get();
        }
        return made;
    }
}
