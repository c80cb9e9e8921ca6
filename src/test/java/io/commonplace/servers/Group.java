package io.commonplace.servers;

import com.mysql.cj.jdbc.MysqlDataSource;
import io.commonplace.database.Positions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** The data hosts that {@code src/test/sh/group} has created, with the group's commands, faults and connections. */
final class Group {
    static final List<String> HOSTS = List.of("data-1", "data-2", "data-3");

    static final String NAME = "6b1f0c5e-0d0e-4c3a-9f9b-3a1d6f0a7c11";
    static final Positions POSITIONS = Positions.ofServer("9").ofGroup(NAME);

    private static final String LAB = "src/test/sh/group";
    private static final String COMMANDS = "database/mysql/";
    private static final String BALANCER = "10.78.0.21:8081";
    private static final String PORT = ":3306";
    private static final Duration JOINING = Duration.ofSeconds(90);
    private static final int ATTEMPTS = 4;
    private static final Pattern PRIMARY = Pattern.compile("(?m)^10\\.78\\.0\\.3(\\d) +primary");

    private Group() {}

    static String address(String host) {
        return "10.78.0.3" + host.substring(host.length() - 1);
    }

    /** Connections through the balancer to the primary, with the settings of the application's pool. */
    static DataSource balanced() {
        return at(BALANCER, "app");
    }

    /** The same for the account that may change tables. */
    static DataSource schema() {
        return at(BALANCER, "schema");
    }

    static DataSource member(String host) {
        return at(address(host) + PORT, "app");
    }

    /** The same, with more patience than the application has. */
    static DataSource patient(String host) {
        return at(address(host) + PORT, "app", Duration.ofMinutes(1));
    }

    /** All members, as the application's setting lists them. */
    static String databases() {
        return String.join(
                ",",
                HOSTS.stream()
                        .map(host -> host.replace("data", "database") + "=" + address(host) + PORT)
                        .toList());
    }

    private static DataSource at(String server, String account) {
        return at(server, account, Duration.ofSeconds(10));
    }

    private static DataSource at(String server, String account, Duration patience) {
        MysqlDataSource source = new MysqlDataSource();
        source.setUrl("jdbc:mysql://" + server + "/commonplace?sslMode=REQUIRED&connectTimeout=2000&socketTimeout="
                + patience.toMillis()
                + "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&rewriteBatchedStatements=true"
                + "&useServerPrepStmts=true&cachePrepStmts=true");
        source.setUser(account);
        source.setPassword(account);
        return source;
    }

    /** The host whose server is the primary. */
    static String primary() {
        Matcher line = PRIMARY.matcher(run(List.of(LAB, "on", "data-1", COMMANDS + "status")).output);
        if (!line.find()) {
            throw new IllegalStateException("There is no primary");
        }
        return "data-" + line.group(1);
    }

    static List<String> others(String host) {
        return HOSTS.stream().filter(other -> !other.equals(host)).toList();
    }

    /** A member that hangs while it joins, which MySQL 9.7 does under load, is killed, as its administrator would. */
    static void awaitWhole() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long end = System.nanoTime() + JOINING.toNanos();
            while (System.nanoTime() - end < 0) {
                if (command("data-1", "status").result == 0) {
                    return;
                }
                pause(Duration.ofMillis(500));
            }
            for (String host : joining()) {
                System.out.println(host + " hangs while it joins, and is killed");
                lab("signal", host, "KILL");
                pause(Duration.ofSeconds(2));
                lab("boot", host);
            }
        }
        throw new IllegalStateException("Not all members are online: " + command("data-1", "status"));
    }

    private static List<String> joining() {
        String state = command("data-1", "status").output;
        return HOSTS.stream()
                .filter(host ->
                        state.lines().anyMatch(line -> line.startsWith(address(host)) && line.contains("joins: ")))
                .toList();
    }

    static void pause(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One of the commands in {@code database/mysql}, on a host. */
    static Result command(String host, String... words) {
        List<String> all = new ArrayList<>(List.of(LAB, "on", host, COMMANDS + words[0]));
        all.addAll(List.of(words).subList(1, words.length));
        return run(all);
    }

    /** A fault, or its end: words of the script that has created the hosts. */
    static void lab(String... words) {
        List<String> all = new ArrayList<>(List.of(LAB));
        all.addAll(List.of(words));
        Result done = run(all);
        if (done.result != 0) {
            throw new IllegalStateException(String.join(" ", words) + " ended with " + done);
        }
    }

    private static Result run(List<String> words) {
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    record Result(int result, String output) {}
}
