package io.commonplace.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Runs a workload while faults are injected, and checks the recorded history. The system property commonplace.data names
 * the cluster.
 */
public final class ConsistencyCheck {
    private static final Duration CONVERGENCE_TIME = Duration.ofSeconds(2);

    private final Options options;
    private final Consumer<String> log;
    private final Random random;

    private ConsistencyCheck(Options options, Consumer<String> log) {
        this.options = options;
        this.log = log;
        this.random = new Random(options.seed());
    }

    /** Exits with 1 if an invariant was violated, with 2 if the check itself failed. */
    public static void main(String[] arguments) {
        int status = 2;
        try {
            Result result = run(Options.of(arguments), System.out::println);
            new Report(result).print(System.out);
            if (!result.options().json().isEmpty()) {
                Files.writeString(
                        Path.of(result.options().json()), JsonReport.of(result).toString());
            }
            status = result.isGood() ? 0 : 1;
        } catch (IllegalArgumentException e) {
            System.err.println("check: " + e.getMessage());
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
        }
        System.exit(status);
    }

    static Result run(Options options, Consumer<String> log) {
        return new ConsistencyCheck(options, log).run();
    }

    private Result run() {
        Databases databases = new Databases();
        List<String> skipped = new ArrayList<>();
        List<Fault> faults = faults(databases, skipped);
        log.accept("Preparing: %d people, seed %d".formatted(options.people(), options.seed()));
        Setup setup = new Setup(options.seed());
        CheckContext context = setup.context(new TestPages(options.hot()));
        List<Operation> operations = new ArrayList<>(setup.pages(context));
        Workload load = new Workload(options.people(), options.operations(), options.rate());
        List<Person> people = setup.people(options.people()).stream()
                .map(account -> new Person(account, context, load, new OperationMix(options.writing())))
                .toList();
        long start = System.nanoTime();
        FaultInjector injector = new FaultInjector(
                faults,
                databases,
                load,
                random,
                line -> log.accept("%6.1f s  %7d  %s".formatted(secondsSince(start), load.done(), line)));
        ReadSources sources = new ReadSources();
        runWorkload(people, injector, sources);
        double seconds = secondsSince(start);
        people.forEach(person -> operations.addAll(person.history()));
        List<Violation> violations = check(context, operations, setup.reader());
        return new Result(options, operations, injector.incidents(), skipped, violations, sources.describe(), seconds);
    }

    private List<Violation> check(CheckContext context, List<Operation> operations, Session reader) {
        Waiting.sleep(CONVERGENCE_TIME);
        log.accept("Checking %d operations".formatted(operations.size()));
        DatabaseState databaseState = DatabaseState.read(context);
        List<Violation> violations = new ArrayList<>(new Convergence(context, databaseState, reader).violations());
        violations.addAll(HistoryChecker.violations(operations, new Histories(databaseState.histories())));
        return violations;
    }

    private List<Fault> faults(Databases databases, List<String> skipped) {
        List<Fault> chosen = new ArrayList<>(new Faults(databases, random).select(options.faults()));
        chosen.removeIf(fault -> {
            String obstacle = Faults.obstacle(fault);
            if (!obstacle.isEmpty()) {
                skipped.add(fault.name() + ": " + obstacle);
            }
            return !obstacle.isEmpty();
        });
        return chosen;
    }

    private static void runWorkload(List<Person> people, FaultInjector injector, ReadSources sources) {
        Thread polling = start("sources", sources);
        Thread injecting = start("injector", injector);
        List<Thread> threads =
                people.stream().map(person -> start("person", person)).toList();
        join(injecting);
        threads.forEach(ConsistencyCheck::join);
        polling.interrupt();
        join(polling);
        sources.poll();
        RuntimeException failure = injector.failure();
        if (failure != null) {
            throw new IllegalStateException("A fault could not be injected or healed", failure);
        }
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static Thread start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
