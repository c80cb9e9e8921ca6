package io.commonplace.platform.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Scripts, styles and icons. In views: {@code /assets/site.css?v=#{assets.version}}, which browsers may cache for ever. */
@Named
@ApplicationScoped
public class Assets {
    private static final String FOLDER = "/assets/";
    private static final Set<String> TEXTS = Set.of(".css", ".js", ".svg");

    @Inject
    private ServletContext context;

    private final ConcurrentHashMap<String, byte[]> zipped = new ConcurrentHashMap<>();
    private Set<String> known = Set.of();
    private String version = "";

    @PostConstruct
    void digestAll() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            known = paths();
            for (String path : new TreeSet<>(known)) {
                digest(path, digest);
            }
            version = HexFormat.of().formatHex(digest.digest(), 0, 5);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A digest of all assets. It is part of their addresses, so that a changed asset has a new address. */
    public String getVersion() {
        return version;
    }

    /**
     * An asset in gzip format. It is compressed once, with the best compression; the balancer's fast compression gives about
     * twice the size.
     *
     * @param path for example {@code /assets/site.css}
     * @return empty if there is no such asset, or it is not text
     */
    Optional<byte[]> zipped(String path) {
        return known.contains(path) && TEXTS.stream().anyMatch(path::endsWith)
                ? Optional.of(zipped.computeIfAbsent(path, this::zip))
                : Optional.empty();
    }

    private byte[] zip(String path) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = context.getResourceAsStream(path);
                GZIPOutputStream zip = new SmallestZip(bytes)) {
            if (in != null) {
                in.transferTo(zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Set<String> paths() {
        Set<String> paths = context.getResourcePaths(FOLDER);
        return paths == null ? Set.of() : paths;
    }

    private void digest(String path, MessageDigest digest) throws IOException {
        try (InputStream bytes = context.getResourceAsStream(path)) {
            if (bytes != null) {
                digest.update(bytes.readAllBytes());
            }
        }
    }

    private static final class SmallestZip extends GZIPOutputStream {
        private SmallestZip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
