package xindang.model.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import xindang.model.archive.Paths;
import xindang.model.law.ConsentRow;
import xindang.model.law.Gate;
import xindang.model.report.ReportContent.Pair;

/** The statements and consents of the subject, and the queries about it. */
final class StatementParts {
    private StatementParts() {}

    /** Makes the section of consents, the subject's statements on adverse items (art. 16), and disputes (art. 25). */
    static Section statements(String title, String adverse, Dossier dossier) {
        var paragraphs = new ArrayList<Pair>();
        if (dossier.template().field(ConsentRow.GROUP).isPresent()) {
            paragraphs.add(new Pair("授权", consents(dossier)));
        }
        paragraphs.add(new Pair("本人声明", joined(dossier, adverse, row -> statement(dossier, adverse, row))));
        paragraphs.add(new Pair("异议", joined(dossier, adverse, row -> dispute(dossier, adverse, row))));
        return new Section.Paragraphs(title, paragraphs);
    }

    private static String consents(Dossier dossier) {
        return Gate.consentActs(dossier.content()).stream()
                .filter(row -> dossier.inside()
                        || !row.isPassOn()
                        || row.receiver().equals(dossier.request().recipient()))
                .map(row -> consent(dossier, row))
                .collect(Collectors.joining("；"));
    }

    private static String consent(Dossier dossier, ConsentRow given) {
        var row = given.key();
        var kind = cell(dossier, ConsentRow.GROUP, row, "kind");
        var items = cell(dossier, ConsentRow.GROUP, row, "blocks");
        var reference = cell(dossier, ConsentRow.GROUP, row, "reference");
        var until = cell(dossier, ConsentRow.GROUP, row, "until");
        var text = new StringBuilder(cell(dossier, ConsentRow.GROUP, row, "signedAt"));
        text.append(text.isEmpty() ? "" : " ").append(kind);
        if (!reference.isEmpty()) {
            text.append("（").append(reference).append("）");
        }
        if (given.isPassOn()) {
            text.append("，对外提供");
            text.append(given.receiver().isEmpty() ? "" : "给" + given.receiver());
            text.append(given.purpose().isEmpty() ? "" : "用于" + given.purpose());
        }
        text.append("，事项：").append(items.isEmpty() ? given.isPassOn() ? "全部" : "依法须同意的全部事项" : items);
        if (!until.isEmpty()) {
            text.append("，有效至 ").append(until);
        }
        return text.toString();
    }

    private static Optional<String> statement(Dossier dossier, String group, String row) {
        var words = cell(dossier, group, row, "statement");
        return words.isEmpty() ? Optional.empty() : Optional.of(named(dossier, group, row) + "“" + words + "”");
    }

    private static Optional<String> dispute(Dossier dossier, String group, String row) {
        return dossier.content().text(Paths.of(group, row, "disputed")).equals("true")
                ? Optional.of(named(dossier, group, row) + "本人有异议，核查中")
                : Optional.empty();
    }

    private static String named(Dossier dossier, String group, String row) {
        var fact = cell(dossier, group, row, "fact");
        return (fact.isEmpty() ? cell(dossier, group, row, "kind") : fact) + "：";
    }

    private static String joined(Dossier dossier, String group, Words words) {
        return dossier.content().rows(group).stream()
                .flatMap(row -> words.of(row).stream())
                .collect(Collectors.joining("；"));
    }

    private interface Words {
        Optional<String> of(String row);
    }

    /** Makes the table of the queries of the last two years, newest first. */
    static Section queries(String title, String empty, Dossier dossier) {
        var since = dossier.on().minusYears(2).toString();
        var rows = dossier.queries().stream()
                .map(query -> {
                    var content = query.content();
                    return List.of(
                            minute(dossier, content.text("query.at")),
                            kind(content.text("query.kind")),
                            content.text("query.purpose")
                                    + content.get("query.recipient")
                                            .map(name -> "，提供给" + name)
                                            .orElse(""),
                            content.text("query.person"));
                })
                .filter(row -> row.get(0).compareTo(since) >= 0)
                .toList();
        return new Section.Table(
                title,
                List.of(
                        new Section.Column("时间", Section.Align.LEFT, 3),
                        new Section.Column("方式", Section.Align.LEFT, 1),
                        new Section.Column("用途", Section.Align.LEFT, 4),
                        new Section.Column("查询人", Section.Align.LEFT, 2)),
                rows,
                empty);
    }

    private static String minute(Dossier dossier, String instant) {
        return instant.isEmpty() ? "" : dossier.minute(Instant.parse(instant));
    }

    private static String kind(String code) {
        return switch (code) {
            case "view" -> "查看";
            case "print" -> "打印";
            case "export" -> "导出";
            default -> code;
        };
    }

    private static String cell(Dossier dossier, String group, String row, String field) {
        return dossier.show(Paths.of(group, row, field));
    }
}
