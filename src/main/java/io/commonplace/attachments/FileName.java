package io.commonplace.attachments;

import io.commonplace.pages.PagePath;
import io.commonplace.platform.Refusal;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The name of a file, as a person's browser sends it. */
final class FileName {
    /** In characters; with what makes it unique it fits the column. */
    static final int MAX_LENGTH = 200;

    private static final int MAX_NUMBER = 20;
    private static final int HASH_SHOWN = 12;

    private static final Pattern FOLDERS = Pattern.compile(".*[/\\\\]", Pattern.DOTALL);
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cf}<>]+");
    private static final Pattern DOTS = Pattern.compile("^[.\\s]+|[.\\s]+$");

    private FileName() {}

    /** Without folders, control characters and angle brackets; "file" if nothing is left. A long name keeps its extension. */
    static String clean(String sent) {
        String composed = Normalizer.normalize(sent, Normalizer.Form.NFC);
        String name =
                CONTROLS.matcher(FOLDERS.matcher(composed).replaceFirst("")).replaceAll("");
        String bare = DOTS.matcher(name).replaceAll("");
        if (bare.isEmpty()) {
            return "file";
        }
        String extension = extension(bare);
        int kept = Math.min(bare.length(), MAX_LENGTH) - extension.length();
        int whole = Character.isHighSurrogate(bare.charAt(kept - 1)) ? kept - 1 : kept;
        return bare.substring(0, whole).strip() + extension;
    }

    /**
     * A name that somebody gives a file.
     *
     * @throws Refusal if it is empty, or has not the extension that says what kind of file it is
     */
    static String chosen(String before, String sent) {
        if (sent.isBlank()) {
            throw new Refusal("file.name.missing");
        }
        String name = clean(sent);
        if (MediaTypes.isKnown(before) && !MediaTypes.isSameKind(before, name)) {
            throw new Refusal("file.name.kind", extension(before));
        }
        return name;
    }

    /**
     * The path of a file in the folder of another one.
     *
     * @param name a clean one
     * @throws Refusal if the path is too long
     */
    static String pathBeside(String path, String name) {
        String folder = PagePath.parent(path);
        String beside = folder.isEmpty() ? name : folder + "/" + name;
        if (beside.length() > PagePath.MAX_LENGTH) {
            throw new Refusal("file.name.long", name);
        }
        return beside;
    }

    /**
     * What a file is called if others have its name: {@code plan.pdf}, {@code plan-2.pdf} and so on, and at last {@code
     * plan-d2a84f4b8b65.pdf}, which no other content has. Each picture that somebody pastes has the same name.
     */
    static List<String> choices(String name, String hash) {
        Stream<String> numbers = IntStream.rangeClosed(2, MAX_NUMBER).mapToObj(Integer::toString);
        Stream<String> ends = Stream.concat(numbers, Stream.of(hash.substring(0, HASH_SHOWN)));
        String extension = extension(name);
        String start = name.substring(0, name.length() - extension.length());
        return Stream.concat(Stream.of(name), ends.map(end -> start + "-" + end + extension))
                .toList();
    }

    /** With its dot; empty if there is none, or it isn't an extension. */
    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 || name.length() - dot > 12 ? "" : name.substring(dot);
    }
}
