package xindang.reports.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import xindang.model.common.Digest;
import xindang.model.common.Violation;
import xindang.reports.pdf.Imprint;
import xindang.reports.pdf.PageDigest;
import xindang.reports.verify.Verification.Verdict;

/**
 * Checks a report file against itself: its data and pages against their digests, and that nothing covers the pages. It
 * also checks the rating in the data by a recomputation that the caller provides.
 */
public final class Verifier {
    private static final Pattern END = Pattern.compile("startxref\\s+\\d+\\s+%%EOF[\\s\\x00]*");

    private final Function<String, List<Violation>> recomputation;

    /**
     * Creates a verifier.
     *
     * @param recomputation takes the canonical JSON of a report and returns the parts of its rating that differ when
     *     computed again
     */
    public Verifier(Function<String, List<Violation>> recomputation) {
        this.recomputation = recomputation;
    }

    /** Checks a file. Its contents never cause an exception. */
    public Verification verify(byte[] file) {
        try (var document = Loader.loadPDF(file)) {
            var claims = claims(document);
            return claims.isPresent() ? check(file, document, claims.get()) : foreign(Violation.of("report.notOurs"));
        } catch (IOException | UncheckedIOException e) {
            return foreign(Violation.of("report.unreadable"));
        }
    }

    private Verification check(byte[] file, PDDocument document, Claims claims) throws IOException {
        var findings = new ArrayList<Violation>();
        var data = data(document);
        var digests = data.stream().map(Digest::of).toList();
        if (data.isEmpty()) {
            findings.add(Violation.of("report.dataMissing"));
        } else if (!Imprint.digestOf(digests).equals(claims.dataDigest())) {
            findings.add(Violation.of("report.dataAltered"));
        }
        if (!pagesDigest(document).equals(claims.pagesDigest())) {
            findings.add(Violation.of("report.pagesAltered"));
        }
        if (covered(document)) {
            findings.add(Violation.of("report.covered"));
        }
        boolean same = keywords(document).equals(claims.number() + " " + claims.dataDigest());
        if (!same || (data.size() == 1 && !data.get(0).contains("\"number\":\"" + claims.number() + "\""))) {
            findings.add(Violation.of("report.numberAltered", claims.number()));
        }
        if (hasAppendedBytes(file)) {
            findings.add(Violation.of("report.appended"));
        }
        data.forEach(json -> findings.addAll(recomputation.apply(json)));
        var verdict = findings.isEmpty() ? Verdict.GENUINE : Verdict.ALTERED;
        return new Verification(verdict, claims.number(), claims.dataDigest(), title(document), data, findings);
    }

    /** Returns true if anything except blanks follows the original end of the file. */
    private static boolean hasAppendedBytes(byte[] file) {
        var end = END.matcher(new String(file, StandardCharsets.ISO_8859_1));
        return end.find() && end.end() < file.length;
    }

    private static Optional<Claims> claims(PDDocument document) throws IOException {
        var metadata = document.getDocumentCatalog().getMetadata();
        if (metadata == null) {
            return Optional.empty();
        }
        try (var packet = metadata.exportXMPMetadata()) {
            return Claims.read(packet);
        }
    }

    /** Returns the attached texts in the order of their names, which is the order of the digest. */
    private static List<String> data(PDDocument document) throws IOException {
        var names = document.getDocumentCatalog().getNames();
        if (names == null || names.getEmbeddedFiles() == null) {
            return List.of();
        }
        var found = new TreeMap<String, String>();
        collect(names.getEmbeddedFiles(), found);
        return List.copyOf(found.values());
    }

    private static void collect(PDNameTreeNode<PDComplexFileSpecification> node, Map<String, String> found)
            throws IOException {
        var entries = node.getNames();
        if (entries != null) {
            for (var entry : entries.entrySet()) {
                var file = entry.getValue().getEmbeddedFile();
                if (entry.getKey().endsWith(".json") && file != null) {
                    found.put(entry.getKey(), new String(file.toByteArray(), StandardCharsets.UTF_8));
                }
            }
        }
        var kids = node.getKids();
        if (kids != null) {
            for (var kid : kids) {
                collect(kid, found);
            }
        }
    }

    private static String pagesDigest(PDDocument document) {
        var pages = new ArrayList<COSDictionary>();
        document.getPages().forEach(page -> pages.add(page.getCOSObject()));
        return PageDigest.of(pages, Verifier::plain);
    }

    private static byte[] plain(COSStream stream) {
        try (var in = stream.createInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("damaged stream", e);
        }
    }

    /** Returns true if anything except the product's links and a signature covers a page. */
    private static boolean covered(PDDocument document) throws IOException {
        for (var page : document.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                boolean signature = annotation instanceof PDAnnotationWidget
                        && "Sig".equals(annotation.getCOSObject().getNameAsString("FT"));
                boolean link = annotation instanceof PDAnnotationLink && annotation.getAppearance() == null;
                if (!signature && !link) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String keywords(PDDocument document) {
        var keywords = document.getDocumentInformation().getKeywords();
        return keywords == null ? "" : keywords;
    }

    private static String title(PDDocument document) {
        var title = document.getDocumentInformation().getTitle();
        return title == null ? "" : title;
    }

    private static Verification foreign(Violation why) {
        return new Verification(Verdict.FOREIGN, "", "", "", List.of(), List.of(why));
    }
}
