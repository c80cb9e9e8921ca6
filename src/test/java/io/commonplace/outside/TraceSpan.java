package io.commonplace.outside;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One part of a trace, as OTLP tells it. Read here by hand: a message is a row of fields, each with its number.
 *
 * @param parent empty for the beginning of a trace
 * @see <a href="https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/trace/v1/trace.proto">trace.proto</a>
 */
record TraceSpan(String trace, String id, String parent, String name, Map<String, String> attributes) {
    /** All spans of an ExportTraceServiceRequest, which contains resources with scopes with spans. */
    static List<TraceSpan> read(byte[] request) {
        List<TraceSpan> spans = new ArrayList<>();
        inside(request, 1, resource -> inside(resource, 2, scope -> inside(scope, 2, span -> spans.add(one(span)))));
        return spans;
    }

    /** Empty if the span is not of an SQL statement. */
    String statement() {
        return attributes.getOrDefault("db.statement", "");
    }

    private static TraceSpan one(byte[] message) {
        Map<Integer, byte[]> fields = new TreeMap<>();
        Map<String, String> attributes = new TreeMap<>();
        fields(message, (number, value) -> {
            if (number == 9) {
                Map<Integer, byte[]> pair = new TreeMap<>();
                fields(value, pair::put);
                attributes.put(text(pair.get(1)), value(pair.getOrDefault(2, new byte[0])));
            } else {
                fields.put(number, value);
            }
        });
        return new TraceSpan(
                hex(fields.get(1)), hex(fields.get(2)), hex(fields.get(4)), text(fields.get(5)), attributes);
    }

    /** An AnyValue, if it is a text or a number. */
    private static String value(byte[] message) {
        StringBuilder value = new StringBuilder();
        fields(message, (number, found) -> value.append(number == 1 ? text(found) : Long.toString(number(found))));
        return value.toString();
    }

    private static void inside(byte[] message, int wanted, Consumer<byte[]> each) {
        fields(message, (number, value) -> {
            if (number == wanted) {
                each.accept(value);
            }
        });
    }

    private static void fields(byte[] message, BiConsumer<Integer, byte[]> each) {
        ByteBuffer rest = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        while (rest.hasRemaining()) {
            long tag = varint(rest);
            byte[] value = switch ((int) (tag & 7)) {
                case 0 -> bytes(varint(rest));
                case 1 -> bytes(rest.getLong());
                case 2 -> {
                    byte[] part = new byte[(int) varint(rest)];
                    rest.get(part);
                    yield part;
                }
                case 5 -> bytes(rest.getInt());
                default -> throw new IllegalArgumentException("No field of OTLP is of type " + (tag & 7));
            };
            each.accept((int) (tag >>> 3), value);
        }
    }

    private static long varint(ByteBuffer from) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = from.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static byte[] bytes(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private static long number(byte[] value) {
        return value.length == Long.BYTES ? ByteBuffer.wrap(value).getLong() : 0;
    }

    private static String text(byte @Nullable [] value) {
        return value == null ? "" : new String(value, StandardCharsets.UTF_8);
    }

    private static String hex(byte @Nullable [] value) {
        return value == null ? "" : HexFormat.of().formatHex(value);
    }
}
