package xindang.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;
import org.junit.jupiter.api.Test;
import xindang.model.common.Violation;
import xindang.reports.font.Fonts;
import xindang.reports.verify.Verification;
import xindang.reports.verify.Verification.Verdict;
import xindang.reports.verify.Verifier;

class VerifierTest {
    private final ReportLayouts reports = new ReportLayouts(Fonts.bundled(), Locale.SIMPLIFIED_CHINESE);
    private final Verifier verifier = new Verifier(data -> List.of());

    @Test
    void issuedReportIsGenuine() {
        var content = Samples.fullHousehold();
        var expected = new Verification(
                Verdict.GENUINE, content.number(), content.digest(), "农户信用报告 关庆林", List.of(content.data()), List.of());
        assertEquals(expected, verifier.verify(reports.pdf(content)));
    }

    @Test
    void boundReportsAreGenuine() {
        var bound = reports.bind(List.of(Samples.household(), Samples.enterprise()));
        var found = verifier.verify(bound.bytes());
        assertEquals(List.of(), found.findings());
        assertEquals(2, found.data().size());
    }

    @Test
    void savingAnewChangesNothing() throws IOException {
        byte[] saved = edited(document -> {});
        assertEquals(List.of(), verifier.verify(saved).findings());
    }

    @Test
    void oneChangedByteOfTheDataIsFound() throws IOException {
        byte[] changed = edited(document -> {
            var files = document.getDocumentCatalog().getNames().getEmbeddedFiles();
            var stream = Objects.requireNonNull(files.getNames().get("data.json"))
                    .getEmbeddedFile()
                    .getCOSObject();
            replace(stream, "关庆林", "关庆杯");
        });
        assertEquals(
                List.of(Violation.of("report.dataAltered")),
                verifier.verify(changed).findings());
    }

    @Test
    void oneChangedByteOfAPageIsFound() throws IOException {
        byte[] changed = edited(document -> {
            var stream = (COSStream) document.getPage(0).getCOSObject().getDictionaryObject(COSName.CONTENTS);
            replace(stream, "27 Tf", "26 Tf");
        });
        assertEquals(
                List.of(Violation.of("report.pagesAltered")),
                verifier.verify(changed).findings());
    }

    @Test
    void somethingLaidOverAPageIsFound() throws IOException {
        byte[] changed = edited(document -> {
            var square = new PDAnnotationSquare();
            square.setRectangle(new PDRectangle(100, 600, 80, 30));
            var page = document.getPage(0);
            var annotations = page.getAnnotations();
            annotations.add(square);
            page.setAnnotations(annotations);
        });
        assertEquals(
                List.of(Violation.of("report.covered")),
                verifier.verify(changed).findings());
    }

    @Test
    void bytesAfterTheEndAreFoundButNotALineEnd() {
        var pdf = reports.pdf(Samples.household());

        assertEquals(List.of(), verifier.verify(followed(pdf, "\r\n")).findings());
        for (var appended : List.of("x", "\n<script>", "\n%PDF-1.7\n%%EOF\n")) {
            assertEquals(
                    List.of(Violation.of("report.appended")),
                    verifier.verify(followed(pdf, appended)).findings(),
                    appended);
        }
    }

    private static byte[] followed(byte[] pdf, String text) {
        var more = text.getBytes(StandardCharsets.US_ASCII);
        var all = Arrays.copyOf(pdf, pdf.length + more.length);
        System.arraycopy(more, 0, all, pdf.length, more.length);
        return all;
    }

    @Test
    void addedPageIsFound() throws IOException {
        byte[] changed = edited(document -> document.addPage(new PDPage()));
        assertEquals(
                List.of(Violation.of("report.pagesAltered")),
                verifier.verify(changed).findings());
    }

    @Test
    void anotherNumberInTheMetadataIsFound() throws IOException {
        byte[] changed = edited(document -> {
            var stream = document.getDocumentCatalog().getMetadata().getCOSObject();
            replace(stream, "LL03-0042</xd:number>", "LL03-0043</xd:number>");
        });
        assertEquals(
                List.of("report.numberAltered"),
                verifier.verify(changed).findings().stream()
                        .map(Violation::code)
                        .toList());
    }

    @Test
    void removedDataIsFound() throws IOException {
        byte[] changed = edited(document -> document.getDocumentCatalog().setNames(null));
        assertEquals(Verdict.ALTERED, verifier.verify(changed).verdict());
    }

    @Test
    void ratingThatDoesNotComeOutAgainIsAFinding() {
        var wrong = Violation.of("rating.differs", "AA", "A");
        var strict = new Verifier(data -> List.of(wrong));
        assertEquals(
                List.of(wrong), strict.verify(reports.pdf(Samples.household())).findings());
    }

    @Test
    void otherFilesAreForeign() throws IOException {
        assertEquals(
                Verdict.FOREIGN,
                verifier.verify("不是 PDF".getBytes(StandardCharsets.UTF_8)).verdict());
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var out = new ByteArrayOutputStream();
            document.save(out);
            assertEquals(Verdict.FOREIGN, verifier.verify(out.toByteArray()).verdict());
        }
    }

    private interface Edit {
        void apply(PDDocument document) throws IOException;
    }

    private byte[] edited(Edit edit) throws IOException {
        try (var document = Loader.loadPDF(reports.pdf(Samples.household()))) {
            edit.apply(document);
            var out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        }
    }

    private static void replace(COSStream stream, String from, String to) throws IOException {
        byte[] bytes;
        try (var in = stream.createInputStream()) {
            bytes = in.readAllBytes();
        }
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var changed = text.replace(latin(from), latin(to));
        assertEquals(text.length(), changed.length());
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(changed.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
