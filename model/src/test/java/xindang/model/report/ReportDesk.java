package xindang.model.report;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import xindang.model.archive.Draft;
import xindang.model.archive.FieldChange;
import xindang.model.common.Ids;
import xindang.model.common.Progress;
import xindang.model.common.Violation;
import xindang.model.rating.RatingForms;
import xindang.model.rating.Ratings;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.Audience;
import xindang.model.testing.MemoryArchiveStore;

/** A village with one household told in full and six neighbours, all rated, and the desk that makes their reports. */
final class ReportDesk {
    private static final Instant NOW = Instant.parse("2026-11-18T06:52:06Z");
    private static final String VILLAGE = "230184101205";

    private final Clock clock = Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
    private final Ids ids = new Ids(clock, new SplittableRandom(1));
    final MemoryArchiveStore store = new MemoryArchiveStore();
    final ShippedTemplates templates = ShippedTemplates.load();
    final RatingForms forms = RatingForms.shipped();
    final Ratings ratings = new Ratings(store, templates, forms, ids, clock);
    final Reports reports = new Reports(
            store,
            templates,
            ratings,
            new Surroundings(
                    code -> "黑龙江省哈尔滨市五常市拉林满族镇双桥村",
                    code -> "双桥村",
                    () -> Optional.of(Instant.parse("2026-11-16T09:42:00Z")),
                    "https://xindang.example"),
            ids,
            clock);
    final UUID guan;

    ReportDesk() {
        guan = save("household", guan());
        for (var i = 0; i < 6; i++) {
            save("household", Map.of("head.name", "邻" + i, "land.contracted", "40", "finance.overdue", "none"));
        }
        ratings.rateRegion(ratings.form("household"), VILLAGE, "王海燕", Progress.NONE);
    }

    ReportContent report(Audience audience) {
        return prepared(audience).content();
    }

    Prepared prepared(Audience audience) {
        return reports.prepare(guan, request("household", audience)).prepared().orElseThrow();
    }

    List<String> codes(Request request) {
        return reports.prepare(guan, request).violations().stream()
                .map(Violation::code)
                .toList();
    }

    UUID save(String type, Map<String, String> values) {
        var record = ids.next();
        var placed = new HashMap<>(values);
        templates.get(type).place().ifPresent(path -> placed.putIfAbsent(path, VILLAGE));
        var fields = placed.entrySet().stream()
                .map(entry -> FieldChange.set(entry.getKey(), entry.getValue()))
                .toList();
        store.save(List.of(
                new Draft(ids.next(), record, templates.get(type).ref(), fields, "王海燕", NOW, "import", List.of())));
        return record;
    }

    /** Changes the household that is reported. */
    void change(String path, String value) {
        var before = store.find(guan).orElseThrow().content().get(path);
        store.save(List.of(new Draft(
                ids.next(),
                guan,
                templates.get("household").ref(),
                List.of(new FieldChange(path, before, Optional.of(value))),
                "王海燕",
                NOW,
                "edit",
                List.of())));
    }

    static Request request(String kind, Audience audience) {
        var recipient = audience == Audience.RECIPIENT ? "冰城村镇银行" : "";
        return new Request(kind, audience, "信用户复核", "王海燕", "五常市拉林满族镇人民政府", recipient);
    }

    static Section section(ReportContent content, String title) {
        return content.sections().stream()
                .filter(section -> section.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    static Section.Table table(ReportContent content, String title) {
        return (Section.Table) section(content, title);
    }

    static String value(ReportContent content, String title, String label) {
        return pairs(section(content, title)).stream()
                .filter(pair -> pair.label().equals(label))
                .map(ReportContent.Pair::value)
                .findFirst()
                .orElseThrow();
    }

    private static List<ReportContent.Pair> pairs(Section section) {
        if (section instanceof Section.Facts facts) {
            return facts.rows().stream().flatMap(List::stream).toList();
        }
        return section instanceof Section.Figures figures
                ? figures.figures()
                : ((Section.Paragraphs) section).paragraphs();
    }

    private static Map<String, String> guan() {
        var values = new HashMap<String, String>();
        values.put("file.group", "三组");
        values.put("head.name", "关庆林");
        values.put("head.number", "230184197403094217");
        values.put("head.birth", "1974-03-09");
        values.put("head.phone", "13845106053");
        values.put("head.people", "5");
        values.put("head.workers", "3");
        values.put("land.contracted", "28.5");
        values.put("crops.main", "水稻");
        values.put("crops.years", "11");
        values.put("house.houses.a.area", "125");
        values.put("finance.deposits", "130000.00");
        values.put("finance.loanBalance", "138000.00");
        values.put("finance.overdue", "none");
        values.put("finance.loans.a.institution", "拉林信用社");
        values.put("finance.loans.a.balance", "138000.00");
        values.put("income.years.a.year", "2025");
        values.put("income.years.a.perHead", "20500.00");
        values.put("family.members.a.name", "关春梅");
        values.put("family.members.a.birth", "1976-01-01");
        values.put("family.members.b.name", "关小雨");
        values.put("family.members.b.birth", "2019-05-01");
        values.put("guarantee.guarantees.a.debtor", "李保国");
        values.put("guarantee.guarantees.a.compensated", "false");
        values.put("consents.given.a.kind", "signed");
        values.put("consents.given.a.noticeAt", "2026-10-22");
        values.put("consents.given.a.signedAt", "2026-10-22");
        values.put("consents.given.a.until", "2028-10-21");
        values.put("consents.given.a.blocks", "finance.deposits,house,income");
        values.put("consents.given.b.kind", "paper");
        values.put("consents.given.b.use", "pass-on");
        values.put("consents.given.b.receiver", "冰城村镇银行");
        values.put("consents.given.b.purpose", "信用户复核、贷款");
        values.put("consents.given.b.noticeAt", "2026-10-22");
        values.put("consents.given.b.signedAt", "2026-10-22");
        values.put("adverse.items.a.kind", "arrears");
        values.put("adverse.items.a.fact", "旧年欠缴水费");
        values.put("adverse.items.a.status", "ended");
        values.put("adverse.items.a.endsOn", "2021-06-01");
        values.put("adverse.items.b.kind", "breach");
        values.put("adverse.items.b.fact", "迟交合作社会费");
        values.put("adverse.items.b.status", "ended");
        values.put("adverse.items.b.endsOn", "2025-06-01");
        values.put("adverse.items.b.disputed", "true");
        values.put("adverse.items.b.statement", "会费是合作社记错了。");
        return values;
    }
}
