package io.commonplace.search;

import java.time.Instant;
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
        document.add(new Field(Fields.BEGINNINGS, page.title(), Fields.WITHOUT_PLACES));
        PageWords.add(document, page, text);
        document.add(new TextField(Fields.AUTHOR, page.changedByName(), Field.Store.YES));
        document.add(new SortedDocValuesField(Fields.AUTHOR, new BytesRef(page.changedByName())));
        document.add(new Field(Fields.AUTHOR_BEGINNINGS, page.changedByName(), Fields.WITHOUT_PLACES));
        document.add(new StringField(Fields.CHANGED_BY, Long.toString(page.changedBy()), Field.Store.NO));
        document.add(new LongField(Fields.CHANGED, page.changedAt().getEpochSecond(), Field.Store.YES));
        document.add(new StoredField(Fields.SECTIONS, Hit.Section.lines(text.sections())));
        return document;
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
