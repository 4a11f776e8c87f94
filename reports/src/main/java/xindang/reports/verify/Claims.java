package xindang.reports.verify;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import xindang.reports.pdf.Imprint;

/** The number and digests in the metadata of a file. */
record Claims(String number, String dataDigest, String pagesDigest) {
    /**
     * Reads the product's properties from the metadata; empty if there are none. The metadata may be hostile, so XML
     * entities are disabled.
     */
    static Optional<Claims> read(InputStream packet) {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var found = new HashMap<String, String>();
        try {
            var reader = factory.createXMLStreamReader(packet);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    property(reader, found);
                }
            }
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
        return found.keySet().containsAll(java.util.Set.of("number", "dataDigest", "pagesDigest"))
                ? Optional.of(of(found))
                : Optional.empty();
    }

    private static void property(XMLStreamReader reader, Map<String, String> found) throws XMLStreamException {
        if (Imprint.NAMESPACE.equals(reader.getNamespaceURI())) {
            var name = reader.getLocalName();
            found.put(name, reader.getElementText().strip());
        }
    }

    private static Claims of(Map<String, String> found) {
        return new Claims(
                found.getOrDefault("number", ""),
                found.getOrDefault("dataDigest", ""),
                found.getOrDefault("pagesDigest", ""));
    }
}
