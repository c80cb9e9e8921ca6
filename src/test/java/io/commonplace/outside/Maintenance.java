package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** The switch that makes the site read-only. */
final class Maintenance {
    private static final String ADDRESS = "/admin/maintenance";

    private Maintenance() {}

    static void begin(Visitor administrator, String text) {
        assertThat(administrator
                        .submit(ADDRESS, "maintenance", Map.of("text", text))
                        .status())
                .isEqualTo(302);
    }

    /** Does nothing if none is on. */
    static void end(Visitor administrator) {
        var form = administrator.get(ADDRESS).form("maintenance");
        if (form.selectFirst("#end") != null) {
            form.select("#begin").remove();
            assertThat(administrator.send(form, ADDRESS, Map.of()).status()).isEqualTo(302);
        }
    }
}
