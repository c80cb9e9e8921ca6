package io.commonplace.rendering;

import org.commonmark.node.Block;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** A formula between lines of {@code $$}, in which lists and headings are none; or {@code $$...$$} alone on its line. */
final class FormulaBlockParser extends AbstractBlockParser {
    private static final String MARK = "$$";
    private static final int CODE_INDENT = 4;

    private final Formula.Block block = new Formula.Block();
    private final StringBuilder source = new StringBuilder();
    private boolean complete;

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        if (complete) {
            return BlockContinue.none();
        }
        if (rest(state).strip().equals(MARK)) {
            return BlockContinue.finished();
        }
        return BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
        String text = line.getContent().toString();
        if (source.isEmpty() && text.strip().startsWith(MARK)) {
            text = text.strip().substring(MARK.length());
            complete = text.endsWith(MARK);
            text = complete ? text.substring(0, text.length() - MARK.length()) : text;
        }
        source.append(text).append('\n');
    }

    @Override
    public void closeBlock() {
        block.setSource(source.toString());
    }

    private static String rest(ParserState state) {
        CharSequence line = state.getLine().getContent();
        return line.subSequence(Math.min(state.getNextNonSpaceIndex(), line.length()), line.length())
                .toString();
    }

    static final class Factory implements BlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            String line = state.getIndent() < CODE_INDENT ? rest(state).strip() : "";
            boolean begins = line.equals(MARK);
            boolean whole = line.length() > 2 * MARK.length()
                    && line.startsWith(MARK)
                    && line.indexOf(MARK, MARK.length()) == line.length() - MARK.length();
            return begins || whole
                    ? BlockStart.of(new FormulaBlockParser()).atIndex(state.getNextNonSpaceIndex())
                    : BlockStart.none();
        }
    }
}
