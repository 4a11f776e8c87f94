package xindang.sync;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values that people type about invented households; each free text is written once, so that it can be followed. */
final class Household {
    private static final String LETTERS = "国强志明春秋玉兰海江林松柏云文武英华丽娟";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    /** Free values: each is another one. */
    private static final List<String> FREE = List.of(
            "head.name",
            "head.phone",
            "head.phone",
            "head.phone",
            "file.group",
            "file.code",
            "land.contracted",
            "finance.loanBalance",
            "head.residence",
            "review.opinion",
            "file.note");

    /** Values out of a few. */
    private static final Map<String, List<String>> FEW = Map.of(
            "head.special", List.of("cadre", "party", "cadre,party", "veteran", "party,veteran", "volunteer"),
            "insurance.agricultural", List.of("maize", "rice", "soybean", "maize,rice", "rice,soybean"),
            "head.resident", List.of("true", "false"),
            "head.people", List.of("3", "4", "5", "约4", "3—5"),
            "head.education", List.of("60", "70", "81"),
            "finance.overdue", List.of("none", "past", "now"));

    private final History history;
    private int written;

    Household(History history) {
        this.history = history;
    }

    /** What is typed when an archive is begun. */
    Map<String, String> begun(String village) {
        var typed = new HashMap<String, String>();
        typed.put("file.village", village);
        typed.put("head.name", name());
        typed.put("head.number", number());
        typed.put("head.phone", phone());
        typed.put("family.members.m1.name", name());
        typed.put("family.members.m1.relation", "20");
        typed.put("family.members.m1.birth", birth());
        return typed;
    }

    /** One or two values of the form. */
    Map<String, String> some() {
        var typed = new HashMap<String, String>();
        for (var i = history.below(2); i >= 0; i--) {
            if (history.below(3) == 0) {
                var path = history.oneOf(FEW.keySet().stream().sorted().toList());
                typed.put(path, history.oneOf(FEW.getOrDefault(path, List.of(""))));
            } else {
                var path = history.oneOf(FREE);
                typed.put(path, free(path));
            }
        }
        return typed;
    }

    /** A value that nobody wrote before, for one of the paths that have such. */
    String free(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "name", "member" -> name();
            case "phone" -> phone();
            case "birth" -> birth();
            case "contracted" -> ++written + "亩";
            case "loanBalance", "totalIncome", "deposits" ->
                history.below(3) == 0 ? "约" + ++written + "万元" : ++written + "元";
            default -> "第" + ++written + "条";
        };
    }

    /** Values of an item of bad information, some of which ended long ago. */
    Map<String, String> adverse(String row, LocalDate today) {
        var typed = new HashMap<String, String>();
        typed.put(row + ".kind", history.oneOf(List.of("overdue", "arrears", "dishonest")));
        typed.put(row + ".fact", free(row + ".fact"));
        if (history.below(3) > 0) {
            typed.put(row + ".endsOn", today.minusDays(history.below(1800)).toString());
        }
        return typed;
    }

    private String name() {
        var number = ++written;
        return "王" + LETTERS.charAt(number / LETTERS.length() % LETTERS.length())
                + LETTERS.charAt(number % LETTERS.length());
    }

    private String phone() {
        return "138%08d".formatted(++written);
    }

    private String birth() {
        return LocalDate.of(1950, 1, 2).plusDays(++written).toString();
    }

    private String number() {
        var digits = "230102" + "1970" + "0101" + "%03d".formatted(++written % 1000);
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }
}
