package io.commonplace.search;

import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/** The fields of a page in the index. */
public final class Fields {
    public static final String ID = "id";

    /** Pages in the trash don't have it, so only searches in the trash find them. */
    public static final String SPACE = "space";

    /** The space of a page in the trash. */
    public static final String DELETED_IN = "deleted-in";

    public static final String PATH = "path";
    public static final String TITLE = "title";
    public static final String HEADINGS = "headings";
    public static final String BODY = "body";

    /** The words of the address, those of the pages above included. */
    public static final String ADDRESS = "address";

    /** The names of the files beside the page. */
    public static final String FILES = "files";

    /** The text inside those files. */
    public static final String FILE_TEXT = "file-text";

    /** Where in that text each file begins. */
    public static final String FILE_PARTS = "file-parts";

    /** All text of the page itself, in the words between spaces. */
    public static final String EXACT = "exact";

    /** The beginnings of the title's words. */
    public static final String BEGINNINGS = "beginnings";

    /** The language of the text. */
    public static final String LANGUAGE = "language";

    /** The long words of languages with compounds. */
    public static final String LONG_WORDS = "long-words";

    /** The same words backwards, to find those that end with a word. */
    public static final String REVERSED = "reversed";

    public static final String AUTHOR = "author";

    /** The beginnings of the words of the author's name. */
    public static final String AUTHOR_BEGINNINGS = "author-beginnings";

    /** The identifier of the person who changed it last. */
    public static final String CHANGED_BY = "changed-by";

    /** Seconds since 1970. */
    public static final String CHANGED = "changed";

    /** Of the page's row, to find out what the index has missed. */
    public static final String VERSION = "version";

    public static final String SECTIONS = "sections";

    /** With offsets, so that the highlighter need not analyse the text again. */
    static final FieldType HIGHLIGHTED = new FieldType();

    static {
        HIGHLIGHTED.setStored(true);
        HIGHLIGHTED.setTokenized(true);
        HIGHLIGHTED.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        HIGHLIGHTED.freeze();
    }

    /** For words that are looked for one at a time: where they stand in the text doesn't matter. */
    static final FieldType WITHOUT_PLACES = new FieldType();

    static {
        WITHOUT_PLACES.setTokenized(true);
        WITHOUT_PLACES.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        WITHOUT_PLACES.freeze();
    }

    private Fields() {}
}
