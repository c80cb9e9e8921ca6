package io.commonplace.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Finds what the response to a request offers instead of a page that isn't there. The search implements it. */
public interface SimilarPages {
    /**
     * The pages whose names are like those in the request's address, best first. What is found must not depend on whether
     * there is a page at this address. This takes no longer than a second, and never throws.
     *
     * @return empty if the request isn't for a page, if nobody is signed in, or if nothing is found in time
     */
    List<SimilarPage> to(HttpServletRequest request);

    /** A page that the person may view. */
    record SimilarPage(String title, String space, String href) {}
}
