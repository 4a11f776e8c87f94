package xindang.persistence.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import xindang.model.intake.MergedCell;

/**
 * Reads the merged cells of an .xlsx file, which fastexcel-reader does not return. A sheet lists them behind its rows, so
 * only the end of its XML is parsed.
 */
final class XlsxMerges {
    private static final byte[] ROWS_END = "sheetData>".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NO_ROWS = "sheetData/>".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern MERGE =
            Pattern.compile("<(?:\\w+:)?mergeCell\\s[^>]*?ref=\"([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})\"");
    /** More bytes behind the rows of a sheet are not read. */
    private static final int MOST_TAIL = 8 << 20;

    private static final int MOST = 100_000;
    /** Longer tags, with a longer prefix, are not expected. */
    private static final int MOST_TAG = 64;

    private XlsxMerges() {}

    /** Returns the merged cells of each sheet, by its name. A sheet without them is missing. */
    static Map<String, List<MergedCell>> of(Path file) throws IOException {
        var merges = new HashMap<String, List<MergedCell>>();
        try (var zip = new ZipFile(file.toFile())) {
            var targets = targets(zip);
            for (var sheet : sheets(zip).entrySet()) {
                var target = targets.getOrDefault(sheet.getValue(), "");
                var entry = zip.getEntry(target.startsWith("/") ? target.substring(1) : "xl/" + target);
                if (entry != null) {
                    try (var in = zip.getInputStream(entry)) {
                        var found = merges(tail(in));
                        if (!found.isEmpty()) {
                            merges.put(sheet.getKey(), found);
                        }
                    }
                }
            }
        } catch (XMLStreamException e) {
            // the sheets are read all the same; what is merged stays blank
            return Map.of();
        }
        return merges;
    }

    /** Returns the ids of the parts of sheets, by their names. */
    private static Map<String, String> sheets(ZipFile zip) throws IOException, XMLStreamException {
        var sheets = new HashMap<String, String>();
        each(zip, "xl/workbook.xml", "sheet", xml -> {
            for (var i = 0; i < xml.getAttributeCount(); i++) {
                var namespace = xml.getAttributeNamespace(i);
                if (xml.getAttributeLocalName(i).equals("id") && namespace != null && !namespace.isEmpty()) {
                    sheets.put(xml.getAttributeValue(null, "name"), xml.getAttributeValue(i));
                }
            }
        });
        return sheets;
    }

    private static Map<String, String> targets(ZipFile zip) throws IOException, XMLStreamException {
        var targets = new HashMap<String, String>();
        each(
                zip,
                "xl/_rels/workbook.xml.rels",
                "Relationship",
                xml -> targets.put(xml.getAttributeValue(null, "Id"), xml.getAttributeValue(null, "Target")));
        return targets;
    }

    private interface Element {
        void at(XMLStreamReader xml) throws XMLStreamException;
    }

    private static void each(ZipFile zip, String part, String name, Element element)
            throws IOException, XMLStreamException {
        var entry = zip.getEntry(part);
        if (entry == null) {
            return;
        }
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (var in = zip.getInputStream(entry)) {
            var text = new String(in.readNBytes(MOST_TAIL), StandardCharsets.UTF_8);
            var xml = factory.createXMLStreamReader(
                    new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals(name)) {
                    element.at(xml);
                }
            }
        }
    }

    /** Returns what follows the rows of a sheet. */
    private static String tail(InputStream in) throws IOException {
        var buffer = new byte[1 << 16];
        var kept = 0;
        for (var read = in.read(buffer, kept, buffer.length - kept);
                read >= 0;
                read = in.read(buffer, kept, buffer.length - kept)) {
            var length = kept + read;
            var end = Math.max(after(buffer, length, ROWS_END), after(buffer, length, NO_ROWS));
            if (end >= 0) {
                return new String(buffer, end, length - end, StandardCharsets.ISO_8859_1)
                        + new String(in.readNBytes(MOST_TAIL), StandardCharsets.ISO_8859_1);
            }
            // the tag may begin in this part and end in the next
            kept = Math.min(length, MOST_TAG);
            System.arraycopy(buffer, length - kept, buffer, 0, kept);
        }
        return "";
    }

    /** Returns the index behind a closing tag; -1 when there is none. */
    private static int after(byte[] buffer, int length, byte[] tag) {
        for (var i = 1; i <= length - tag.length; i++) {
            if (buffer[i] == tag[0]
                    && Arrays.equals(buffer, i, i + tag.length, tag, 0, tag.length)
                    && (tag == NO_ROWS || isClosing(buffer, i))) {
                return i + tag.length;
            }
        }
        return -1;
    }

    /** Returns whether the name at an index, perhaps with a prefix before it, closes an element. */
    private static boolean isClosing(byte[] buffer, int name) {
        var at = name - 1;
        if (buffer[at] == ':') {
            for (at--; at > 0 && Character.isLetterOrDigit(buffer[at]); at--) {}
        }
        return at >= 0 && buffer[at] == '/';
    }

    private static List<MergedCell> merges(String tail) {
        var merges = new ArrayList<MergedCell>();
        var found = MERGE.matcher(tail);
        while (found.find() && merges.size() < MOST) {
            var merge = new MergedCell(
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(4)),
                    column(found.group(1)),
                    column(found.group(3)));
            if (merge.lastColumn() < SheetFiles.MOST_CELLS) {
                merges.add(merge);
            }
        }
        return merges;
    }

    private static int column(String letters) {
        var number = 0;
        for (var i = 0; i < letters.length(); i++) {
            number = number * 26 + letters.charAt(i) - 'A' + 1;
        }
        return number - 1;
    }
}
