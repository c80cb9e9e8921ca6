package io.commonplace.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Packs archives in parts of a few files, as an export does. */
final class PackedZip {
    static final Instant CHANGED_AT = Instant.parse("2026-02-03T04:05:06Z");

    private final int filesPerPart;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    PackedZip(int filesPerPart) {
        this.filesPerPart = filesPerPart;
    }

    PackedZip with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    PackedZip with(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        List<String> names = new ArrayList<>(files.keySet());
        for (int first = 0; first < names.size(); first += filesPerPart) {
            int offset = archive.size();
            ZipPart part = new ZipPart(archive);
            names.subList(first, Math.min(names.size(), first + filesPerPart)).forEach(name -> add(part, name));
            PackedEntry.of(PackedEntry.toBytes(part.entries()))
                    .forEach(entry -> list.writeBytes(ZipRecords.listed(entry, offset)));
        }
        int listOffset = archive.size();
        archive.writeBytes(list.toByteArray());
        archive.writeBytes(ZipRecords.end(names.size(), list.size(), listOffset));
        return archive.toByteArray();
    }

    private void add(ZipPart part, String name) {
        try {
            part.add(name, CHANGED_AT, out -> out.write(files.get(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
