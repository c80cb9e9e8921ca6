package io.commonplace.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ServerAddressTest {
    @Test
    void addressesAreNamesWithHostsAndPorts() {
        assertThat(ServerAddress.parse("database-1=127.0.0.1:8121, database-2=db2.example:3306"))
                .containsExactly(
                        new ServerAddress("database-1", "127.0.0.1", 8121),
                        new ServerAddress("database-2", "db2.example", 3306));
    }

    @Test
    void whatIsNoAddressIsNamed() {
        assertThatThrownBy(() -> ServerAddress.parse("database-1=127.0.0.1:8121,oops"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("oops");
    }
}
