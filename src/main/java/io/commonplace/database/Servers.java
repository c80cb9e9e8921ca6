package io.commonplace.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The current state of the database servers: which one is the primary, and which replicas are healthy. */
@ApplicationScoped
public class Servers {
    @Inject
    @ConfigProperty(name = "commonplace.databases", defaultValue = "database-1=127.0.0.1:3306")
    private String addresses;

    @Inject
    @ConfigProperty(name = "commonplace.database.user", defaultValue = "app")
    private String user;

    @Inject
    @ConfigProperty(name = "commonplace.database.password")
    private String password;

    @Inject
    @ConfigProperty(name = "commonplace.database.ssl-mode", defaultValue = "DISABLED")
    private String sslMode;

    /** The highest lag of a replica that is read from, in milliseconds. */
    @Inject
    @ConfigProperty(name = "commonplace.database.max-lag-millis", defaultValue = "5000")
    private long maxLagMillis;

    /** Longer than a busy primary takes for a response or two. */
    private static final Duration PRIMARY_TIMEOUT = Duration.ofSeconds(2);

    /** Longer than a former primary takes to notice that there is another one. */
    private static final Duration FORMER_PRIMARY = Duration.ofSeconds(30);

    private final List<ReadServer> all = new ArrayList<>();

    @PostConstruct
    void open() {
        ServerCredentials login = new ServerCredentials(user, password, sslMode);
        for (ServerAddress address : ServerAddress.parse(addresses)) {
            all.add(new ReadServer(address, login));
        }
    }

    @PreDestroy
    void close() {
        all.forEach(ReadServer::close);
    }

    /** Whether a server accepts writes. A busy primary that misses one or two responses still counts. */
    public boolean hasPrimary() {
        return all.stream().anyMatch(server -> server.acceptedWrites(PRIMARY_TIMEOUT));
    }

    /** Whether the disk under the databases is nearly full, as the primary reports. */
    public boolean isDiskNearlyFull() {
        return all.stream().anyMatch(server -> server.acceptedWrites(PRIMARY_TIMEOUT) && server.isDiskNearlyFull());
    }

    /** Whether the last response of any server is no older than {@code maxAge}. */
    public boolean haveAnswered(Duration maxAge) {
        return all.stream().anyMatch(server -> server.answered(maxAge));
    }

    /** The servers that answer, in the order of the configuration. */
    public List<DatabaseServer> answering() {
        return all.stream().flatMap(server -> server.seen().stream()).toList();
    }

    /** The names of all configured addresses, with or without a server. */
    public List<String> names() {
        return all.stream().map(ReadServer::name).toList();
    }

    /** The metrics of this clone's pool of read connections to a server. */
    public PoolMetrics readPool(String name) {
        return all.stream()
                .filter(server -> server.name().equals(name))
                .findFirst()
                .map(ReadServer::metrics)
                .orElse(PoolMetrics.NONE);
    }

    /** The number of replicas that are read from. */
    public int healthyReplicas() {
        return (int) all.stream().filter(this::isHealthy).count();
    }

    /** The primary's last known position or, without a primary, the most advanced replica's. Null if no server answers. */
    public @Nullable String newestPosition() {
        return primary()
                .or(this::mostAdvanced)
                .flatMap(ReadServer::seen)
                .map(DatabaseServer::position)
                .orElse(null);
    }

    /**
     * The server that accepts writes. After a failover the old primary may return, and call itself the primary for some
     * seconds. So one that lacks what another primary had shortly before doesn't count, even if that one doesn't answer now.
     */
    Optional<ReadServer> primary() {
        return all.stream()
                .filter(server -> server.seen().filter(seen -> !seen.readOnly()).isPresent())
                .filter(this::hasWhatOthersHadAsPrimaries)
                .max(Comparator.comparing(Servers::position, Servers::compare));
    }

    private boolean hasWhatOthersHadAsPrimaries(ReadServer server) {
        return all.stream()
                .filter(other -> other != server)
                .flatMap(other -> other.positionAsPrimary(FORMER_PRIMARY).stream())
                .allMatch(position -> Positions.has(position(server), position));
    }

    /**
     * A random healthy replica, weighted by lag and load. It has reached {@code needed}, unless none has; then it is the most
     * advanced one.
     */
    Optional<ReadServer> replica(@Nullable String needed) {
        List<ReadServer> healthy = all.stream().filter(this::isHealthy).toList();
        List<ReadServer> upToDate = healthy.stream()
                .filter(server -> Positions.has(position(server), needed))
                .toList();
        return upToDate.isEmpty() ? furthest(healthy) : Optional.of(chosen(upToDate));
    }

    /** The most advanced of all servers that answer. Without a primary, an old page is better than none. */
    Optional<ReadServer> mostAdvanced() {
        return furthest(all.stream().filter(server -> server.seen().isPresent()).toList());
    }

    private boolean isHealthy(ReadServer server) {
        return server.seen()
                .filter(DatabaseServer::readOnly)
                .filter(seen -> seen.lag().compareTo(Duration.ofMillis(maxLagMillis)) <= 0)
                .isPresent();
    }

    private static ReadServer chosen(List<ReadServer> among) {
        double[] weights = among.stream().mapToDouble(Servers::weight).toArray();
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double chance = ThreadLocalRandom.current().nextDouble(sum);
        for (int i = 0; i < weights.length - 1; i++) {
            chance -= weights[i];
            if (chance < 0) {
                return among.get(i);
            }
        }
        return among.get(among.size() - 1);
    }

    /** A lag of two seconds halves the weight, and so does a read in progress. A lag of one second is the interval of heartbeats. */
    private static double weight(ReadServer server) {
        double lag = server.seen().map(seen -> seen.lag().toMillis() / 1000.0).orElse(60.0);
        return 1 / ((1 + Math.max(0, lag - 1)) * (1 + server.readers()));
    }

    private static Optional<ReadServer> furthest(List<ReadServer> among) {
        return among.stream().max(Comparator.comparing(Servers::position, Servers::compare));
    }

    private static String position(ReadServer server) {
        return server.seen().map(DatabaseServer::position).orElse("");
    }

    private static int compare(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(other.isEmpty(), one.isEmpty());
        }
        return Boolean.compare(Positions.has(one, other), Positions.has(other, one));
    }
}
