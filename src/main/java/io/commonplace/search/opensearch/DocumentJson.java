package io.commonplace.search.opensearch;

import io.commonplace.search.DocumentWords;
import io.commonplace.search.PageContent;
import io.commonplace.search.PageDocument;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;

/**
 * A page as a document of OpenSearch: the document that Lucene has, as JSON. Each field holds its words, one a line; what is
 * shown of a page is below {@value #SHOWN}. So both engines find the same.
 */
final class DocumentJson {
    /** What is shown of a page. It is stored, and not searched. */
    static final String SHOWN = "shown";

    /** Behind the name of a field whose whole value is counted. */
    static final String VALUE = "-value";

    /** Between two words. No word has one. */
    static final String SEPARATOR = "\n";

    private final JsonProvider json;
    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, List<String>> keywords = new TreeMap<>();
    private final Map<String, Long> numbers = new TreeMap<>();
    private final Map<String, String> shown = new TreeMap<>();

    private DocumentJson(JsonProvider json) {
        this.json = json;
    }

    static JsonObject of(JsonProvider json, PageContent page) {
        DocumentJson document = new DocumentJson(json);
        Document fields = PageDocument.of(page);
        fields.forEach(document::add);
        return document.build();
    }

    private void add(IndexableField field) {
        if (field.numericValue() != null) {
            numbers.put(field.name(), field.numericValue().longValue());
        } else if (field.fieldType().docValuesType() == DocValuesType.SORTED) {
            keywords.put(field.name() + VALUE, List.of(field.binaryValue().utf8ToString()));
        } else if (field.fieldType().tokenized() && field.fieldType().indexOptions() != IndexOptions.NONE) {
            addWords(field);
        } else if (field.fieldType().indexOptions() != IndexOptions.NONE) {
            keywords.merge(field.name(), List.of(field.stringValue()), DocumentJson::both);
        } else {
            shown.put(field.name(), field.stringValue());
        }
    }

    private void addWords(IndexableField field) {
        List<String> words = DocumentWords.of(field);
        if (field.fieldType().indexOptions() == IndexOptions.DOCS) {
            keywords.put(field.name(), List.copyOf(new TreeSet<>(words)));
        } else {
            texts.put(field.name(), String.join(SEPARATOR, words));
        }
        if (field.fieldType().stored()) {
            shown.put(field.name(), field.stringValue());
        }
    }

    private static List<String> both(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** A number is also a term, under the same name. */
    private JsonObject build() {
        var document = json.createObjectBuilder();
        texts.forEach(document::add);
        keywords.forEach((name, values) -> document.add(name, json.createArrayBuilder(values)));
        numbers.forEach(document::add);
        var visible = json.createObjectBuilder();
        shown.forEach(visible::add);
        return document.add(SHOWN, visible).build();
    }
}
