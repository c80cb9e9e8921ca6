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

/** The database servers as they are at this moment: who is the primary, which replicas are fit to read from. */
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

    /** A replica that is further behind is not read from, in milliseconds. */
    @Inject
    @ConfigProperty(name = "commonplace.database.max-lag-millis", defaultValue = "5000")
    private long maxLagMillis;

    private static final Duration PRIMARY_PATIENCE = Duration.ofSeconds(2);

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

    /** Whether a server takes writes. One that is late with an answer or two, because it is busy, is not taken for gone. */
    public boolean hasPrimary() {
        return all.stream().anyMatch(server -> server.tookWrites(PRIMARY_PATIENCE));
    }

    /** Whether the primary has said that the disk under the databases is nearly full. */
    public boolean isDiskNearlyFull() {
        return all.stream().anyMatch(server -> server.tookWrites(PRIMARY_PATIENCE) && server.isDiskNearlyFull());
    }

    /** Whether any server has answered no longer ago than {@code patience}. */
    public boolean haveAnswered(Duration patience) {
        return all.stream().anyMatch(server -> server.answered(patience));
    }

    /** All that answer, by name. */
    public List<DatabaseServer> answering() {
        return all.stream().flatMap(server -> server.seen().stream()).toList();
    }

    /** The names of all places for servers, in most of which there may be none. */
    public List<String> names() {
        return all.stream().map(ReadServer::name).toList();
    }

    /** How the connections are used over which this clone reads from the server. */
    public PoolMetrics readPool(String name) {
        return all.stream()
                .filter(server -> server.name().equals(name))
                .findFirst()
                .map(ReadServer::figures)
                .orElse(PoolMetrics.NONE);
    }

    /** How many replicas readers are sent to. */
    public int fitReplicas() {
        return (int) all.stream().filter(this::isFit).count();
    }

    /** The primary's position now, or, without a primary, that of the replica that is furthest. Null if nobody answers. */
    public @Nullable String newestPosition() {
        return primary()
                .or(this::mostAdvanced)
                .flatMap(ReadServer::seen)
                .map(DatabaseServer::position)
                .orElse(null);
    }

    Optional<ReadServer> primary() {
        // After a failover the old one may come back and think that it is still in charge: the later one is it.
        return all.stream()
                .filter(server -> server.seen().filter(seen -> !seen.readOnly()).isPresent())
                .max(Comparator.comparing(Servers::position, Servers::compare));
    }

    /** A replica that is fit and, if there is one, has {@code needed} already; chosen by chance, weighed by lag. */
    Optional<ReadServer> replica(@Nullable String needed) {
        List<ReadServer> fit = all.stream().filter(this::isFit).toList();
        List<ReadServer> there = fit.stream()
                .filter(server -> Positions.has(position(server), needed))
                .toList();
        return there.isEmpty() ? furthest(fit) : Optional.of(chosen(there));
    }

    /** Whoever answers, the one that is furthest: when there is no primary, an old page is better than none. */
    Optional<ReadServer> mostAdvanced() {
        return furthest(all.stream().filter(server -> server.seen().isPresent()).toList());
    }

    private boolean isFit(ReadServer server) {
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

    /** Heartbeats come once a second: half as much for one that is a second further behind, and for each reader it has. */
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
