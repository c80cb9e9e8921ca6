package io.commonplace.links.web;

import io.commonplace.links.LinkReports;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds of reports, as addresses name them. */
final class ReportAddress {
    static final List<String> NAMES =
            Arrays.stream(LinkReports.Kind.values()).map(ReportAddress::name).toList();

    private ReportAddress() {}

    static String name(LinkReports.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Broken links for a name that there is not. */
    static LinkReports.Kind kind(@Nullable String name) {
        return Arrays.stream(LinkReports.Kind.values())
                .filter(kind -> name(kind).equals(name))
                .findFirst()
                .orElse(LinkReports.Kind.BROKEN);
    }
}
