package io.commonplace.search;

import java.time.Instant;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** A page as a document of the index. */
public final class PageDocument {
    private PageDocument() {}

    /** The term that finds the page's document. */
    static Term key(long pageId) {
        return new Term(Fields.ID, Long.toString(pageId));
    }

    public static Document of(PageContent page) {
        PlainText text = PlainText.of(page.html());
        String space = Long.toString(page.spaceId());
        Document document = new Document();
        document.add(new StringField(Fields.ID, Long.toString(page.id()), Field.Store.YES));
        document.add(new NumericDocValuesField(Fields.ID, page.id()));
        document.add(new NumericDocValuesField(Fields.VERSION, page.version()));
        String spaceField = page.isInTrash() ? Fields.DELETED_IN : Fields.SPACE;
        document.add(new StringField(spaceField, space, Field.Store.YES));
        document.add(new SortedDocValuesField(spaceField, new BytesRef(space)));
        document.add(new StoredField(Fields.PATH, page.path()));
        document.add(new TextField(Fields.BEGINNINGS, page.title(), Field.Store.NO));
        addWords(document, page, text);
        document.add(new TextField(Fields.AUTHOR, page.changedByName(), Field.Store.YES));
        document.add(new SortedDocValuesField(Fields.AUTHOR, new BytesRef(page.changedByName())));
        document.add(new TextField(Fields.AUTHOR_BEGINNINGS, page.changedByName(), Field.Store.NO));
        document.add(new StringField(Fields.CHANGED_BY, Long.toString(page.changedBy()), Field.Store.NO));
        document.add(new LongField(Fields.CHANGED, page.changedAt().getEpochSecond(), Field.Store.YES));
        document.add(new StoredField(Fields.SECTIONS, Hit.Section.lines(text.sections())));
        return document;
    }

    private static void addWords(Document document, PageContent page, PlainText text) {
        String files = String.join("\n", page.files());
        String all = String.join("\n", page.title(), text.text(), files);
        Language language = Language.of(page.language()).orElseGet(() -> LanguageGuess.of(all, Language.ENGLISH));
        Analyzer words = language.words();
        document.add(new StringField(Fields.LANGUAGE, language.code(), Field.Store.NO));
        document.add(new WordsField(
                Fields.ADDRESS, page.path().replaceAll("[/_.-]+", " "), TextField.TYPE_NOT_STORED, words));
        document.add(new WordsField(Fields.TITLE, page.title(), Fields.HIGHLIGHTED, words));
        document.add(new WordsField(Fields.HEADINGS, text.headings(), TextField.TYPE_NOT_STORED, words));
        document.add(new WordsField(Fields.BODY, text.text(), Fields.HIGHLIGHTED, words));
        document.add(new WordsField(Fields.FILES, files, TextField.TYPE_NOT_STORED, words));
        document.add(new TextField(Fields.EXACT, all, Field.Store.NO));
        if (!page.texts().isEmpty()) {
            addFiles(document, FilesText.of(page.texts()), language);
        }
        if (language.isCompounding()) {
            document.add(new WordsField(Fields.LONG_WORDS, all, Fields.VOCABULARY, language.longWords()));
            document.add(new WordsField(Fields.REVERSED, all, Fields.VOCABULARY, language.reversed()));
        }
    }

    /** A file may have another language than its page. */
    private static void addFiles(Document document, FilesText files, Language ofPage) {
        Language language = LanguageGuess.of(files.text(), ofPage);
        document.add(new StringField(Fields.LANGUAGE, language.code(), Field.Store.NO));
        document.add(new WordsField(Fields.FILE_TEXT, files.text(), Fields.HIGHLIGHTED, language.words()));
        document.add(new StoredField(Fields.FILE_PARTS, files.parts()));
    }

    static IndexedPage read(Document document) {
        String space = document.get(Fields.SPACE);
        return new IndexedPage(
                Long.parseLong(document.get(Fields.ID)),
                Long.parseLong(space == null ? document.get(Fields.DELETED_IN) : space),
                document.get(Fields.PATH),
                document.get(Fields.TITLE),
                document.get(Fields.AUTHOR),
                Instant.ofEpochSecond(
                        document.getField(Fields.CHANGED).numericValue().longValue()));
    }
}
