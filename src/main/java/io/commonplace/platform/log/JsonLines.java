package io.commonplace.platform.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Formats a log entry as one line of JSON, with the thread's {@link LogContext}. Empty fields are left out. Configured in
 * payara-config/clone.
 */
public final class JsonLines extends Formatter {
    /** Always the same length, so that the entries of several clones can be sorted as text. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final String clone = System.getProperty("commonplace.clone", "");

    @Override
    public String format(LogRecord entry) {
        StringBuilder line = new StringBuilder(300);
        line.append('{');
        add(line, "time", TIME.format(entry.getInstant()));
        add(line, "level", entry.getLevel().getName());
        add(line, "logger", entry.getLoggerName());
        add(line, "message", formatMessage(entry));
        add(line, "clone", clone);
        add(line, "request", LogContext.request());
        add(line, "job", LogContext.job());
        add(line, "step", LogContext.step());
        add(line, "thrown", trace(entry.getThrown()));
        return line.append("}\n").toString();
    }

    private static void add(StringBuilder line, String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return;
        }
        if (line.length() > 1) {
            line.append(',');
        }
        line.append('"').append(name).append("\":\"");
        value.chars().forEach(c -> escape(line, (char) c));
        line.append('"');
    }

    private static void escape(StringBuilder line, char c) {
        switch (c) {
            case '"' -> line.append("\\\"");
            case '\\' -> line.append("\\\\");
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> {
                // What JSON forbids, line separators of Unicode that some readers split at, and unpaired surrogates.
                if (c < ' '
                        || c == 0x7f
                        || c == '\u2028'
                        || c == '\u2029'
                        || c == '\u0085'
                        || Character.isSurrogate(c)) {
                    line.append(String.format("\\u%04x", (int) c));
                } else {
                    line.append(c);
                }
            }
        }
    }

    private static String trace(@Nullable Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
