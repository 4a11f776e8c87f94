package xindang.model.law;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import xindang.model.archive.Paths;
import xindang.model.common.Violation;
import xindang.model.template.Field;
import xindang.model.template.FieldType;
import xindang.model.template.LegalClass;
import xindang.model.template.Template;

/**
 * Checks a template before it is used. It may not contain items that 征信业管理条例 article 14(1) forbids. In the template of
 * a person, the items of article 14(2) (income, deposits, securities, commercial insurance, real estate, tax paid) must
 * need consent. Shipped templates pass the same check as templates of counties, which arrive by exchange.
 */
final class TemplateCheck {
    private static final Pattern NEEDS_CONSENT =
            Pattern.compile("收入|存款|有价证券|股票|基金份额|债券|商业保险|保单|保额|保费|人身保险|财产保险|房产|房屋|住房|不动产(?!权证)|纳税(?:数额|金额|额)");

    private TemplateCheck() {}

    /** Returns all violations of a template, in the order of its fields. */
    static List<Violation> check(Template template) {
        var found = new ArrayList<Violation>();
        var person = template.subject()
                .flatMap(subject -> template.field(subject.number()))
                .map(field -> field.type() == FieldType.RESIDENT_NUMBER)
                .orElse(false);
        for (var block : template.blocks()) {
            Wording.words(TextDoor.LABEL, block.title()).ifPresent(found::add);
            if (block.legal() == LegalClass.FORBIDDEN) {
                found.add(Violation.of("law.forbidden.class", block.title()));
            }
            for (var field : block.fields()) {
                var path = Paths.of(block.id(), field.id());
                field(template, path, field, found);
                field.fields().forEach(inner -> field(template, path + ".*." + inner.id(), inner, found));
                if (person) {
                    consent(template, path, field, found);
                }
            }
        }
        return found;
    }

    private static void field(Template template, String path, Field field, List<Violation> found) {
        Wording.words(TextDoor.LABEL, field.label()).ifPresent(found::add);
        field.aliases().forEach(alias -> Wording.words(TextDoor.LABEL, alias).ifPresent(found::add));
        if (template.legal(path) == LegalClass.FORBIDDEN || field.legal() == LegalClass.FORBIDDEN) {
            found.add(Violation.of("law.forbidden.class", field.label()));
        }
        field.table().flatMap(template::table).ifPresent(table -> {
            Wording.words(TextDoor.LABEL, table.title()).ifPresent(found::add);
            table.entries().forEach(entry -> Wording.words(TextDoor.LABEL, entry.label())
                    .ifPresent(found::add));
        });
    }

    private static void consent(Template template, String path, Field field, List<Violation> found) {
        if (field.isGroup()) {
            field.fields().forEach(inner -> consent(template, path + ".*." + inner.id(), inner, found));
        }
        var names = NEEDS_CONSENT.matcher(field.label()).find() && field.type() != FieldType.CODES;
        if (names && template.legal(path) == LegalClass.OPEN) {
            found.add(Violation.of("law.consent.unmarked", field.label()));
        }
    }
}
