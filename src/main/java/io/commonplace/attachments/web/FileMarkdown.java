package io.commonplace.attachments.web;

import io.commonplace.attachments.AttachmentHead;
import java.util.regex.Pattern;

/** The Markdown by which a page shows a file that lies beside it, or links to it. */
final class FileMarkdown {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\\\[\\]*_`<>#]");
    private static final Pattern NEEDS_BRACKETS = Pattern.compile("[\\s()]");

    private FileMarkdown() {}

    static String of(AttachmentHead file) {
        String name = file.name();
        boolean isImage = file.mediaType().startsWith("image/");
        String label = isImage ? name.replaceFirst("\\.[^.]*$", "") : name;
        // A percent sign would be decoded.
        String encoded = name.replace("%", "%25");
        String target = NEEDS_BRACKETS.matcher(encoded).find() ? "<" + encoded + ">" : encoded;
        return (isImage ? "!" : "") + "[" + SPECIAL.matcher(label).replaceAll("\\\\$0") + "](" + target + ")";
    }
}
