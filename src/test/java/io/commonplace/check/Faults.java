package io.commonplace.check;

import io.commonplace.outside.Cluster;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The faults that are known, each with its healing. Parts that died are brought back by the supervisor. */
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

    /** @param names separated by commas; {@code all}, {@code cheap} or {@code none} */
    List<Fault> chosen(String names) {
        return switch (names) {
            case "all" -> all();
            case "cheap" -> all().stream().filter(Fault::cheap).toList();
            case "none" -> List.of();
            default -> Arrays.stream(names.split(",")).map(this::named).toList();
        };
    }

    /** Why this machine doesn't allow it; empty if it does. */
    static String hindrance(Fault fault) {
        return switch (fault.name()) {
            case "split" -> GridSplit.isPossible() ? "" : "needs root and nft (apt-get install nftables)";
            case "primary-replaced", "switchover" ->
                Commonplace.knows("promote") ? "" : "there is no ./commonplace promote";
            default -> "";
        };
    }

    private Fault named(String name) {
        return all().stream()
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no fault " + name + "; known: "
                        + all().stream().map(Fault::name).toList()));
    }

    private Fault.Damage replicaLag() {
        String replica = one(databases.replicas());
        delay(replica, 30);
        return new Fault.Damage(replica + " lags by 30 s", () -> delay(replica, 0));
    }

    private void delay(String replica, int seconds) {
        databases.sql(replica, "stop replica; change master to master_delay = " + seconds + "; start replica;");
    }

    /** Reads that began before a change was known and end after it: for a third of a second each, again and again. */
    private Fault.Damage replicaStall() {
        String replica = one(databases.replicas());
        AtomicBoolean ended = new AtomicBoolean();
        Thread thread = new Thread(() -> {
            while (!ended.get() && Patience.sleep(Duration.ofMillis(200))) {
                databases.sql(
                        replica,
                        "use commonplace; lock tables page write; do sleep(" + STALL.toMillis() / 1000.0
                                + "); unlock tables;");
            }
        });
        thread.setDaemon(true);
        thread.start();
        return new Fault.Damage(replica + " stalls", () -> ended.set(true));
    }

    private Fault.Damage replicaFrozen() {
        String replica = one(databases.replicas());
        Cluster.freeze(replica);
        return new Fault.Damage(replica + " is frozen", () -> Cluster.wake(replica));
    }

    private Fault.Damage replicaKilled() {
        String replica = one(databases.replicas());
        Cluster.kill(replica);
        return new Fault.Damage(replica + " is killed", () -> {});
    }

    private Fault.Damage cloneFrozen() {
        String clone = one(Cluster.CLONES);
        Cluster.freeze(clone);
        return new Fault.Damage(clone + " is frozen", () -> Cluster.wake(clone));
    }

    private Fault.Damage cloneKilled() {
        String clone = one(Cluster.CLONES);
        Cluster.kill(clone);
        return new Fault.Damage(clone + " is killed", () -> {});
    }

    private Fault.Damage primaryKilled() {
        String primary = databases.primary();
        Cluster.kill(primary);
        return new Fault.Damage(primary + ", the primary, is killed", () -> {});
    }

    /** A primary that doesn't answer any more: a replica takes over, and it comes back as one. */
    private Fault.Damage primaryReplaced() {
        String primary = databases.primary();
        Cluster.freeze(primary);
        String said;
        try {
            said = Commonplace.run("promote");
        } catch (RuntimeException e) {
            // Refused, because commits could get lost: then it is only frozen for a while.
            return new Fault.Damage(primary + ", the primary, is frozen: " + lastLine(e), () -> Cluster.wake(primary));
        }
        return new Fault.Damage(
                primary + " is frozen, " + databases.primary() + " replaces it", () -> rejoinAsTold(said));
    }

    /** It names the old primary, and every replica that didn't answer in time. */
    private static void rejoinAsTold(String said) {
        REJOIN.matcher(said).results().map(MatchResult::group).forEach(part -> Commonplace.run("rejoin", part));
    }

    private Fault.Damage switchover() {
        String primary = databases.primary();
        try {
            Commonplace.run("promote", one(databases.replicas()));
        } catch (RuntimeException e) {
            // Refused, because somebody's statement didn't end: nothing was changed.
            return new Fault.Damage(primary + " is not taken over from: " + lastLine(e), () -> {});
        }
        // It follows already; unless this machine was so busy that it was taken for dead, and stopped.
        return new Fault.Damage(
                databases.primary() + " takes over from " + primary, () -> Commonplace.run("rejoin", primary));
    }

    private static String lastLine(RuntimeException e) {
        String text = String.valueOf(e.getMessage());
        return text.substring(text.lastIndexOf('\n') + 1);
    }

    private String one(List<String> partitionJudge) {
        return partitionJudge.get(random.nextInt(partitionJudge.size()));
    }
}
