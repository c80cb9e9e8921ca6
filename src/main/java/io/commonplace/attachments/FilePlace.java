package io.commonplace.attachments;

import io.commonplace.pages.SpaceHead;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where a file is. @param page the page that lists it; null if there is none, or it is in the trash */
public record FilePlace(SpaceHead space, @Nullable ListingPage page) {
    /** The list of the files of its page, for those who may edit it; the space, if no page lists it. */
    public String listHref() {
        return page == null
                ? space.href()
                : "/attachments?space=" + space.slug() + "&page="
                        + URLEncoder.encode(page.path(), StandardCharsets.UTF_8);
    }

    /** A page that lists files. */
    public record ListingPage(String path, String title) {}
}
