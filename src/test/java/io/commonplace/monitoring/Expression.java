package io.commonplace.monitoring;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A query in PromQL, parsed only as far as needed to find its metrics. */
public record Expression(String text) {
    private static final Pattern STRING = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final Pattern LABELS = Pattern.compile("\\{[^}]*}");
    private static final Pattern LABEL_LIST = Pattern.compile("\\b(by|without|on|ignoring)\\s*\\([^)]*\\)");
    private static final Pattern WORD = Pattern.compile("(?<![\\w:.\\[])[a-zA-Z_:][\\w:]*(?!\\s*\\()\\b");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "by", "without", "on", "sum");

    /** The metrics that it reads, without {@code up}, which Prometheus itself provides. */
    public Set<String> metrics() {
        String bare = STRING.matcher(text).replaceAll("");
        bare = LABELS.matcher(bare).replaceAll("");
        bare = LABEL_LIST.matcher(bare).replaceAll("");
        Set<String> metrics = new TreeSet<>();
        Matcher word = WORD.matcher(bare);
        while (word.find()) {
            boolean isFunction = bare.substring(word.end()).stripLeading().startsWith("(");
            if (!isFunction
                    && !OPERATORS.contains(word.group())
                    && !word.group().equals("up")) {
                metrics.add(word.group());
            }
        }
        return metrics;
    }

    /** Whether each opening bracket has a closing one of its kind. */
    boolean isBalanced() {
        Deque<Character> open = new ArrayDeque<>();
        for (char c : STRING.matcher(text).replaceAll("").toCharArray()) {
            int kind = "([{".indexOf(c);
            if (kind >= 0) {
                open.push(")]}".charAt(kind));
            } else if (")]}".indexOf(c) >= 0 && (open.isEmpty() || open.pop() != c)) {
                return false;
            }
        }
        return open.isEmpty();
    }
}
