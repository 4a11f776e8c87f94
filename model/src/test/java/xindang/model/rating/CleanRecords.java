package xindang.model.rating;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One record of each kind of which everything is known and nothing is bad, and what shows that something is known. */
public final class CleanRecords {
    private CleanRecords() {}

    /** All values of the clean record of a kind. */
    public static Map<String, String> of(String type) {
        return new TreeMap<>(
                switch (type) {
                    case "household" -> household();
                    case "enterprise" -> enterprise();
                    default -> practitioner();
                });
    }

    /**
     * Whether something of a matter is known.
     *
     * @param evidence paths, groups or blocks of which one must be there, with bars between; {@code *} is every row, {@code &} is and
     */
    public static boolean known(Map<String, String> values, String evidence) {
        return Stream.of(evidence.split("\\|"))
                .anyMatch(all -> Stream.of(all.split("&")).allMatch(path -> there(values, path)));
    }

    private static boolean there(Map<String, String> values, String path) {
        var pattern = path.replace(".", "\\.").replace("*", "[^.]+") + "(\\..*)?";
        return values.keySet().stream().anyMatch(name -> name.matches(pattern));
    }

    private static Map<String, String> household() {
        var values = Village.guan();
        values.put("head.name", "关庆林");
        values.put("head.number", "230184197403094217");
        values.put("head.skill", "true");
        values.put("finance.overdue", "none");
        values.remove("finance.loans.a.overdueDays");
        values.put("finance.loans.a.class", "1");
        values.put("finance.loans.a.overdueDays", "0");
        values.put("insurance.insured", "false");
        values.put("guarantee.any", "false");
        values.put("guarantee.jointGroup", "三组一号");
        values.put("head.special", "party");
        return values;
    }

    private static Map<String, String> enterprise() {
        var values = new TreeMap<String, String>();
        values.put("registration.name", "五常市松禾米业有限公司");
        values.put("registration.code", "91230184MA1BEFLL10");
        values.put("registration.legalPerson", "于广成");
        values.put("registration.established", "2012-05-06");
        values.put("registration.scope", "谷物种植；粮食加工");
        values.put("registration.address", "五常市拉林满族镇");
        values.put("registration.status", "open");
        values.put("capital.registered", "5000000.00");
        values.put("capital.paid", "5000000.00");
        values.put("qualifications.items.a.name", "食品生产许可");
        values.put("penalties.checkedOn", "2026-11-02");
        values.put("publicCredit.taxGrade", "A");
        values.put("publicCredit.taxArrears", "false");
        values.put("publicCredit.socialArrears", "false");
        values.put("publicCredit.abnormal", "false");
        values.put("publicCredit.dishonest", "false");
        values.put("publicCredit.seriousBreach", "false");
        for (var year : new String[] {"2024", "2025"}) {
            var row = "figures.years.y" + year + ".";
            values.put(row + "year", year);
            values.put(row + "totalAssets", "9000000.00");
            values.put(row + "totalLiabilities", "1800000.00");
            values.put(row + "currentAssets", "4000000.00");
            values.put(row + "currentLiabilities", "1600000.00");
            values.put(row + "revenue", year.equals("2025") ? "6600000.00" : "6000000.00");
            values.put(row + "netProfit", "400000.00");
        }
        values.put("finance.loans.a.institution", "拉林信用社");
        values.put("finance.loans.a.class", "1");
        values.put("finance.loans.a.overdueDays", "0");
        values.put("honours.complaints", "0");
        values.put("honours.commitment", "true");
        values.put("honours.items.a.level", "city");
        values.put("honours.items.a.name", "农业产业化龙头企业");
        values.put("adverse.checkedOn", "2026-11-01");
        return values;
    }

    private static Map<String, String> practitioner() {
        var values = new TreeMap<String, String>();
        values.put("identity.name", "苏文静");
        values.put("identity.number", "230184198806204226");
        values.put("occupation.occupation", "lawyer");
        values.put("occupation.since", "2014-07-01");
        values.put("licence.number", "12301201410123456");
        values.put("employer.name", "黑龙江松岭律师事务所");
        values.put("employer.code", "91230184MA1BEFLL10");
        for (var year : new String[] {"2024", "2025"}) {
            values.put("assessments.years.y" + year + ".year", year);
            values.put("assessments.years.y" + year + ".result", "competent");
        }
        values.put("training.hours", "42");
        values.put("discipline.checkedOn", "2026-11-01");
        values.put("conduct.complaints", "0");
        values.put("conduct.commitment", "true");
        values.put("conduct.dishonest", "false");
        values.put("honours.items.a.level", "city");
        values.put("honours.items.a.name", "优秀律师");
        return values;
    }
}
