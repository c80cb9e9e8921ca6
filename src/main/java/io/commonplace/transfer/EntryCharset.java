package io.commonplace.transfer;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the names in a ZIP. They are UTF-8 if they say so, or if their bytes are. Otherwise the specification says CP437.
 * If the result has characters that are unlikely in a name, the charset is guessed from all such names together: Windows in
 * China, Russia or Western Europe uses its own.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE, appendix D</a>
 */
final class EntryCharset {
    private static final Charset CP437 = Charset.forName("IBM437");
    private static final Pattern OF_A_NAME =
            Pattern.compile("[\\p{ASCII}\\p{L}\\p{M}\\p{N}\\p{Pd}\\p{Ps}\\p{Pe}\\p{Po}\\p{Zs}]*");
    /** CP437 has some Greek letters for formulas. In a name they are another charset's accents. */
    private static final Pattern OF_A_FORMULA = Pattern.compile("[\\p{IsGreek}\\p{Lm}]");

    /** Of charsets that a few characters fit equally well, the one that more people use. */
    private static final List<String> USUAL_FIRST = List.of("GB18030", "Shift_JIS", "EUC-KR", "Big5");

    private static final int MIN_CONFIDENCE = 10;
    private static final int MAX_SAMPLE = 64 << 10;

    private final Charset charset;
    private final boolean isGuess;

    EntryCharset(Collection<ZipArchiveEntry> entries) {
        ByteArrayOutputStream unclear = new ByteArrayOutputStream();
        for (ZipArchiveEntry entry : entries) {
            if (unclear.size() < MAX_SAMPLE && !isCertain(entry)) {
                unclear.writeBytes(entry.getRawName());
                unclear.write('\n');
            }
        }
        byte[] names = unclear.toByteArray();
        String usual = new String(names, CP437);
        isGuess = !isName(usual) || OF_A_FORMULA.matcher(usual).find();
        charset = isGuess ? guess(names) : CP437;
    }

    /** @param guessed the charset's name, if it was guessed */
    record Name(String text, @Nullable String guessed) {}

    Name name(ZipArchiveEntry entry) {
        if (isCertain(entry)) {
            return new Name(entry.getName(), null);
        }
        return new Name(new String(entry.getRawName(), charset), isGuess ? charset.displayName() : null);
    }

    private static boolean isCertain(ZipArchiveEntry entry) {
        return entry.getGeneralPurposeBit().usesUTF8ForNames()
                || entry.getNameSource() != ZipArchiveEntry.NameSource.NAME
                || decoded(entry.getRawName(), StandardCharsets.UTF_8) != null;
    }

    private static boolean isName(String text) {
        return OF_A_NAME.matcher(text).matches();
    }

    /** The likeliest charset in which all names look like names, or else CP437. */
    private static Charset guess(byte[] names) {
        return Stream.of(new CharsetDetector().setText(names).detectAll())
                .filter(match -> match.getConfidence() >= MIN_CONFIDENCE && Charset.isSupported(match.getName()))
                .filter(match -> {
                    String text = decoded(names, Charset.forName(match.getName()));
                    return text != null && isName(text);
                })
                .min(Comparator.comparingInt((CharsetMatch match) -> -match.getConfidence())
                        .thenComparingInt(match -> USUAL_FIRST.indexOf(match.getName()) < 0 ? 1 : 0)
                        .thenComparingInt(match -> USUAL_FIRST.indexOf(match.getName())))
                .map(match -> Charset.forName(match.getName()))
                .orElse(CP437);
    }

    private static @Nullable String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
