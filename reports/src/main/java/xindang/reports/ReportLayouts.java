package xindang.reports;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import xindang.model.report.ReportContent;
import xindang.reports.font.Fonts;
import xindang.reports.layout.Layout;
import xindang.reports.layout.PaperPage;
import xindang.reports.layout.PaperWords;
import xindang.reports.pdf.Imprint;
import xindang.reports.pdf.PdfFile;

/**
 * Values in, paper out. The same content gives the same bytes; no clock, no store. Safe for any thread.
 */
public final class ReportLayouts {
    private final Fonts fonts;
    private final Layout layout;

    /** Reports with these fonts and with their fixed words in this language. */
    public ReportLayouts(Fonts fonts, Locale locale) {
        this.fonts = fonts;
        this.layout = new Layout(fonts, new PaperWords(locale));
    }

    /** Chinese reports with the bundled fonts and, where there is one, the installed font for rare characters. */
    public static ReportLayouts standard() {
        return Standard.REPORTS;
    }

    private static final class Standard {
        static final ReportLayouts REPORTS = new ReportLayouts(Fonts.installed(), Locale.SIMPLIFIED_CHINESE);
    }

    /** The report as PDF/A-3b with its data attached. */
    public byte[] pdf(ReportContent content) {
        return print(content).bytes();
    }

    /** The same with what the report log wants to know. */
    public Printed print(ReportContent content) {
        return bind(List.of(content));
    }

    /** The pages as they will be printed, for a screen to draw. */
    public List<PaperPage> pages(ReportContent content) {
        return layout.lay(content).pages();
    }

    /** Several reports in one file, each with page numbers of its own and its data attached under its number. */
    public Printed bind(List<ReportContent> contents) {
        if (contents.isEmpty()) {
            throw new IllegalArgumentException("nothing to print");
        }
        var missing = new TreeSet<Integer>();
        int pages = 0;
        try (var file = new PdfFile(fonts)) {
            for (var content : contents) {
                var laid = layout.lay(content);
                laid.pages().forEach(file::add);
                pages += laid.pages().size();
                missing.addAll(laid.missing());
            }
            var data = data(contents);
            data.forEach((name, content) -> file.attach(name, content.data(), content.issuedAt()));
            return new Printed(file.bytes(imprint(contents.get(0), data)), pages, missing);
        }
    }

    private static SortedMap<String, ReportContent> data(List<ReportContent> contents) {
        var data = new TreeMap<String, ReportContent>();
        for (var content : contents) {
            data.put(contents.size() == 1 ? PdfFile.DATA : content.number() + ".json", content);
        }
        if (data.size() != contents.size()) {
            throw new IllegalArgumentException("two reports of one number");
        }
        return data;
    }

    private static Imprint imprint(ReportContent first, SortedMap<String, ReportContent> data) {
        var digests = data.values().stream().map(ReportContent::digest).toList();
        var title = data.size() == 1 ? first.title() + " " + first.subject().name() : first.title();
        return new Imprint(title, first.issuer(), first.issuedAt(), first.number(), Imprint.digestOf(digests));
    }
}
