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
 * Prints reports: it turns a {@link ReportContent} into pages or into a PDF. The same content always gives the same
 * bytes. It uses no clock and no store, and several threads may share it.
 */
public final class ReportLayouts {
    private final Fonts fonts;
    private final Layout layout;

    /** Creates a printer with these fonts, and with its fixed words in this language. */
    public ReportLayouts(Fonts fonts, Locale locale) {
        this.fonts = fonts;
        this.layout = new Layout(fonts, new PaperWords(locale));
    }

    /**
     * Returns a printer of Chinese reports. It uses the bundled fonts, and an installed font for rare characters if
     * there is one.
     */
    public static ReportLayouts standard() {
        return Standard.REPORTS;
    }

    private static final class Standard {
        static final ReportLayouts REPORTS = new ReportLayouts(Fonts.installed(), Locale.SIMPLIFIED_CHINESE);
    }

    /** Returns the report as PDF/A-3b with its data attached. */
    public byte[] pdf(ReportContent content) {
        return print(content).bytes();
    }

    /** Prints a report. The result also contains the facts for the report log. */
    public Printed print(ReportContent content) {
        return bind(List.of(content));
    }

    /** Returns the pages of a report for a screen to draw. */
    public List<PaperPage> pages(ReportContent content) {
        return layout.lay(content).pages();
    }

    /**
     * Prints several reports into one file. Each has its own page numbers, and its data is attached under its report
     * number.
     *
     * @throws IllegalArgumentException if there is no report, or if two reports have the same number
     */
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
