package io.commonplace.pages;

import java.util.ArrayList;
import java.util.List;

/**
 * Merges two texts that were made from the same one, word by word. What only one of them has changed is taken from it. Where
 * both have changed the same words, or words side by side, both versions are kept for a person to choose from.
 */
public final class TextMerge {
    private final List<String> base;
    private final List<Part> parts = new ArrayList<>();

    private TextMerge(List<String> base) {
        this.base = base;
    }

    /**
     * A part of the merged text.
     *
     * @param mine the first text's version
     * @param theirs the second text's version; the same unless it is a conflict
     */
    public record Part(String mine, String theirs) {
        public boolean isConflict() {
            return !mine.equals(theirs);
        }
    }

    /** Which version of a conflict the merged text gets. */
    public enum Choice {
        MINE,
        THEIRS,
        /** One after the other. */
        BOTH;

        String of(Part part) {
            return switch (this) {
                case MINE -> part.mine();
                case THEIRS -> part.theirs();
                case BOTH -> part.isConflict() ? part.mine() + between(part) + part.theirs() : part.mine();
            };
        }

        private static String between(Part part) {
            boolean apart = part.mine().isEmpty()
                    || part.theirs().isEmpty()
                    || part.mine().endsWith("\n")
                    || part.theirs().startsWith("\n");
            if (apart) {
                return "";
            }
            boolean ofLines = part.mine().contains("\n") || part.theirs().contains("\n");
            return ofLines ? "\n" : part.mine().endsWith(" ") ? "" : " ";
        }
    }

    /** @return the parts, which in their order are the whole text */
    public static List<Part> of(String base, String mine, String theirs) {
        TextMerge merge = new TextMerge(Words.of(base));
        merge.merge(WordEdit.between(base, mine), WordEdit.between(base, theirs));
        return merge.parts;
    }

    /**
     * The merged text.
     *
     * @param choices one for each conflict, in their order
     */
    public static String text(List<Part> parts, List<Choice> choices) {
        StringBuilder text = new StringBuilder();
        int conflicts = 0;
        for (Part part : parts) {
            text.append(part.isConflict() ? choices.get(conflicts++).of(part) : part.mine());
        }
        return text.toString();
    }

    private void merge(List<WordEdit> mine, List<WordEdit> theirs) {
        Side ofMine = new Side(mine);
        Side ofTheirs = new Side(theirs);
        int merged = 0;
        while (ofMine.hasMore() || ofTheirs.hasMore()) {
            int from = Math.min(ofMine.next(), ofTheirs.next());
            int to = from;
            while (ofMine.next() <= to || ofTheirs.next() <= to) {
                to = Math.max(ofMine.takeUpTo(to), ofTheirs.takeUpTo(to));
            }
            add(words(merged, from), words(merged, from));
            addChanges(ofMine.taken(from, to), ofTheirs.taken(from, to), words(from, to));
            merged = to;
        }
        add(words(merged, base.size()), words(merged, base.size()));
    }

    private void addChanges(String mine, String theirs, String before) {
        if (mine.equals(before)) {
            add(theirs, theirs);
        } else {
            add(mine, theirs.equals(before) ? mine : theirs);
        }
    }

    private void add(String mine, String theirs) {
        if (!mine.isEmpty() || !theirs.isEmpty()) {
            parts.add(new Part(mine, theirs));
        }
    }

    private String words(int from, int to) {
        return String.join("", base.subList(from, to));
    }

    /** The edits of one text, from the first to the last. */
    private final class Side {
        private final List<WordEdit> edits;
        private int first;
        private int next;

        private Side(List<WordEdit> edits) {
            this.edits = edits;
        }

        private boolean hasMore() {
            return next < edits.size();
        }

        /** The first word of the next edit. */
        private int next() {
            return hasMore() ? edits.get(next).from() : Integer.MAX_VALUE;
        }

        /**
         * Takes the edits that begin at this word or before.
         *
         * @return where the last of them ends, or this word if that comes later
         */
        private int takeUpTo(int word) {
            int end = word;
            while (next() <= word) {
                end = Math.max(end, edits.get(next++).to());
            }
            return end;
        }

        /** These words of the base with the edits that were taken. */
        private String taken(int from, int to) {
            StringBuilder text = new StringBuilder();
            int done = from;
            for (; first < next; first++) {
                WordEdit edit = edits.get(first);
                text.append(words(done, edit.from())).append(edit.text());
                done = edit.to();
            }
            return text.append(words(done, to)).toString();
        }
    }
}
