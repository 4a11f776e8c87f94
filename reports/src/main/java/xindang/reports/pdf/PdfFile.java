package xindang.reports.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import xindang.reports.font.Fonts;
import xindang.reports.layout.Mark;
import xindang.reports.layout.PaperPage;

/**
 * Writes one PDF/A-3b file. Page contents, fonts and metadata are written here, because they are most of the work and
 * their bytes must always be the same. PDFBox writes objects, references and the file structure.
 */
public final class PdfFile implements AutoCloseable {
    /** Name of the attached data of a single report. */
    public static final String DATA = "data.json";

    private static final double POINTS = 0.75;

    private final PDDocument document = new PDDocument();
    private final Streams streams = new Streams(document);
    private final Resources resources;
    private final COSDictionary sharedResources = new COSDictionary();
    private final List<COSDictionary> pages = new ArrayList<>();
    private final COSArray attachmentNames = new COSArray();
    private final COSArray associated = new COSArray();

    public PdfFile(Fonts fonts) {
        document.setVersion(1.7f);
        resources = new Resources(fonts, streams);
    }

    /** Appends a page. */
    public void add(PaperPage page) {
        var pdfPage = new PDPage();
        var dictionary = pdfPage.getCOSObject();
        dictionary.setItem(COSName.MEDIA_BOX, box(0, 0, page.width() * POINTS, page.height() * POINTS));
        dictionary.setItem(COSName.RESOURCES, sharedResources);
        dictionary.setItem(COSName.CONTENTS, streams.of(PdfPainter.paint(page, resources)));
        var links = new COSArray();
        for (var mark : page.marks()) {
            if (mark instanceof Mark.Link link) {
                links.add(link(link, page.height() * POINTS));
            }
        }
        if (links.size() > 0) {
            dictionary.setItem(COSName.ANNOTS, links);
        }
        document.addPage(pdfPage);
        pages.add(dictionary);
    }

    /** Attaches the data of the pages. Attachments must be added in the order of their names. */
    public void attach(String name, String json, Instant time) {
        var stream = streams.of(json.getBytes(StandardCharsets.UTF_8));
        stream.setItem(COSName.TYPE, COSName.getPDFName("EmbeddedFile"));
        stream.setItem(COSName.SUBTYPE, COSName.getPDFName("application/json"));
        var parameters = new COSDictionary();
        parameters.setInt(COSName.SIZE, json.getBytes(StandardCharsets.UTF_8).length);
        parameters.setDate(COSName.MOD_DATE, calendar(time));
        stream.setItem(COSName.PARAMS, parameters);
        var files = new COSDictionary();
        files.setItem(COSName.F, stream);
        files.setItem(COSName.UF, stream);
        var specification = new COSDictionary();
        specification.setItem(COSName.TYPE, COSName.FILESPEC);
        specification.setString(COSName.F, name);
        specification.setString(COSName.UF, name);
        specification.setItem(COSName.EF, files);
        specification.setItem(COSName.getPDFName("AFRelationship"), COSName.getPDFName("Data"));
        attachmentNames.add(new COSString(name));
        attachmentNames.add(specification);
        associated.add(specification);
    }

    /** Completes the file and returns its bytes. The same pages, data and imprint give the same bytes. */
    public byte[] bytes(Imprint imprint) {
        try {
            resources.dictionary().forEach(sharedResources::setItem);
            information(imprint);
            catalog(imprint, PageDigest.of(pages, streams::plain));
            document.setDocumentId(id(imprint.digest()));
            var out = new ByteArrayOutputStream(1 << 18);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to memory", e);
        }
    }

    @Override
    public void close() {
        streams.close();
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release memory", e);
        }
    }

    private void information(Imprint imprint) {
        var information = document.getDocumentInformation();
        information.setTitle(imprint.title());
        information.setAuthor(imprint.author());
        information.setKeywords(imprint.keywords());
        information.setCreator(Imprint.PRODUCER);
        information.setProducer(Imprint.PRODUCER);
        information.setCreationDate(calendar(imprint.time()));
        information.setModificationDate(calendar(imprint.time()));
    }

    private void catalog(Imprint imprint, String pagesDigest) {
        var catalog = document.getDocumentCatalog().getCOSObject();
        catalog.setString(COSName.LANG, "zh-CN");
        var preferences = new COSDictionary();
        preferences.setBoolean(COSName.getPDFName("DisplayDocTitle"), true);
        catalog.setItem(COSName.VIEWER_PREFERENCES, preferences);
        var metadata = streams.unpacked(Metadata.packet(imprint, pagesDigest));
        metadata.setItem(COSName.TYPE, COSName.METADATA);
        metadata.setItem(COSName.SUBTYPE, COSName.getPDFName("XML"));
        catalog.setItem(COSName.METADATA, new PDMetadata(metadata));
        catalog.setItem(COSName.OUTPUT_INTENTS, array(outputIntent()));
        if (associated.size() > 0) {
            var tree = new COSDictionary();
            tree.setItem(COSName.NAMES, attachmentNames);
            var names = new COSDictionary();
            names.setItem(COSName.EMBEDDED_FILES, tree);
            catalog.setItem(COSName.NAMES, names);
            catalog.setItem(COSName.getPDFName("AF"), associated);
        }
    }

    private COSDictionary outputIntent() {
        var profile = streams.of(ScreenColours.profile());
        profile.setInt(COSName.N, 3);
        var intent = new COSDictionary();
        intent.setItem(COSName.TYPE, COSName.OUTPUT_INTENT);
        intent.setItem(COSName.S, COSName.getPDFName("GTS_PDFA1"));
        intent.setString(COSName.OUTPUT_CONDITION_IDENTIFIER, "sRGB IEC61966-2.1");
        intent.setString(COSName.INFO, "sRGB IEC61966-2.1");
        intent.setItem(COSName.DEST_OUTPUT_PROFILE, profile);
        return intent;
    }

    private static COSDictionary link(Mark.Link link, double height) {
        var action = new COSDictionary();
        action.setItem(COSName.S, COSName.URI);
        action.setString(COSName.URI, link.address());
        var annotation = new COSDictionary();
        annotation.setItem(COSName.TYPE, COSName.ANNOT);
        annotation.setItem(COSName.SUBTYPE, COSName.getPDFName("Link"));
        annotation.setItem(
                COSName.RECT,
                box(
                        link.x() * POINTS,
                        height - (link.y() + link.height()) * POINTS,
                        (link.x() + link.width()) * POINTS,
                        height - link.y() * POINTS));
        annotation.setInt(COSName.F, 4);
        annotation.setItem(COSName.BORDER, array(COSInteger.ZERO, COSInteger.ZERO, COSInteger.ZERO));
        annotation.setItem(COSName.A, action);
        return annotation;
    }

    private static COSArray box(double left, double bottom, double right, double top) {
        return array(rounded(left), rounded(bottom), rounded(right), rounded(top));
    }

    private static COSFloat rounded(double value) {
        return new COSFloat(Math.round(value * 100) / 100f);
    }

    private static COSArray array(COSBase... values) {
        var array = new COSArray();
        for (var value : values) {
            array.add(value);
        }
        return array;
    }

    private static GregorianCalendar calendar(Instant instant) {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.setTimeInMillis(instant.toEpochMilli());
        return calendar;
    }

    /** Returns a number for the file identifier. PDFBox would use the clock instead. */
    private static long id(String digest) {
        long id = 7;
        for (int i = 0; i < digest.length(); i++) {
            id = 31 * id + digest.charAt(i);
        }
        return id;
    }
}
