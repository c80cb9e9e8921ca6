package io.commonplace.check;

import io.commonplace.outside.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** Prepares a check: a space with sections and pages, accounts, and a session for each person. */
final class Setup {
    private static final int ACCOUNTS = 20;
    private static final int PAGES = 60;
    private static final int THREADS = 4;

    private final String site = Cluster.url();
    private final String space = "check-" + UUID.randomUUID().toString().substring(0, 8);
    private final Account administrator;
    private final long seed;

    Setup(long seed) {
        this.seed = seed;
        administrator = new Account("admin", Cluster.password(), seed);
    }

    CheckContext context(TestPages testPages) {
        signIn(administrator);
        submit("/admin/spaces", "create", Map.of("name", "Consistency check", "slug", space));
        TestPages.SECTIONS.forEach(section ->
                submit("/new?space=" + space + "&page=", "create", Map.of("title", section, "markdown", "A section.")));
        grantEditToEveryone();
        return new CheckContext(site, space, Cluster.CLONES, testPages);
    }

    /** Creates the first pages, and one that links to them. @return the operations that created them */
    List<Operation> pages(CheckContext context) {
        Visit visit = new Visit(0, administrator.session(), context, administrator.random());
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < PAGES; i++) {
            Operation created = Writing.create(visit, context.testPages().randomSection(administrator.random()));
            String place = created.place();
            if (!created.isDone() || place == null) {
                throw new IllegalStateException("The first pages could not be created: " + created);
            }
            context.testPages().add(new TestPage(created.page(), place));
            operations.add(created);
        }
        String links = LinkingPage.markdown(context.testPages().all());
        submit("/new?space=" + space + "&page=", "create", Map.of("title", LinkingPage.PLACE, "markdown", links));
        return operations;
    }

    /** A session that may read all pages. */
    Session reader() {
        return administrator.session();
    }

    /** Several sessions for each account, because signing in is slow by design. */
    List<Account> people(int count) {
        Random random = new Random(seed);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < Math.min(count, ACCOUNTS); i++) {
            names.add("c%08x".formatted(random.nextInt()) + System.nanoTime() % 1000);
        }
        inParallel(names, this::createAccount);
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = names.get(i % names.size());
            accounts.add(new Account(name, password(name), random.nextLong()));
        }
        inParallel(accounts, this::signIn);
        return accounts;
    }

    private void createAccount(String name) {
        submit("/admin/people", "create", Map.of("name", name, "displayName", name, "password", password(name)));
    }

    private static String password(String name) {
        return "a long password of " + name;
    }

    private void signIn(Account account) {
        for (int i = 0; !account.signIn(site); i++) {
            if (i == 5) {
                throw new IllegalStateException("Nobody can sign in");
            }
        }
    }

    private void grantEditToEveryone() {
        String path = "/admin/rights?space=" + space;
        Map<String, String> levels =
                Jsoup.parse(administrator.session().get(site, path).body()).select("#rights tbody tr").stream()
                        .collect(Collectors.toMap(
                                row -> row.select("input").attr("name"),
                                row -> row.select("th").text().equals("everyone") ? "EDIT" : "NONE"));
        submit(path, "rights", levels);
    }

    private synchronized void submit(String path, String id, Map<String, String> values) {
        Reply reply = administrator.session().submit(site, path, id, values);
        if (reply.status() != 302) {
            throw new IllegalStateException(path + " was answered with " + reply.status() + ": "
                    + Jsoup.parse(reply.body()).text());
        }
    }

    private static <T> void inParallel(List<T> all, Consumer<T> action) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> started = new ArrayList<>();
            all.forEach(one -> started.add(threads.submit(() -> action.accept(one))));
            for (Future<?> one : started) {
                one.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }
}
