package io.commonplace.pages;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Finds the files of a space. An interface, because attachments are a higher package and implement it. */
public interface FileLinks {
    /** The files at these paths, then those that were there before they were renamed. */
    List<LinkTarget> at(long spaceId, Collection<String> paths);

    /** The files with these identifiers, by space; after that the same at the paths that they had before. */
    Map<Long, List<LinkTarget>> withIds(Collection<Long> ids);

    /** The files that have or had these names, in any folder. */
    List<LinkTarget> named(long spaceId, Collection<String> names);
}
