package xindang.model.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import xindang.model.practice.Invented;
import xindang.model.practice.PracticeRoster;
import xindang.model.region.Divisions;
import xindang.model.region.Lookup;
import xindang.model.value.Sex;

/** A register of invented households in two villages. */
final class InventedRegister {
    static final List<String> VILLAGES = List.of("后红村", "双桥村");
    private static final int CHILD = 14;

    /** A person with a relation to the head, as a sheet and as the archive writes it. */
    record Person(String name, String relation, String code, String number, LocalDate birth) {}

    /** A household; the number repeats in other villages. */
    record Household(String number, String village, String income, Person head, List<Person> members) {}

    private final List<Household> households = new ArrayList<>();
    private final Random random;
    private final LocalDate today;
    private final Invented invented;
    private final Set<String> numbers = new HashSet<>();

    InventedRegister(Random random, LocalDate today) {
        this.random = random;
        this.today = today;
        invented = new Invented(random.nextLong(), today);
        var count = 1 + random.nextInt(6);
        for (var n = 1; n <= count; n++) {
            var village = VILLAGES.get(n * VILLAGES.size() / (count + 1));
            var inVillage = households.stream()
                    .filter(other -> other.village().equals(village))
                    .count();
            households.add(household(String.format("%04d", inVillage + 1), village));
        }
    }

    private Household household(String number, String village) {
        var members = new ArrayList<Person>();
        if (random.nextInt(4) > 0) {
            members.add(person("妻", "12", Sex.FEMALE, 30, 60));
        }
        if (random.nextBoolean()) {
            members.add(person("长子", "22", Sex.MALE, 3, 28));
        }
        if (random.nextBoolean()) {
            members.add(person("长女", "32", Sex.FEMALE, 3, 28));
        }
        var income = random.nextBoolean() ? Integer.toString(10_000 + random.nextInt(90_000)) : "";
        return new Household(number, village, income, person("户主", "02", Sex.MALE, 30, 60), members);
    }

    private Person person(String relation, String code, Sex sex, int youngest, int oldest) {
        var name = invented.person(youngest, oldest).name().toString();
        var birth = invented.birthDate(youngest, oldest);
        var number = invented.residentNumber(sex, birth).toString();
        while (!numbers.add(number)) {
            number = invented.residentNumber(sex, birth).toString();
        }
        return new Person(name, relation, code, number, birth);
    }

    List<Household> households() {
        return households;
    }

    /** Returns the households as the archive must have them, by the number of the head. */
    Map<String, String> expected(boolean withMembers) {
        var expected = new TreeMap<String, String>();
        for (var household : households) {
            var members = new TreeSet<String>();
            for (var member : withMembers ? household.members() : List.<Person>of()) {
                var isChild = member.birth().plusYears(CHILD).isAfter(today);
                members.add(member(
                        member.name(),
                        member.code(),
                        isChild ? "" : member.number(),
                        isChild ? LocalDate.MAX : member.birth(),
                        isChild));
            }
            var income = household.income().isEmpty() ? "" : household.income() + ".00";
            expected.put(
                    household.head().number(),
                    household(household.head().name(), code(household.village()), income, members));
        }
        return expected;
    }

    private static String code(String village) {
        return ((Lookup.Found) Divisions.harbin().village(village, PracticeRoster.TOWN))
                .division()
                .code()
                .padded();
    }

    static String member(String name, String relation, String number, LocalDate birth, boolean isChild) {
        return String.join(" ", name, relation, number, birth.toString(), isChild ? "child" : "");
    }

    static String household(String name, String region, String income, Set<String> members) {
        return String.join(" ", name, region, income, members.toString());
    }
}
