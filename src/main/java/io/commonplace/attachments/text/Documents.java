package io.commonplace.attachments.text;

import java.util.Locale;
import java.util.Set;

/** Which files may have a text, by their names. */
final class Documents {
    private static final Set<String> EXTENSIONS = Set.of(
            "pdf", "rtf", "doc", "dot", "docx", "docm", "dotx", "xls", "xlsx", "xlsm", "xltx", "ppt", "pps", "pptx",
            "pptm", "ppsx", "odt", "ods", "odp", "odg", "ott", "html", "htm", "xhtml", "txt", "text", "csv", "tsv",
            "log");

    private Documents() {}

    /** @param path the file's name, or a path that ends in it */
    static boolean isDocument(String path) {
        return EXTENSIONS.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
