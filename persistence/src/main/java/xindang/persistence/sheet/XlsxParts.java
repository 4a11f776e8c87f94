package xindang.persistence.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

/**
 * The parts of an .xlsx file: its sheets, shared texts and formats (ECMA-376, transitional and strict). Names of elements
 * are compared without their namespace, because strict files have another one.
 */
final class XlsxParts implements AutoCloseable {
    private static final long MOST_UNPACKED = 1L << 30;
    /** Larger files are checked for their ratio. */
    private static final long SMALL = 64L << 20;
    /** Real sheets unpack to 10 to 40 times their size. */
    private static final long MOST_RATIO = 200;

    private static final Set<Integer> BUILTIN_DATES =
            Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);

    private final String name;
    private final ZipFile zip;

    XlsxParts(Path file, String name) throws IOException {
        this.name = name;
        zip = new ZipFile(file.toFile());
        var unpacked = zip.stream().mapToLong(ZipEntry::getSize).sum();
        var packed =
                Math.max(1, zip.stream().mapToLong(ZipEntry::getCompressedSize).sum());
        if (unpacked > MOST_UNPACKED || (unpacked > SMALL && unpacked / packed > MOST_RATIO)) {
            zip.close();
            throw new AppException(ErrorCode.UNREADABLE, "unpacks to " + unpacked + " bytes", name, "large");
        }
    }

    /**
     * A sheet of the workbook.
     *
     * @param part path in the zip
     * @param isHidden whether the workbook hides it
     */
    record Part(String sheet, String part, boolean isHidden) {}

    List<Part> sheets() throws IOException, XMLStreamException {
        var targets = new HashMap<String, String>();
        each("xl/_rels/workbook.xml.rels", xml -> {
            if (xml.getLocalName().equals("Relationship")) {
                targets.put(attribute(xml, "Id"), attribute(xml, "Target"));
            }
        });
        var sheets = new ArrayList<Part>();
        each("xl/workbook.xml", xml -> {
            if (xml.getLocalName().equals("sheet")) {
                var target = targets.getOrDefault(relation(xml), "");
                sheets.add(new Part(
                        attribute(xml, "name"),
                        target.startsWith("/") ? target.substring(1) : "xl/" + target,
                        !attribute(xml, "state").isEmpty()
                                && !attribute(xml, "state").equals("visible")));
            }
        });
        return sheets;
    }

    /** Returns whether days are counted from 1904. */
    boolean isFrom1904() throws IOException, XMLStreamException {
        var found = new boolean[1];
        each("xl/workbook.xml", xml -> {
            if (xml.getLocalName().equals("workbookPr")) {
                found[0] |= Set.of("1", "true").contains(attribute(xml, "date1904"));
            }
        });
        return found[0];
    }

    /** Returns the shared texts in their order, without the readings of letters (rPh). */
    List<String> texts(Budget budget) throws IOException, XMLStreamException {
        var texts = new ArrayList<String>();
        if (zip.getEntry("xl/sharedStrings.xml") == null) {
            return texts;
        }
        try (var in = open("xl/sharedStrings.xml")) {
            var xml = reader(in);
            var text = new StringBuilder();
            var isText = false;
            var readings = 0;
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        var element = xml.getLocalName();
                        isText = element.equals("t");
                        readings += element.equals("rPh") ? 1 : 0;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        if (isText && readings == 0) {
                            XlsxRows.append(text, xml);
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        isText = false;
                        readings -= xml.getLocalName().equals("rPh") ? 1 : 0;
                        if (xml.getLocalName().equals("si")) {
                            budget.spend(64 + 2L * text.length());
                            texts.add(text.toString());
                            text.setLength(0);
                        }
                    }
                    default -> {}
                }
            }
        }
        return texts;
    }

    /** Returns for each style of cells whether it shows a date. */
    List<Boolean> dateStyles() throws IOException, XMLStreamException {
        var formats = new HashMap<Integer, Boolean>();
        var styles = new ArrayList<Boolean>();
        var isCells = new boolean[1];
        if (zip.getEntry("xl/styles.xml") == null) {
            return styles;
        }
        each("xl/styles.xml", xml -> {
            switch (xml.getLocalName()) {
                case "numFmt" ->
                    formats.put(number(attribute(xml, "numFmtId")), XlsxSheets.isDate(attribute(xml, "formatCode")));
                case "cellXfs" -> isCells[0] = true;
                case "cellStyleXfs", "cellStyles", "dxfs" -> isCells[0] = false;
                case "xf" -> {
                    if (isCells[0]) {
                        var id = number(attribute(xml, "numFmtId"));
                        styles.add(formats.getOrDefault(id, BUILTIN_DATES.contains(id)));
                    }
                }
                default -> {}
            }
        });
        return styles;
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }

    private static String relation(XMLStreamReader xml) {
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            var namespace = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals("id") && namespace != null && !namespace.isEmpty()) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Returns an attribute without namespace; empty when it is missing. */
    static String attribute(XMLStreamReader xml, String name) {
        var value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private interface Element {
        void at(XMLStreamReader xml) throws XMLStreamException;
    }

    private void each(String part, Element element) throws IOException, XMLStreamException {
        try (var in = open(part)) {
            var xml = reader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    element.at(xml);
                }
            }
        }
    }

    static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(in);
    }

    /** Opens a part. Its bytes may not be more than the zip says. */
    InputStream open(String part) throws IOException {
        var entry = zip.getEntry(part);
        if (entry == null) {
            throw damaged();
        }
        return new Counted(zip.getInputStream(entry), entry.getSize());
    }

    AppException damaged() {
        return new AppException(ErrorCode.UNREADABLE, "a damaged workbook", name, "damaged");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class Counted extends FilterInputStream {
        private long left;

        Counted(InputStream in, long size) {
            super(in);
            left = size;
        }

        @Override
        public int read() throws IOException {
            var read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var read = super.read(into, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw damaged();
            }
        }
    }
}
