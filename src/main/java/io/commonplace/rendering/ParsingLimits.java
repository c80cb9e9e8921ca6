package io.commonplace.rendering;

import java.util.Set;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Stops a parser that runs out of time or nests too deep. It parses nothing; the parser calls it at every line and at every
 * special character. Register it before other extensions, because they walk the tree recursively.
 */
final class ParsingLimits implements Parser.ParserExtension {
    private static final Set<Character> TRIGGERS = Set.of('<', '!', '*', '_', '`', '&', '\\', '~', ':', '^', '(');

    private final int nesting;

    ParsingLimits(int nesting) {
        this.nesting = nesting;
    }

    @Override
    public void extend(Parser.Builder builder) {
        builder.maxOpenBlockParsers(nesting + 1)
                .customBlockParserFactory(new AtEveryLine())
                .customInlineContentParserFactory(new AtSpecialCharacters())
                .linkProcessor(new AtLinks())
                .postProcessor(this::checkDepth);
    }

    private Node checkDepth(Node document) {
        int depth = 0;
        for (Node node = document; node != null; ) {
            if (depth > nesting) {
                throw new RenderingRefused("rendering.tooDeep", (long) nesting);
            }
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                continue;
            }
            while (node != null && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            node = node == null ? null : node.getNext();
        }
        return document;
    }

    private static final class AtEveryLine implements BlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            Budget.check();
            return BlockStart.none();
        }
    }

    private static final class AtSpecialCharacters implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return TRIGGERS;
        }

        /** The parser creates one for each block. */
        @Override
        public InlineContentParser create() {
            return new AtSpecialCharacter();
        }
    }

    /**
     * Reads runs of delimiters such as asterisks as text if a run is too long to be emphasis, or if a block has too many. The
     * parser's time grows with the square of both, and the result would be nested too deep anyway.
     */
    private static final class AtSpecialCharacter implements InlineContentParser {
        private static final String DELIMITERS = "*_~";
        private static final int MAX_RUN_LENGTH = 1000;
        private static final int MAX_RUNS = 10_000;

        private int runs;

        @Override
        public ParsedInline tryParse(InlineParserState state) {
            Budget.check();
            Scanner scanner = state.scanner();
            char c = scanner.peek();
            if (DELIMITERS.indexOf(c) < 0) {
                return ParsedInline.none();
            }
            int run = scanner.matchMultiple(c);
            return run > MAX_RUN_LENGTH || ++runs > MAX_RUNS
                    ? ParsedInline.of(new Text(String.valueOf(c).repeat(run)), scanner.position())
                    : ParsedInline.none();
        }
    }

    private static final class AtLinks implements LinkProcessor {
        @Override
        public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
            Budget.check();
            if (link.destination() == null) {
                String label = link.label() == null || link.label().isEmpty() ? link.text() : link.label();
                LinkReferenceDefinition definition = context.getDefinition(LinkReferenceDefinition.class, label);
                Budget.expand(definition == null ? 0 : size(definition));
            }
            return LinkResult.none();
        }

        private static int size(LinkReferenceDefinition definition) {
            String title = definition.getTitle();
            return definition.getDestination().length() + (title == null ? 0 : title.length());
        }
    }
}
