package io.commonplace.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The content of an archive: texts, and files whose bytes are stored at once, so that they don't fill the memory. */
record Unpacked(List<ArchiveFile> texts, List<KeptFile> files) {
    Unpacked() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    int size() {
        return texts.size() + files.size();
    }

    /** The one folder that everything lies in, with a slash; an archive of a folder means what is in the folder. */
    String commonRoot() {
        List<String> paths = Stream.concat(
                        texts.stream().map(ArchiveFile::path), files.stream().map(KeptFile::path))
                .toList();
        String first = paths.get(0);
        String root = first.substring(0, first.indexOf('/') + 1);
        return paths.stream().allMatch(path -> path.startsWith(root)) ? root : "";
    }
}
