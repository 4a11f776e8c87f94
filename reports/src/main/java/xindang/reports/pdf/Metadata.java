package xindang.reports.pdf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes the XMP metadata of a report: the parts that PDF/A requires and, in the product's schema, the digests that
 * {@code verify} compares. It is written as text, because the same report must give the same bytes.
 */
final class Metadata {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private static final String PACKET =
            """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
            <pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%1$s</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>%2$s</rdf:li></rdf:Seq></dc:creator>
            <dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
            <xmp:CreateDate>%3$s</xmp:CreateDate><xmp:ModifyDate>%3$s</xmp:ModifyDate>
            <xmp:CreatorTool>%4$s</xmp:CreatorTool>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
            <pdf:Producer>%4$s</pdf:Producer><pdf:Keywords>%5$s</pdf:Keywords>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:xd="%6$s">
            <xd:number>%7$s</xd:number><xd:dataDigest>%8$s</xd:dataDigest><xd:pagesDigest>%9$s</xd:pagesDigest>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"\
             xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"\
             xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>Xindang report</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>%6$s</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>xd</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq>%10$s</rdf:Seq></pdfaSchema:property>
            </rdf:li></rdf:Bag></pdfaExtension:schemas>
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>""";

    private static final String PROPERTY =
            """
            <rdf:li rdf:parseType="Resource"><pdfaProperty:name>%s</pdfaProperty:name>\
            <pdfaProperty:valueType>Text</pdfaProperty:valueType>\
            <pdfaProperty:category>internal</pdfaProperty:category>\
            <pdfaProperty:description>%s</pdfaProperty:description></rdf:li>""";

    private static final String PROPERTIES = PROPERTY.formatted("number", "Number of the report")
            + PROPERTY.formatted("dataDigest", "SHA-256 of the attached data")
            + PROPERTY.formatted("pagesDigest", "SHA-256 of the pages");

    private Metadata() {}

    static byte[] packet(Imprint imprint, String pagesDigest) {
        return PACKET.formatted(
                        xml(imprint.title()),
                        xml(imprint.author()),
                        time(imprint.time()),
                        xml(Imprint.PRODUCER),
                        xml(imprint.keywords()),
                        Imprint.NAMESPACE,
                        xml(imprint.number()),
                        xml(imprint.digest()),
                        pagesDigest,
                        PROPERTIES)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static String xml(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(code -> {
            switch (code) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                default -> {
                    if (code >= ' ' && code != 0xFFFE && code != 0xFFFF) {
                        out.appendCodePoint(code);
                    }
                }
            }
        });
        return out.toString();
    }
}
