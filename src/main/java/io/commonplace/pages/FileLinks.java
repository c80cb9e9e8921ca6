package io.commonplace.pages;

import java.util.Collection;
import java.util.Map;

/** Knows the files of a space. Attachments are a feature of their own, above this one. */
public interface FileLinks {
    /** @return address by path, of those paths that name a file */
    Map<String, String> hrefs(long spaceId, Collection<String> paths);
}
