package io.commonplace.attachments.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Small documents of each kind, as few bytes as the parsers accept, and hostile ones. */
public final class SampleDocuments {
    private static final String OFFICE = "http://schemas.openxmlformats.org/";
    private static final String RELATIONSHIPS = OFFICE + "officeDocument/2006/relationships";
    private static final int MEBIBYTE = 1 << 20;

    private SampleDocuments() {}

    /** A Word document with one paragraph. */
    public static byte[] docx(String words) {
        return docx("", "<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p>");
    }

    /** @param type a document type declaration, with entities */
    static byte[] docx(String type, String body) {
        return office(
                "word/document.xml",
                "wordprocessingml.document",
                Map.of(
                        "word/document.xml",
                        type + "<w:document xmlns:w=\"" + OFFICE + "wordprocessingml/2006/main\"><w:body>" + body
                                + "</w:body></w:document>"));
    }

    /** A Word document of some hundred kilobytes, with one word of {@code mebibytes}. */
    static byte[] docxBomb(int mebibytes) {
        byte[] part = "A".repeat(MEBIBYTE).getBytes(StandardCharsets.UTF_8);
        return zip(zip -> {
            for (Map.Entry<String, String> entry : entries(docx("@")).entrySet()) {
                String content = entry.getValue();
                int at = content.indexOf('@');
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(text(content.substring(0, Math.max(at, 0))));
                for (int i = 0; at >= 0 && i < mebibytes; i++) {
                    zip.write(part);
                }
                zip.write(text(content.substring(at + 1)));
            }
        });
    }

    /** A workbook with one cell. */
    public static byte[] xlsx(String cell) {
        return office(
                "xl/workbook.xml",
                "spreadsheetml.sheet",
                Map.of(
                        "xl/workbook.xml",
                        "<workbook xmlns=\"" + OFFICE + "spreadsheetml/2006/main\" xmlns:r=\"" + RELATIONSHIPS
                                + "\"><sheets><sheet name=\"Costs\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
                        "xl/_rels/workbook.xml.rels",
                        relationship("worksheet", "worksheets/sheet1.xml"),
                        "xl/worksheets/sheet1.xml",
                        "<worksheet xmlns=\"" + OFFICE + "spreadsheetml/2006/main\"><sheetData><row r=\"1\">"
                                + "<c r=\"A1\" t=\"inlineStr\"><is><t>" + cell
                                + "</t></is></c></row></sheetData></worksheet>"));
    }

    /** A presentation with one slide. */
    public static byte[] pptx(String words) {
        return office(
                "ppt/presentation.xml",
                "presentationml.presentation",
                Map.of(
                        "ppt/presentation.xml",
                        "<p:presentation xmlns:p=\"" + OFFICE + "presentationml/2006/main\" xmlns:r=\"" + RELATIONSHIPS
                                + "\"><p:sldIdLst><p:sldId id=\"256\" r:id=\"r1\"/></p:sldIdLst></p:presentation>",
                        "ppt/_rels/presentation.xml.rels",
                        relationship("slide", "slides/slide1.xml"),
                        "ppt/slides/slide1.xml",
                        "<p:sld xmlns:p=\"" + OFFICE + "presentationml/2006/main\" xmlns:a=\"" + OFFICE
                                + "drawingml/2006/main\"><p:cSld><p:spTree><p:sp><p:txBody><a:p><a:r><a:t>" + words
                                + "</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>"));
    }

    static byte[] odt(String paragraphs) {
        return zip(zip -> {
            put(zip, "mimetype", "application/vnd.oasis.opendocument.text");
            put(
                    zip,
                    "content.xml",
                    "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                            + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>"
                            + paragraphs + "</office:text></office:body></office:document-content>");
        });
    }

    /** A PDF file with one line. @param words without parentheses */
    public static byte[] pdf(String words) {
        String page = "BT /F1 12 Tf 72 720 Td (" + words + ") Tj ET";
        List<String> objects = List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
                "<</Length " + page.length() + ">>stream\n" + page + "\nendstream",
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        StringBuilder file = new StringBuilder("%PDF-1.4\n");
        StringBuilder offsets = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            offsets.append("%010d 00000 n \n".formatted(file.length()));
            file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int table = file.length();
        file.append("xref\n0 6\n").append(offsets).append("trailer<</Size 6/Root 1 0 R>>\nstartxref\n");
        return file.append(table).append("\n%%EOF").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] office(String main, String kind, Map<String, String> parts) {
        return zip(zip -> {
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"" + OFFICE + "package/2006/content-types\"><Default Extension=\"rels\" ContentType="
                            + "\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\""
                            + " ContentType=\"application/xml\"/><Override PartName=\"/" + main + "\" ContentType="
                            + "\"application/vnd.openxmlformats-officedocument." + kind + ".main+xml\"/>"
                            + overrides(parts) + "</Types>");
            put(zip, "_rels/.rels", relationship("officeDocument", main));
            for (Map.Entry<String, String> part : new TreeMap<>(parts).entrySet()) {
                put(zip, part.getKey(), part.getValue());
            }
        });
    }

    private static String overrides(Map<String, String> parts) {
        StringBuilder overrides = new StringBuilder();
        Map.of("xl/worksheets/sheet1.xml", "spreadsheetml.worksheet", "ppt/slides/slide1.xml", "presentationml.slide")
                .forEach((name, kind) -> overrides.append(
                        parts.containsKey(name)
                                ? "<Override PartName=\"/" + name + "\" ContentType=\"application/vnd.openxmlformats-"
                                        + "officedocument." + kind + "+xml\"/>"
                                : ""));
        return overrides.toString();
    }

    private static String relationship(String kind, String target) {
        return "<Relationships xmlns=\"" + OFFICE + "package/2006/relationships\"><Relationship Id=\"r1\" Type=\""
                + RELATIONSHIPS + "/" + kind + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private static Map<String, String> entries(byte[] archive) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private static byte[] zip(Entries entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entries.write(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }

    private interface Entries {
        void write(ZipOutputStream zip) throws IOException;
    }
}
