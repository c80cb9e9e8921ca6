package io.commonplace.rendering;

import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** Shows {@code <soap:Envelope>} as it was written: it looks like an address in angle brackets, and none that can be opened. */
final class OtherAutolinks implements Parser.ParserExtension {
    @Override
    public void extend(Parser.Builder builder) {
        builder.customInlineContentParserFactory(new Factory());
    }

    private static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('<');
        }

        @Override
        public InlineContentParser create() {
            return OtherAutolinks::tryParse;
        }
    }

    private static ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        Position start = scanner.position();
        scanner.next();
        Position address = scanner.position();
        int length = scanner.match(OtherAutolinks::isAddress);
        String written = scanner.getSource(address, scanner.position()).getContent();
        if (length == 0 || !scanner.next('>') || Destination.of(written) != Destination.UNSUPPORTED) {
            return ParsedInline.none();
        }
        String literal = scanner.getSource(start, scanner.position()).getContent();
        return ParsedInline.of(new Text(literal), scanner.position());
    }

    private static boolean isAddress(char c) {
        return c > ' ' && c != '<' && c != '>' && c != 0x7f;
    }
}
