package io.commonplace.pages;

import java.util.Collection;
import java.util.Map;

/** The possible link targets in one space. */
public interface LinkTargets {
    /** @return the address by page path, for the paths of current and former pages */
    Map<String, String> pages(Collection<String> paths);

    /** @return the address by path, for the paths that name a file, ignoring case */
    Map<String, String> files(Collection<String> paths);
}
