package io.commonplace.database;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks by the form of a migration's statements whether clones of the previous version can go on working while and after it
 * is applied. A statement that is compatible for a reason that its form doesn't show has a comment
 * {@code -- compatible: the reason} before it.
 */
final class MigrationRule {
    private static final Pattern COMMENT_OR_STRING = Pattern.compile("(--[^\\n]*|/\\*(?s:.*?)\\*/)|'(?:[^']|'')*'");

    private static final Pattern EXCUSE = Pattern.compile("--\\s*compatible:\\s*\\S.*");
    private static final String EXCUSED = " @excused ";
    private static final Pattern CREATE = Pattern.compile("create table (?:if not exists )?`?(\\w+)`?.*");
    private static final Pattern ALTER = Pattern.compile("alter table `?(\\w+)`? (.*)");
    private static final Pattern INDEX = Pattern.compile("create (unique )?index \\S+ on `?(\\w+)`?.*");
    private static final Pattern ROWS = Pattern.compile("(?:insert|update|replace) .*");
    private static final Pattern COMMA = Pattern.compile(",(?![^(]*\\))");

    /** Clauses that change a table of the previous version, with the objection. */
    private static final Map<Pattern, String> CLAUSES = Map.ofEntries(
            clause("drop .*", "takes away what the version before may use"),
            clause("rename .*", "renames what the version before uses"),
            clause("(?:modify|change|alter) .*", "changes a column that the version before uses"),
            clause(
                    "add (?:constraint \\S+ )?(?:unique|primary|foreign|check|constraint)\\b.*",
                    "refuses rows that the version before may write"),
            clause(
                    "add (?!constraint|unique|primary|foreign|check|index|key|fulltext)(?:column )?(?=.*not null)(?!.*(?:default|generated| as )).*",
                    "adds a column that the version before doesn't fill"));

    private final Set<String> own = new HashSet<>();
    private final List<String> objections = new ArrayList<>();

    private MigrationRule() {}

    /** One line for each statement that is not a pure expansion; empty for a migration that may be applied. */
    static List<String> objections(String script) {
        MigrationRule rule = new MigrationRule();
        String bare = COMMENT_OR_STRING.matcher(script).replaceAll(MigrationRule::withoutText);
        for (String statement : bare.split(";")) {
            String one = statement.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
            if (!one.isEmpty() && !statement.contains(EXCUSED)) {
                rule.check(one);
            }
        }
        return rule.objections;
    }

    private static String withoutText(MatchResult found) {
        String comment = found.group(1);
        return comment == null ? "''" : EXCUSE.matcher(comment).matches() ? EXCUSED : " ";
    }

    private void check(String statement) {
        Matcher create = CREATE.matcher(statement);
        Matcher alter = ALTER.matcher(statement);
        Matcher index = INDEX.matcher(statement);
        if (create.matches()) {
            own.add(create.group(1));
        } else if (alter.matches()) {
            if (!own.contains(alter.group(1))) {
                COMMA.splitAsStream(alter.group(2)).map(String::strip).forEach(this::checkClause);
            }
        } else if (index.matches()) {
            if (index.group(1) != null && !own.contains(index.group(2))) {
                objections.add("refuses rows that the version before may write: " + statement);
            }
        } else if (!ROWS.matcher(statement).matches()) {
            objections.add("is not known to be harmless: " + statement);
        }
    }

    private void checkClause(String clause) {
        CLAUSES.forEach((form, objection) -> {
            if (form.matcher(clause).matches()) {
                objections.add(objection + ": " + clause);
            }
        });
    }

    private static Map.Entry<Pattern, String> clause(String form, String objection) {
        return Map.entry(Pattern.compile(form), objection);
    }
}
