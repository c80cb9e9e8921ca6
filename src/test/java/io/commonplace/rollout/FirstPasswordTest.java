package io.commonplace.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the first administrator's password stays in the secrets file, depending on the database's answer. */
class FirstPasswordTest {
    @TempDir
    private Path data;

    @ParameterizedTest
    @CsvSource({"1, '', false", "0, '', true", "error, '', true", "1, true, true"})
    void itIsRemovedFromTheSecretsOnceItWasChanged(String answer, String keep, boolean stays) throws Exception {
        Path secrets = data.resolve("secrets");
        Files.writeString(secrets, "ADMIN_PASSWORD=printed\nDB_APP_PASSWORD=other\n");

        Map<String, String> environment = Map.of(
                "PATH",
                System.getenv("PATH"),
                "COMMONPLACE_DATA",
                data.toString(),
                "COMMONPLACE_KEEP_PASSWORD",
                keep,
                "ANSWER",
                answer);
        new Shell(environment).script("""
                        #!/bin/bash
                        set -euo pipefail
                        . database/first-password.sh
                        first_password_changed() { [ "$ANSWER" != error ] && echo "$ANSWER"; }
                        SECONDS=5
                        watch_first_password database-1
                        wait
                        """, Path.of("."));

        assertThat(Files.readString(secrets))
                .isEqualTo((stays ? "ADMIN_PASSWORD=printed\n" : "") + "DB_APP_PASSWORD=other\n");
    }
}
