package io.commonplace.transfer;

import io.commonplace.rendering.FrontMatter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The text of a Markdown file: decoded, with the link syntax of site generators replaced by plain links, and with the
 * former addresses from its front matter. The text of an exported page stays as it is, without the header.
 *
 * @param guessed whether the file is not UTF-8 and was read as Windows-1252
 * @param formerAddresses from the front matter
 * @param header of an exported page
 */
record SourceText(String markdown, boolean guessed, List<String> formerAddresses, Optional<PageHeader> header) {
    private static final Pattern PAGE = Pattern.compile("\\{%-?\\s*(?:page|link)\\s+\"([^\"]*)\"\\s*-?%\\}");
    /** Possessive quantifiers prevent backtracking over long runs of blanks. */
    private static final Pattern IMAGE =
            Pattern.compile("\\{%-?\\s*+image\\s++\"([^\"]*+)\"(?:\\s*+(?:,\\s*+)?+\"([^\"]*+)\")?+\\s*+-?%\\}");

    private static final Pattern BASE = Pattern.compile("\\{\\{\\s*(?:base|site)\\.base_?url\\s*\\}\\}");
    private static final Pattern CODE = Pattern.compile("(?ms)^ {0,3}(```+|~~~+).*?(?:^ {0,3}\\1|\\z)|`[^`\n]+`");
    private static final Pattern FENCE = Pattern.compile("(?m)^ {0,3}(?:```|~~~)");
    private static final Pattern HEADING = Pattern.compile("(?m)^ {0,3}#[ \\t]++([^\r\n]*+)");

    /** @throws FileRefused if the bytes are not text */
    static SourceText of(byte[] bytes) throws FileRefused {
        String text;
        boolean guessed = false;
        try {
            text = strict(bytes, charset(bytes));
        } catch (CharacterCodingException e) {
            text = new String(bytes, Charset.forName("windows-1252"));
            guessed = true;
        }
        if (text.indexOf('\0') >= 0) {
            throw new FileRefused("import.file.binary");
        }
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Optional<PageHeader.Found> exported = PageHeader.read(plain);
        if (exported.isPresent()) {
            return exported(exported.get(), guessed);
        }
        return new SourceText(plainLinks(plain), guessed, FrontMatter.of(plain).aliases(), Optional.empty());
    }

    private static SourceText exported(PageHeader.Found found, boolean guessed) {
        List<String> addresses = Stream.concat(
                        found.header().formerPaths().stream(), FrontMatter.of(found.markdown()).aliases().stream())
                .distinct()
                .toList();
        return new SourceText(found.markdown(), guessed, addresses, Optional.of(found.header()));
    }

    private static Charset charset(byte[] bytes) {
        boolean big = bytes.length > 1 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF;
        boolean little = bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE;
        return big || little ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static String strict(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /** Replaces the syntax of Jekyll and Eleventy for links and images of the same site. */
    private static String plainLinks(String text) {
        if (!text.contains("{%") && !text.contains("{{")) {
            return text;
        }
        return outsideCode(text);
    }

    /** Leaves code blocks and code spans unchanged. */
    private static String outsideCode(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int end = 0;
        for (Matcher code = CODE.matcher(text); code.find(); end = code.end()) {
            out.append(plain(text.substring(end, code.start()))).append(code.group());
        }
        return out.append(plain(text.substring(end))).toString();
    }

    private static String plain(String text) {
        String pages = PAGE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(absolute(match.group(1))));
        String images = IMAGE.matcher(pages)
                .replaceAll(match -> Matcher.quoteReplacement(
                        "![" + (match.group(2) == null ? "" : match.group(2)) + "](" + absolute(match.group(1)) + ")"));
        return BASE.matcher(images).replaceAll("");
    }

    private static String absolute(String address) {
        return address.startsWith("/") || address.contains("://") ? address : "/" + address;
    }

    /** The title: of the exported page, or found without reading the whole text, so that links by title can be planned. */
    Optional<String> title() {
        return header.map(PageHeader::title).filter(given -> !given.isBlank()).or(this::ownTitle);
    }

    private Optional<String> ownTitle() {
        FrontMatter front = FrontMatter.of(markdown);
        if (front.title() != null) {
            return Optional.of(front.title());
        }
        Matcher fence = FENCE.matcher(front.body());
        Matcher heading = HEADING.matcher(front.body());
        boolean isBeforeCode = heading.find() && (!fence.find() || heading.start() < fence.start());
        return isBeforeCode
                ? Optional.of(withoutClosing(heading.group(1))).filter(title -> !title.isEmpty())
                : Optional.empty();
    }

    /** A heading may end in signs after a space: {@code # Title ##}. Those of {@code # C#} belong to it. */
    private static String withoutClosing(String written) {
        String heading = written.strip();
        int end = heading.length();
        while (end > 0 && heading.charAt(end - 1) == '#') {
            end--;
        }
        boolean closes = end == 0 || Character.isWhitespace(heading.charAt(end - 1));
        return closes ? heading.substring(0, end).strip() : heading;
    }
}
