package io.commonplace.pages;

import java.util.Collection;
import java.util.Map;

/** Finds the files of a space. An interface, because attachments are a higher package and implement it. */
public interface FileLinks {
    /** @return the address by path, for the paths that name a file */
    Map<String, String> hrefs(long spaceId, Collection<String> paths);
}
