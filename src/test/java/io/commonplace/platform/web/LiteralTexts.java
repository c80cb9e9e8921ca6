package io.commonplace.platform.web;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What a view says in words of its own instead of a bundle's: in its text, in attributes that people read, and in the EL of both. */
final class LiteralTexts {
    private static final Set<String> ATTRIBUTES =
            Set.of("title", "alt", "label", "hint", "placeholder", "summary", "aria-label", "aria-description", "lang");

    /** Elements whose value is shown. */
    private static final Set<String> SHOWN = Set.of("commandButton", "commandLink", "outputText", "outputFormat");

    /** Data that scripts work with, and never show. */
    private static final Set<String> SCRIPTS = Set.of(
            "data-url",
            "data-part",
            "data-phrase",
            "data-mode",
            "data-job",
            "data-state",
            "data-command",
            "data-action");

    private static final Pattern EXPRESSION = Pattern.compile("#\\{[^}]*}");

    /** Strings in EL that are keys, or that something is compared with. */
    private static final Pattern NO_TEXT = Pattern.compile("(?:msg\\[|messages\\.of\\(|\\beq |\\bne |[=!]= )'[^']*'");

    private static final Pattern WORDS = Pattern.compile("\\p{L}");
    private static final Pattern QUOTED_WORDS = Pattern.compile("'[^']*\\p{L}[^']*'|\"[^\"]*\\p{L}[^\"]*\"");

    private final List<String> found = new ArrayList<>();

    private LiteralTexts() {}

    static List<String> in(String view) {
        LiteralTexts texts = new LiteralTexts();
        texts.visit(parse(view));
        return texts.found;
    }

    private void visit(Node node) {
        if (node instanceof Text text) {
            look(text.getData());
        }
        if (node instanceof Element element) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                Attr attribute = (Attr) element.getAttributes().item(i);
                if (isShown(element, attribute)) {
                    look(attribute.getValue());
                }
            }
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            visit(child);
        }
    }

    private static boolean isShown(Element element, Attr attribute) {
        String name = attribute.getLocalName();
        return ATTRIBUTES.contains(name)
                || (name.startsWith("data-") && !SCRIPTS.contains(name))
                || (name.equals("value") && SHOWN.contains(element.getLocalName()))
                || (name.equals("content") && element.getAttribute("name").equals("description"));
    }

    private void look(String text) {
        String literal = EXPRESSION.matcher(text).replaceAll("");
        boolean inExpression = EXPRESSION
                .matcher(text)
                .results()
                .map(expression -> NO_TEXT.matcher(expression.group()).replaceAll(""))
                .anyMatch(rest -> QUOTED_WORDS.matcher(rest).find());
        if (inExpression || WORDS.matcher(literal).find()) {
            found.add(text.strip());
        }
    }

    private static Node parse(String view) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            DocumentBuilder parser = factory.newDocumentBuilder();
            return parser.parse(new InputSource(new StringReader(view))).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException(view, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
