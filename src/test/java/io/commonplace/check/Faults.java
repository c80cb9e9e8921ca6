package io.commonplace.check;

import io.commonplace.outside.Cluster;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** All known faults, each with the way to end it. The supervisor restarts parts that were killed. */
final class Faults {
    private static final Duration STALL = Duration.ofMillis(300);
    private static final Pattern REJOIN = Pattern.compile("(?<=/commonplace rejoin )database-\\d");

    private final Databases databases;
    private final Random random;

    Faults(Databases databases, Random random) {
        this.databases = databases;
        this.random = random;
    }

    List<Fault> all() {
        return List.of(
                new Fault("replica-lag", 6_000, 12_000, true, this::replicaLag),
                new Fault("replica-stall", 4_000, 8_000, true, this::replicaStall),
                new Fault("replica-frozen", 3_000, 7_000, true, this::replicaFrozen),
                new Fault("replica-killed", 1_000, 1_000, true, this::replicaKilled),
                new Fault("clone-hiccup", 1_000, 3_000, true, this::cloneFrozen),
                new Fault("clone-frozen", 6_000, 12_000, false, this::cloneFrozen),
                new Fault("clone-killed", 1_000, 1_000, false, this::cloneKilled),
                new Fault("primary-killed", 1_000, 1_000, true, this::primaryKilled),
                new Fault("primary-replaced", 2_000, 5_000, false, this::primaryReplaced),
                new Fault("switchover", 1_000, 1_000, true, this::switchover),
                new Fault("split", 8_000, 15_000, false, new GridSplit(Cluster.port())::begin));
    }

    /** @param names separated by commas; or {@code all}, {@code cheap} or {@code none} */
    List<Fault> select(String names) {
        return switch (names) {
            case "all" -> all();
            case "cheap" -> all().stream().filter(Fault::cheap).toList();
            case "none" -> List.of();
            default -> Arrays.stream(names.split(",")).map(this::named).toList();
        };
    }

    /** Why this machine can't inject the fault; empty if it can. */
    static String obstacle(Fault fault) {
        return switch (fault.name()) {
            case "split" -> GridSplit.isPossible() ? "" : "needs root and nft (apt-get install nftables)";
            case "primary-replaced", "switchover" -> Commonplace.knows("promote") ? "" : "needs ./commonplace promote";
            default -> "";
        };
    }

    private Fault named(String name) {
        return all().stream()
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown fault " + name + "; known: "
                        + all().stream().map(Fault::name).toList()));
    }

    private Fault.ActiveFault replicaLag() {
        String replica = randomOf(databases.replicas());
        delay(replica, 30);
        return new Fault.ActiveFault(replica + " lags by 30 s", () -> delay(replica, 0));
    }

    private void delay(String replica, int seconds) {
        databases.sql(replica, "stop replica; change master to master_delay = " + seconds + "; start replica;");
    }

    /** Reads that start before a change is known and end after it: each is delayed by a third of a second. */
    private Fault.ActiveFault replicaStall() {
        String replica = randomOf(databases.replicas());
        AtomicBoolean ended = new AtomicBoolean();
        Thread thread = new Thread(() -> {
            while (!ended.get() && Waiting.sleep(Duration.ofMillis(200))) {
                databases.sql(
                        replica,
                        "use commonplace; lock tables page write; do sleep(" + STALL.toMillis() / 1000.0
                                + "); unlock tables;");
            }
        });
        thread.setDaemon(true);
        thread.start();
        return new Fault.ActiveFault(replica + " stalls", () -> ended.set(true));
    }

    private Fault.ActiveFault replicaFrozen() {
        String replica = randomOf(databases.replicas());
        Cluster.freeze(replica);
        return new Fault.ActiveFault(replica + " is frozen", () -> Cluster.wake(replica));
    }

    private Fault.ActiveFault replicaKilled() {
        String replica = randomOf(databases.replicas());
        Cluster.kill(replica);
        return new Fault.ActiveFault(replica + " is killed", () -> {});
    }

    private Fault.ActiveFault cloneFrozen() {
        String clone = randomOf(Cluster.CLONES);
        Cluster.freeze(clone);
        return new Fault.ActiveFault(clone + " is frozen", () -> Cluster.wake(clone));
    }

    private Fault.ActiveFault cloneKilled() {
        String clone = randomOf(Cluster.CLONES);
        Cluster.kill(clone);
        return new Fault.ActiveFault(clone + " is killed", () -> {});
    }

    private Fault.ActiveFault primaryKilled() {
        String primary = databases.primary();
        Cluster.kill(primary);
        return new Fault.ActiveFault(primary + ", the primary, is killed", () -> {});
    }

    /** The primary freezes and a replica is promoted; later the old primary rejoins as a replica. */
    private Fault.ActiveFault primaryReplaced() {
        String primary = databases.primary();
        Cluster.freeze(primary);
        String output;
        try {
            output = Commonplace.run("promote");
        } catch (RuntimeException e) {
            // promote has refused, because commits could be lost. Then the primary is only frozen for a while.
            return new Fault.ActiveFault(
                    primary + ", the primary, is frozen: " + lastLine(e), () -> Cluster.wake(primary));
        }
        return new Fault.ActiveFault(
                primary + " is frozen, " + databases.primary() + " replaces it", () -> rejoinListed(output));
    }

    /**
     * promote's output names the servers that must rejoin: the old primary, and each replica that didn't answer in time.
     */
    private static void rejoinListed(String output) {
        REJOIN.matcher(output).results().map(MatchResult::group).forEach(part -> Commonplace.run("rejoin", part));
    }

    private Fault.ActiveFault switchover() {
        String primary = databases.primary();
        try {
            Commonplace.run("promote", randomOf(databases.replicas()));
        } catch (RuntimeException e) {
            // promote has refused because of a long statement, and changed nothing.
            return new Fault.ActiveFault(primary + " stays the primary: " + lastLine(e), () -> {});
        }
        // It replicates already, unless this machine was so busy that it was considered dead and stopped.
        return new Fault.ActiveFault(
                databases.primary() + " takes over from " + primary, () -> Commonplace.run("rejoin", primary));
    }

    private static String lastLine(RuntimeException e) {
        String text = String.valueOf(e.getMessage());
        return text.substring(text.lastIndexOf('\n') + 1);
    }

    private String randomOf(List<String> parts) {
        return parts.get(random.nextInt(parts.size()));
    }
}
