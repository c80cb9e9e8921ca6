package io.commonplace.pages;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address on this site, as people copy it from a browser.
 *
 * @param slug of the page's space; empty for a file
 * @param path of the page
 * @param fileId 0 for a page
 */
record SiteAddress(String slug, String path, long fileId) {
    private static final Pattern PAGE = Pattern.compile("/s/([^/]+)(?:/(.*))?");
    private static final Pattern FILE = Pattern.compile("/files/(\\d{1,18})/.*");

    /** @param path decoded, without query and fragment */
    static Optional<SiteAddress> of(String path) {
        Matcher page = PAGE.matcher(path);
        if (page.matches()) {
            String rest = page.group(2) == null ? "" : page.group(2);
            return Optional.of(new SiteAddress(page.group(1), PagePath.ofFile(rest), 0));
        }
        Matcher file = FILE.matcher(path);
        return file.matches() ? Optional.of(new SiteAddress("", "", Long.parseLong(file.group(1)))) : Optional.empty();
    }

    boolean isPage() {
        return fileId == 0;
    }

    /** The page's address, whatever its spelling was. */
    static String text(String slug, String path) {
        return "/s/" + slug + "/" + path;
    }
}
