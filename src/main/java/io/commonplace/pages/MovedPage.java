package io.commonplace.pages;

/**
 * A page that has moved, or has another title.
 *
 * @param former a path that it had before; empty if only its title has changed
 * @param formerTitle a title that it had before; empty if only its path has changed
 * @param slug the key of its space
 * @param path where it is now
 */
public record MovedPage(String former, String formerTitle, long id, String slug, String path, String title) {
    public static MovedPage moved(String former, long id, String slug, String path) {
        return new MovedPage(former, "", id, slug, path, "");
    }

    public static MovedPage retitled(String formerTitle, long id, String slug, String path, String title) {
        return new MovedPage("", formerTitle, id, slug, path, title);
    }
}
