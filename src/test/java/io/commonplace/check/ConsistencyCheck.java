package io.commonplace.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Lets people work while parts break, and judges what they saw. The system property commonplace.data names the cluster. */
public final class ConsistencyCheck {
    private static final Duration TO_CONVERGE = Duration.ofSeconds(2);

    private final Options options;
    private final Consumer<String> tell;
    private final Random random;

    private ConsistencyCheck(Options options, Consumer<String> tell) {
        this.options = options;
        this.tell = tell;
        this.random = new Random(options.seed());
    }

    /** Ends with 1 if a promise was broken, with 2 if the check itself could not be done. */
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

    static Result run(Options options, Consumer<String> tell) {
        return new ConsistencyCheck(options, tell).run();
    }

    private Result run() {
        Databases databases = new Databases();
        List<String> skipped = new ArrayList<>();
        List<Fault> faults = faults(databases, skipped);
        tell.accept("Preparing: %d people, seed %d".formatted(options.people(), options.seed()));
        Preparation preparation = new Preparation(options.seed());
        World world = preparation.world(new Library(options.hot()));
        List<Operation> operations = new ArrayList<>(preparation.pages(world));
        Load load = new Load(options.people(), options.operations(), options.rate());
        List<Person> people = preparation.people(options.people()).stream()
                .map(account -> new Person(account, world, load, new Mix(options.writing())))
                .toList();
        long start = System.nanoTime();
        Injector injector = new Injector(
                faults,
                databases,
                load,
                random,
                line -> tell.accept("%6.1f s  %7d  %s".formatted(secondsSince(start), load.done(), line)));
        Sources sources = new Sources();
        letWork(people, injector, sources);
        double seconds = secondsSince(start);
        people.forEach(person -> operations.addAll(person.history()));
        List<Violation> violations = judge(world, operations, preparation.reader());
        return new Result(options, operations, injector.incidents(), skipped, violations, sources.describe(), seconds);
    }

    private List<Violation> judge(World world, List<Operation> operations, Session reader) {
        Patience.sleep(TO_CONVERGE);
        tell.accept("Judging %d operations".formatted(operations.size()));
        Truth truth = Truth.read(world);
        List<Violation> violations = new ArrayList<>(new Convergence(world, truth, reader).violations());
        violations.addAll(Judge.violations(operations, new Histories(truth.histories())));
        return violations;
    }

    private List<Fault> faults(Databases databases, List<String> skipped) {
        List<Fault> chosen = new ArrayList<>(new Faults(databases, random).chosen(options.faults()));
        chosen.removeIf(fault -> {
            String hindrance = Faults.hindrance(fault);
            if (!hindrance.isEmpty()) {
                skipped.add(fault.name() + ": " + hindrance);
            }
            return !hindrance.isEmpty();
        });
        return chosen;
    }

    private static void letWork(List<Person> people, Injector injector, Sources sources) {
        Thread asking = start("sources", sources);
        Thread breaking = start("injector", injector);
        List<Thread> threads =
                people.stream().map(person -> start("person", person)).toList();
        join(breaking);
        threads.forEach(ConsistencyCheck::join);
        asking.interrupt();
        join(asking);
        sources.ask();
        RuntimeException failure = injector.failure();
        if (failure != null) {
            throw new IllegalStateException("A fault could not be made or healed", failure);
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
