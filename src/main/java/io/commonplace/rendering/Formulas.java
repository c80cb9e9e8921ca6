package io.commonplace.rendering;

import java.util.Set;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Finds formulas: {@code $...$} and {@code $$...$$} in a line, and blocks between lines of {@code $$}. Prices and names of
 * variables stay text: inside of the dollar signs there is no space at the ends, and outside neither a letter nor a digit.
 */
final class Formulas implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension {
    @Override
    public void extend(Parser.Builder builder) {
        builder.customInlineContentParserFactory(new Factory())
                .customBlockParserFactory(new FormulaBlockParser.Factory());
    }

    @Override
    public void extend(HtmlRenderer.Builder builder) {
        builder.nodeRendererFactory(Formula.Renderer::new);
    }

    private static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$');
        }

        @Override
        public InlineContentParser create() {
            return Formulas::tryParse;
        }
    }

    private static ParsedInline tryParse(InlineParserState state) {
        Budget.check();
        Scanner scanner = state.scanner();
        int before = scanner.peekPreviousCodePoint();
        // Of a row of dollar signs only the first is looked at, so that the time stays linear.
        if (before == '$' || Character.isLetterOrDigit(before)) {
            return ParsedInline.none();
        }
        Position start = scanner.position();
        int marks = scanner.matchMultiple('$');
        Position from = scanner.position();
        int length = marks > 2 ? -1 : closing(scanner);
        Position to = scanner.position();
        if (length <= 0 || scanner.matchMultiple('$') != marks || Character.isLetterOrDigit(scanner.peekCodePoint())) {
            return ParsedInline.none();
        }
        String source = scanner.getSource(from, to).getContent();
        return isFormula(source, marks)
                ? ParsedInline.of(
                        new Formula.Inline(
                                scanner.getSource(start, scanner.position()).getContent()),
                        scanner.position())
                : ParsedInline.none();
    }

    /** Goes to the next dollar sign that no backslash escapes. @return the characters up to it; -1 if there is none */
    private static int closing(Scanner scanner) {
        int length = 0;
        while (true) {
            int found = scanner.find(c -> c == '$' || c == '\\');
            if (found < 0) {
                return -1;
            }
            length += found;
            if (scanner.peek() == '$') {
                return length;
            }
            scanner.next();
            if (scanner.hasNext()) {
                scanner.next();
            }
            length += 2;
        }
    }

    private static boolean isFormula(String source, int marks) {
        boolean touches = !Character.isWhitespace(source.charAt(0))
                && !Character.isWhitespace(source.charAt(source.length() - 1));
        return (touches || marks == 2) && !source.isBlank() && source.indexOf('`') < 0;
    }
}
