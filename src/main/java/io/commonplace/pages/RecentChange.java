package io.commonplace.pages;

import java.time.Instant;

/** A recently changed page. */
public record RecentChange(
        long spaceId,
        String spaceSlug,
        String spaceName,
        String path,
        String title,
        int revisionNumber,
        String changedByName,
        Instant changedAt) {
    public String href() {
        return path.isEmpty() ? "/s/" + spaceSlug : "/s/" + spaceSlug + "/" + PagePath.encode(path);
    }
}
