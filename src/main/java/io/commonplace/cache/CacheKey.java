package io.commonplace.cache;

/**
 * A cached value, as clones name it to each other.
 *
 * @param region by name: during a roll-out another version may have one that this one doesn't
 * @param key {@value #ALL} for every key of the region
 */
record CacheKey(String region, String key) {
    private static final String ALL = "*";

    static CacheKey of(CacheRegion region, Object key) {
        return new CacheKey(region.name(), key.toString());
    }

    static CacheKey all(CacheRegion region) {
        return new CacheKey(region.name(), ALL);
    }

    static CacheKey parse(String line) {
        int space = line.indexOf(' ');
        return new CacheKey(line.substring(0, space), line.substring(space + 1));
    }

    CacheKey wholeRegion() {
        return new CacheKey(region, ALL);
    }

    boolean isWholeRegion() {
        return key.equals(ALL);
    }

    @Override
    public String toString() {
        return region + " " + key;
    }
}
