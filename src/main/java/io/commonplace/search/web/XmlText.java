package io.commonplace.search.web;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a text in XML. It leaves out the few characters that XML can't hold, even escaped: a page's title may have one, and
 * readers would refuse the whole text.
 */
final class XmlText {
    private final XMLStreamWriter out;

    private XmlText(XMLStreamWriter out) {
        this.out = out;
    }

    /** What is between the beginning and the end of the root element. */
    interface Content {
        void write(XmlText xml) throws XMLStreamException;
    }

    /** @param namespace of all elements */
    static String of(String root, String namespace, Content content) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement(root);
            out.writeDefaultNamespace(namespace);
            content.write(new XmlText(out));
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("It is only written to memory", e);
        }
        return text.append('\n').toString();
    }

    /** @param attributes names and values by turns */
    void element(String name, String content, String... attributes) throws XMLStreamException {
        out.writeStartElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], clean(attributes[i + 1]));
        }
        out.writeCharacters(clean(content));
        out.writeEndElement();
    }

    void nested(String name, Content content) throws XMLStreamException {
        out.writeStartElement(name);
        content.write(this);
        out.writeEndElement();
    }

    private static String clean(String text) {
        return text.codePoints()
                .filter(XmlText::isAllowed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** @see <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0, characters</a> */
    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xd7ff)
                || (c >= 0xe000 && c <= 0xfffd)
                || c >= 0x10000;
    }
}
