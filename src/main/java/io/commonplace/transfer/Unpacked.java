package io.commonplace.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The names of an archive. Its bytes and texts are stored while it is read, so that they don't fill the memory. */
record Unpacked(List<KeptText> texts, List<KeptFile> files) {
    Unpacked() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    int size() {
        return texts.size() + files.size();
    }

    /** The one folder that everything lies in, with a slash; an archive of a folder means what is in the folder. */
    String commonRoot() {
        String first = paths().findFirst().orElse("");
        String root = first.substring(0, first.indexOf('/') + 1);
        return paths().allMatch(path -> path.startsWith(root)) ? root : "";
    }

    private Stream<String> paths() {
        return Stream.concat(texts.stream().map(KeptText::path), files.stream().map(KeptFile::path));
    }
}
