package io.commonplace.search;

import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;

/** The words of a page as fields of its document, in the forms of its language. Each text is split once. */
final class PageWords {
    private final PageContent page;
    private final PlainText text;
    private final String fileNames;
    private final SplitText title;
    private final SplitText body;
    private final SplitText files;
    private final Language language;

    private PageWords(PageContent page, PlainText text) {
        this.page = page;
        this.text = text;
        fileNames = String.join("\n", page.files());
        title = SplitText.of(page.title());
        body = SplitText.of(text.text());
        files = SplitText.of(fileNames);
        language = Language.of(page.language()).orElseGet(() -> LanguageDetector.of(all(), Language.ENGLISH));
    }

    private List<SplitText> all() {
        return List.of(title, body, files);
    }

    static void add(Document document, PageContent page, PlainText text) {
        PageWords words = new PageWords(page, text);
        words.addTo(document);
        if (words.language.isCompounding()) {
            words.addLongWords(document);
        }
        if (!page.texts().isEmpty()) {
            addFiles(document, FilesText.of(page.texts()), words.language);
        }
    }

    private void addTo(Document document) {
        WordForms stems = language.stems();
        SplitText address = SplitText.of(page.path().replaceAll("[/_.-]+", " "));
        SplitText headings = SplitText.of(text.headings());
        document.add(new StringField(Fields.LANGUAGE, language.code(), Field.Store.NO));
        document.add(new WordsField(Fields.ADDRESS, address, TextField.TYPE_NOT_STORED, stems));
        document.add(new WordsField(Fields.TITLE, title, Fields.HIGHLIGHTED, stems));
        document.add(new WordsField(Fields.HEADINGS, headings, TextField.TYPE_NOT_STORED, stems));
        document.add(new WordsField(Fields.BODY, body, Fields.HIGHLIGHTED, stems));
        document.add(new WordsField(Fields.FILES, files, TextField.TYPE_NOT_STORED, stems));
        document.add(new Field(
                Fields.EXACT, String.join("\n", page.title(), text.text(), fileNames), Fields.WITHOUT_PLACES));
    }

    private void addLongWords(Document document) {
        Stream<String> stems = all().stream().flatMap(each -> each.in(language.stems()));
        stems.filter(Compounds::isLong).distinct().forEach(stem -> {
            document.add(new StringField(Fields.LONG_WORDS, stem, Field.Store.NO));
            document.add(new StringField(Fields.REVERSED, Compounds.backwards(stem), Field.Store.NO));
        });
    }

    /** A file may have another language than its page. */
    private static void addFiles(Document document, FilesText files, Language ofPage) {
        SplitText words = SplitText.of(files.text());
        Language language = LanguageDetector.of(List.of(words), ofPage);
        document.add(new StringField(Fields.LANGUAGE, language.code(), Field.Store.NO));
        document.add(new WordsField(Fields.FILE_TEXT, words, Fields.HIGHLIGHTED, language.stems()));
        document.add(new StoredField(Fields.FILE_PARTS, files.parts()));
    }
}
