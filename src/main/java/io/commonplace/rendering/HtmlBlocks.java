package io.commonplace.rendering;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.internal.HtmlBlockParser;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Starts a block of raw HTML only at a tag that pages may contain, and at a comment or {@code <pre>} only if it is closed.
 * By the specification, {@code <script>} at the start of a line would turn the rest of the page into one block of HTML.
 */
final class HtmlBlocks implements Parser.ParserExtension {
    /** For sources in which every comment and {@code pre} is closed. */
    static final HtmlBlocks CLOSED = new HtmlBlocks(Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** All that the parser starts by itself, except HTML, in the order in which it tries them. */
    private static final List<Class<? extends Block>> OTHERS = List.of(
            BlockQuote.class,
            Heading.class,
            FencedCodeBlock.class,
            ThematicBreak.class,
            ListBlock.class,
            IndentedCodeBlock.class);

    private static final Pattern NAME = Pattern.compile("</?([A-Za-z][A-Za-z0-9-]*)");
    private static final Pattern PRE = Pattern.compile("<(/?)pre\\b", Pattern.CASE_INSENSITIVE);
    private static final String COMMENT = "<!--";

    private final int lastEndOfComment;
    private final int lastEndOfPre;

    private HtmlBlocks(int lastEndOfComment, int lastEndOfPre) {
        this.lastEndOfComment = lastEndOfComment;
        this.lastEndOfPre = lastEndOfPre;
    }

    static HtmlBlocks of(String source) {
        int endOfComment = source.lastIndexOf("-->");
        int startOfPre = -1;
        int endOfPre = -1;
        for (Matcher pre = PRE.matcher(source); pre.find(); ) {
            startOfPre = pre.group(1).isEmpty() ? pre.start() : startOfPre;
            endOfPre = pre.group(1).isEmpty() ? endOfPre : pre.start();
        }
        boolean isClosed = source.lastIndexOf(COMMENT) <= endOfComment && startOfPre <= endOfPre;
        return isClosed ? CLOSED : new HtmlBlocks(endOfComment, endOfPre);
    }

    @Override
    public void extend(Parser.Builder builder) {
        builder.enabledBlockTypes(new LinkedHashSet<>(OTHERS))
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .customBlockParserFactory(new Starts());
    }

    private final class Starts implements BlockParserFactory {
        private final BlockParserFactory html = new HtmlBlockParser.Factory();

        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            CharSequence line = state.getLine().getContent();
            int at = state.getNextNonSpaceIndex();
            boolean isHtml = at < line.length() && line.charAt(at) == '<' && isHtml(state, line, at);
            return isHtml ? html.tryStart(state, matched) : BlockStart.none();
        }

        private boolean isHtml(ParserState state, CharSequence line, int at) {
            SourceSpan span = state.getLine().getSourceSpan();
            int position = span == null ? 0 : span.getInputIndex();
            Matcher name = NAME.matcher(line).region(at, line.length());
            if (!name.lookingAt()) {
                boolean isComment =
                        line.subSequence(at, line.length()).toString().startsWith(COMMENT);
                return isComment && position < lastEndOfComment;
            }
            String element = name.group(1).toLowerCase(Locale.ROOT);
            return element.equals("pre") ? position < lastEndOfPre : TagRule.isKnown(element);
        }
    }
}
