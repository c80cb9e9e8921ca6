package io.commonplace.attachments.web;

import io.commonplace.attachments.AttachmentHead;
import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The Markdown by which a page shows a file that lies beside it, or links to it. */
final class FileMarkdown {
    private static final String REFERENCE = "&(?=#?\\w+;)";
    private static final Pattern SPECIAL = Pattern.compile("[\\\\\\[\\]*_`<>#]|" + REFERENCE);

    /** In an address they begin another part, or would be decoded. */
    private static final Pattern ENCODED = Pattern.compile("[%#?:<>\\\\]|" + REFERENCE);

    private static final Pattern NEEDS_BRACKETS = Pattern.compile("[\\s()]");

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private FileMarkdown() {}

    static String of(AttachmentHead file) {
        String name = file.name();
        boolean isImage = file.mediaType().startsWith("image/");
        String label = isImage ? name.replaceFirst("\\.[^.]*$", "") : name;
        String encoded = ENCODED.matcher(name).replaceAll(FileMarkdown::encoded);
        String target = NEEDS_BRACKETS.matcher(encoded).find() ? "<" + encoded + ">" : encoded;
        return (isImage ? "!" : "") + "[" + SPECIAL.matcher(label).replaceAll("\\\\$0") + "](" + target + ")";
    }

    private static String encoded(MatchResult sign) {
        return "%" + HEX.toHexDigits((byte) sign.group().charAt(0));
    }
}
