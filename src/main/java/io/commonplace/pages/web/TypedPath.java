package io.commonplace.pages.web;

import io.commonplace.pages.PagePath;
import io.commonplace.pages.SpaceHead;
import io.commonplace.platform.Refusal;
import java.util.regex.Pattern;

/** A page that a person names in a field, by its path or by its copied address. */
public final class TypedPath {
    private static final Pattern SITE = Pattern.compile("(?i)^https?://[^/]*");
    private static final Pattern REST = Pattern.compile("[?#].*$");

    private TypedPath() {}

    /**
     * The page's path; empty for the space itself.
     *
     * @throws Refusal if the address is not a page of this space
     */
    public static String of(SpaceHead space, String typed) {
        String path = REST.matcher(SITE.matcher(typed.strip()).replaceFirst("")).replaceFirst("");
        if (path.startsWith("/s/")) {
            if (!(path + "/").startsWith(space.href() + "/")) {
                throw new Refusal("page.parent.space", space.name());
            }
            path = PagePath.decode(path.substring(space.href().length()));
        }
        return PagePath.ofFile(path);
    }
}
