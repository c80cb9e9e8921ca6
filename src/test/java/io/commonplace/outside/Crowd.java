package io.commonplace.outside;

import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;

/** Simulated people who read, save and watch imports, each in one session. */
final class Crowd implements AutoCloseable {
    private final Space space;
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Map<Space, Import> imports = new ConcurrentHashMap<>();
    private final AtomicInteger[] saved;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    private volatile int job;
    private volatile boolean stopped;

    private Crowd(int people, Space space) {
        this.saved = new AtomicInteger[people];
        this.space = space;
    }

    static Crowd of(int people, Space space) {
        Crowd crowd = new Crowd(people, space);
        Visitor writer = Visitor.administrator();
        for (int i = 0; i < people; i++) {
            crowd.saved[i] = new AtomicInteger();
            space.create(writer, page(i), "The first text of " + i);
        }
        crowd.startImport();
        for (int i = 0; i < people; i++) {
            int number = i;
            Visitor person = Visitor.administrator();
            crowd.start(() -> crowd.act(number, person));
        }
        crowd.start(crowd::upload);
        return crowd;
    }

    private void start(Runnable life) {
        Thread thread = new Thread(
                () -> {
                    while (!stopped) {
                        life.run();
                    }
                },
                "crowd");
        threads.add(thread);
        thread.start();
    }

    /** One action, and four seconds of pause. */
    private void act(int number, Visitor person) {
        int dice = ThreadLocalRandom.current().nextInt(10);
        try {
            if (dice < 2) {
                save(number, person);
            } else if (dice < 3) {
                timed(() -> expect(200, person.get("/jobs/" + job)));
            } else {
                timed(() -> expect(
                        200,
                        person.get(space.href(page(ThreadLocalRandom.current().nextInt(saved.length))))));
            }
        } catch (RuntimeException e) {
            failures.add(e.toString());
        }
        pause(Duration.ofMillis(2000 + ThreadLocalRandom.current().nextInt(4000)));
    }

    private void save(int number, Visitor person) {
        timed(() -> {
            if (expect(302, space.save(person, page(number), "Text " + saved[number].get()))) {
                saved[number].incrementAndGet();
            }
        });
    }

    private void upload() {
        try {
            startImport();
        } catch (RuntimeException e) {
            failures.add(e.toString());
        }
        pause(Duration.ofSeconds(15));
    }

    private void startImport() {
        Space target = Space.named("crowd");
        Import started = Import.start(target, Zip.ofPages(20).bytes());
        requests.incrementAndGet();
        imports.put(target, started);
        job = started.job();
    }

    private boolean expect(int status, Answer answer) {
        requests.incrementAndGet();
        if (answer.status() == status) {
            return true;
        }
        failures.add(answer.response().request().method() + " "
                + answer.response().uri() + ": " + answer.status() + " " + answer.location());
        return false;
    }

    private void timed(Runnable action) {
        long began = System.nanoTime();
        action.run();
        nanos.add(System.nanoTime() - began);
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The 99th percentile of the durations since the last call. */
    Duration slowest() {
        List<Long> sorted = nanos.stream().sorted().toList();
        nanos = new ConcurrentLinkedQueue<>();
        return Duration.ofNanos(sorted.isEmpty() ? 0 : sorted.get(sorted.size() * 99 / 100));
    }

    /** The same, after this many actions. */
    Duration slowestOf(int actions) {
        await("the crowd to do something").atMost(Duration.ofMinutes(2)).until(() -> nanos.size() >= actions);
        return slowest();
    }

    int requests() {
        return requests.get();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** The failures of reads. */
    List<String> failedReads() {
        return failures.stream().filter(failure -> failure.contains("GET ")).toList();
    }

    /** The number of unexpected requests to sign in. */
    List<String> signedOut() {
        return failures.stream()
                .filter(failure -> failure.contains("/login") || failure.contains(": 401"))
                .toList();
    }

    /** The number of acknowledged saves. */
    int saved() {
        return Arrays.stream(saved).mapToInt(AtomicInteger::get).sum();
    }

    /** Acknowledged saves that are missing at the end. */
    List<String> lost() {
        return differing((there, expected) -> there < expected);
    }

    private List<String> differing(BiPredicate<Integer, Integer> differ) {
        close();
        List<String> differing = new ArrayList<>();
        Map<String, Integer> revisions = Pages.in(space);
        for (int i = 0; i < saved.length; i++) {
            int expected = saved[i].get() + 1;
            int there = revisions.getOrDefault(page(i), 0);
            if (differ.test(there, expected)) {
                differing.add(page(i) + " has " + there + " revisions, not " + expected);
            }
        }
        return differing;
    }

    /** Saves that were lost or applied twice. */
    List<String> wrong() {
        List<String> wrong = differing((there, expected) -> !there.equals(expected));
        imports.forEach((target, started) -> {
            JsonObject end = started.end();
            Map<String, Integer> pages = Pages.in(target);
            pages.values().removeIf(count -> count == 1);
            if (!end.getString("state").equals("DONE") || !pages.isEmpty()) {
                wrong.add("job " + started.job() + " is " + end.getString("state") + ", twice: " + pages);
            }
        });
        return wrong;
    }

    private static String page(int number) {
        return "person-" + number;
    }

    @Override
    public void close() {
        stopped = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
