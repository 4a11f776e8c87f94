package xindang.model.report;

import java.util.List;
import java.util.Optional;
import xindang.model.report.ReportContent.Hero;
import xindang.model.report.ReportContent.Pair;

/**
 * The parts of a report about a subject of which a later version of the program wrote parts. The report cannot contain
 * them, so it states that it is incomplete and prints no grade.
 */
final class SealedParts {
    private static final String NOTE = "部分资料由更新的版本写入，本报告未包含";

    private SealedParts() {}

    /** Makes the first section of such a report. */
    static Optional<Section> section(Dossier dossier) {
        return of(dossier).map(record -> new Section.Paragraphs("资料范围", List.of(new Pair("说明", NOTE + "。"))));
    }

    /** Makes the text that replaces the grade. */
    static Optional<Hero> hero(Dossier dossier) {
        return of(dossier)
                .map(record ->
                        new Hero("", "资料不全，未列等级", "", "", "", List.of(new Pair("状态", "未列等级"), new Pair("原因", NOTE))));
    }

    private static Optional<Dossier> of(Dossier dossier) {
        return Optional.of(dossier).filter(whole -> whole.record().isPartlySealed());
    }
}
