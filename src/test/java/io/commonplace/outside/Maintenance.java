package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** Switches maintenance mode on and off. */
final class Maintenance {
    private static final String ADDRESS = "/admin/maintenance";

    private Maintenance() {}

    static void begin(Visitor administrator, String text) {
        assertThat(administrator
                        .submit(ADDRESS, "maintenance", Map.of("text", text))
                        .status())
                .isEqualTo(302);
    }

    /** Has no effect if maintenance is off. */
    static void end(Visitor administrator) {
        var form = administrator.get(ADDRESS).form("maintenance");
        if (form.selectFirst("#end") != null) {
            form.select("#begin").remove();
            assertThat(administrator.send(form, ADDRESS, Map.of()).status()).isEqualTo(302);
        }
    }
}
