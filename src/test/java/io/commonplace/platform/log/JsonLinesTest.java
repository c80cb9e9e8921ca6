package io.commonplace.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {
    private final JsonLines lines = new JsonLines();

    @Test
    void aLineHasTheLogContextOfTheThread() {
        try (LogContext request = LogContext.ofRequest("abc-1", "GET /");
                LogContext step = LogContext.ofStep(12, 345, "a step")) {
            JsonObject line = written(entry("Hello {0}", "world"));

            assertThat(line.getString("time")).isEqualTo("2026-11-25T10:00:00.123Z");
            assertThat(line.getString("level")).isEqualTo("WARNING");
            assertThat(line.getString("logger")).isEqualTo("a.logger");
            assertThat(line.getString("message")).isEqualTo("Hello world");
            assertThat(line.getString("request")).isEqualTo("abc-1");
            assertThat(line.getString("job")).isEqualTo("12");
            assertThat(line.getString("step")).isEqualTo("345");
        }
    }

    @Test
    void emptyFieldsAreLeftOut() {
        assertThat(written(entry("Hello")).keySet()).containsExactly("time", "level", "logger", "message");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a \"quoted\" \\ one",
                "two\r\nlines\tand a tab",
                "{\"level\":\"SEVERE\"}",
                "\u0000 \u001f \u007f \u0085 \u2028",
                "naïve 日本 🙂",
                "half a character \ud83d"
            })
    void everyMessageIsReadBackUnchangedFromOneLine(String message) {
        String line = lines.format(entry(message));

        assertThat(line.lines()).hasSize(1);
        assertThat(line).endsWith("}\n");
        assertThat(written(entry(message)).getString("message")).isEqualTo(message);
    }

    @Test
    void anExceptionIsLoggedWithItsCauses() {
        LogRecord entry = entry("It failed");
        entry.setThrown(new IllegalStateException("outside", new RuntimeException("within")));

        assertThat(written(entry).getString("thrown"))
                .startsWith("java.lang.IllegalStateException: outside\n\tat ")
                .contains("Caused by: java.lang.RuntimeException: within");
    }

    private JsonObject written(LogRecord entry) {
        return Json.createReader(new StringReader(lines.format(entry))).readObject();
    }

    private static LogRecord entry(String message, Object... arguments) {
        LogRecord entry = new LogRecord(Level.WARNING, message);
        entry.setLoggerName("a.logger");
        entry.setInstant(Instant.parse("2026-11-25T10:00:00.123Z"));
        entry.setParameters(arguments);
        return entry;
    }
}
