package io.commonplace.pages;

import java.util.Collection;
import java.util.Map;

/** Where the links of pages in one space can lead. */
public interface LinkTargets {
    /** @return address by page path, of those paths at which there is, or once was, a page */
    Map<String, String> pages(Collection<String> paths);

    /** @return address by path, of those paths that name a file; also in another case than the file has */
    Map<String, String> files(Collection<String> paths);
}
