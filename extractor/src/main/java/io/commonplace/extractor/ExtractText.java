package io.commonplace.extractor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.UnsupportedFormatException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.SAXException;

/**
 * {@code ExtractText CHARACTERS FILE TEXT}: writes at most that many characters of the file's text into the file TEXT, in
 * UTF-8. Its exit status is one of {@link Status}. It ends at once when its standard input ends, because then its caller is
 * dead.
 */
public final class ExtractText {
    private ExtractText() {}

    public static void main(String[] arguments) throws IOException {
        Thread watch = new Thread(ExtractText::endWithTheCaller, "caller");
        watch.setDaemon(true);
        watch.start();
        TextCollector collector = new TextCollector(Integer.parseInt(arguments[0]));
        Status status = read(Path.of(arguments[1]), collector);
        if (status == Status.READ) {
            Files.writeString(Path.of(arguments[2]), collector.text(), StandardCharsets.UTF_8);
        }
        // Without waiting for threads that a parser may have left.
        Runtime.getRuntime().halt(status.code());
    }

    private static void endWithTheCaller() {
        try {
            while (System.in.read() >= 0) {
                // The caller sends nothing.
            }
        } catch (IOException e) {
            // As good as its end.
        }
        Runtime.getRuntime().halt(Status.STOPPED.code());
    }

    private static Status read(Path file, TextCollector collector) {
        Metadata metadata = new Metadata();
        try (TikaInputStream content = TikaInputStream.get(file, metadata)) {
            DocumentParsers.all()
                    .parse(content, new BodyContentHandler(collector), metadata, DocumentParsers.context());
            return Status.READ;
        } catch (ZeroByteFileException e) {
            return Status.READ;
        } catch (EncryptedDocumentException e) {
            return Status.ENCRYPTED;
        } catch (UnsupportedFormatException e) {
            return Status.UNSUPPORTED;
        } catch (OutOfMemoryError e) {
            // Some libraries throw it themselves, without a lack of memory that the runtime would see.
            return Status.OUT_OF_MEMORY;
        } catch (IOException | SAXException | TikaException | RuntimeException | LinkageError | StackOverflowError e) {
            return collector.isFull() ? Status.READ : unreadable(e);
        }
    }

    private static Status unreadable(Throwable reason) {
        for (Throwable cause = reason; cause != null; cause = cause.getCause()) {
            System.err.println(cause);
        }
        return Status.UNREADABLE;
    }
}
