package io.commonplace.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServerSettingsIT {
    @ParameterizedTest
    @MethodSource("io.commonplace.servers.Product#all")
    void noServerRequestsFilesFromClients(Product product) throws SQLException {
        for (Server server :
                new Server[] {Pair.of(product).primary(), Pair.of(product).replica()}) {
            assertThat(server.text("select @@local_infile")).as(product.name()).startsWith("0");
        }
    }
}
