package io.commonplace.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.CookieManager;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityIT {
    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/health", "/health/live", "/health/ready", "/%6detrics", "/openapi"})
    void theBalancerBlocksTheClonesHealthAndMetrics(String path) {
        Visitor administrator = Visitor.administrator();

        assertThat(administrator.get(path).status()).as(path).isEqualTo(404);
        assertThat(Http.status(URI.create(Cluster.urlOf("clone-1") + "/health/live")))
                .isEqualTo(200);
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() {
        Visitor person = Visitor.administrator();
        Space space = Space.make(person, "forged");
        space.create(person, "page", "Before");
        Map<String, String> fields = new LinkedHashMap<>();
        person.get(space.editing("page"))
                .form("edit")
                .formData()
                .forEach(field -> fields.put(field.key(), field.value()));
        fields.put("save", "Save");
        fields.put("markdown", "Forged");

        fields.put("csrf", "guessed");
        assertThat(person.post(space.editing("page"), fields).status()).isEqualTo(403);
        fields.remove("csrf");
        assertThat(person.post(space.editing("page"), fields).status()).isEqualTo(403);

        assertThat(Pages.in(space)).containsEntry("page", 1);
    }

    @Test
    void aCrossSiteRequestIsRefused() {
        Visitor person = Visitor.administrator();
        Answer answer = person.send(Http.request(URI.create(Cluster.url() + "/admin/groups"))
                .header("Origin", "https://elsewhere.example")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("name=intruders")));

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void guessesAreSlowedDownOnAllClonesAndLockNobodyOut() {
        Person person = Person.make(Visitor.administrator());
        Visitor ownBrowser = person.signedIn();

        for (int i = 0; i < 5; i++) {
            Answer wrong = guess(person.name(), "wrong " + i, Cluster.CLONES.get(i % 2));
            assertThat(wrong.page().text()).as("guess " + i).contains("Wrong name or password");
        }
        for (String clone : Cluster.CLONES) {
            Answer further = guess(person.name(), "wrong again", clone);
            assertThat(further.status()).as(clone).isEqualTo(429);
            assertThat(further.header("Retry-After")).matches("[1-5]");
            assertThat(further.page().text()).contains("Too many wrong passwords");
        }

        assertThat(ownBrowser.signIn(person.name(), person.password()).status())
                .as("in a browser that has signed in before")
                .isEqualTo(302);
        assertThat(program(person, "127.0.0.1")).as("from the same address").isEqualTo(429);
        assertThat(program(person, "192.0.2.7")).as("from another address").isNotIn(401, 429);
    }

    @Test
    void aForcedPasswordChangeBlocksAllOtherPages() throws SQLException {
        Person person = Person.make(Visitor.administrator());
        int changed = database("update person set must_change_password = true where name = ?", person.name());
        assertThat(changed).isOne();
        Visitor visitor = person.signedIn();

        assertThat(visitor.get("/").location()).isEqualTo("/password");
        assertThat(visitor.get("/s/handbook").location()).isEqualTo("/password");
        assertThat(visitor.send(Http.request(URI.create(Cluster.url() + "/api/jobs/1")))
                        .status())
                .isEqualTo(403);
        assertThat(visitor.post("/import", Map.of()).status()).isEqualTo(403);

        for (String refused : new String[] {person.password(), "password1234", person.name() + person.name()}) {
            Answer answer = changePassword(visitor, person.password(), refused);
            assertThat(answer.status()).as(refused).isEqualTo(200);
            assertThat(answer.page().select(".field-error").text()).as(refused).isNotEmpty();
        }
        assertThat(changePassword(visitor, person.password(), "four words of my own")
                        .location())
                .isEqualTo("/");
        assertThat(visitor.get("/").status()).isEqualTo(200);
        assertThat(database(
                        "update person set must_change_password = null where must_change_password = false and name = ?",
                        person.name()))
                .as("known to have been changed")
                .isOne();
    }

    private static Answer changePassword(Visitor visitor, String old, String password) {
        return visitor.submit("/password", "change", Map.of("signIn", old, "password", password));
    }

    private static int database(String statement, String name) throws SQLException {
        try (Connection connection = Cluster.database();
                PreparedStatement update = connection.prepareStatement(statement)) {
            update.setString(1, name);
            return update.executeUpdate();
        }
    }

    /**
     * A program that sends the right password directly to a clone, because the load balancer would set the true address.
     */
    private static int program(Person person, String address) {
        String pair = person.name() + ":" + person.password();
        return Http.send(
                        Http.client(new CookieManager()),
                        Http.request(URI.create(Cluster.urlOf("clone-1") + "/api/jobs/1"))
                                .header("X-Forwarded-For", address)
                                .header(
                                        "Authorization",
                                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)))
                                .build())
                .statusCode();
    }

    @Test
    void everyResponseHasAContentSecurityPolicy() {
        for (String path : new String[] {"/login", "/s/handbook", "/no-such-address"}) {
            Answer answer = Visitor.administrator().get(path);
            assertThat(answer.header("Content-Security-Policy"))
                    .as(path)
                    .contains("default-src 'none'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isNotEmpty();
            assertThat(answer.header("Server")).isEmpty();
            assertThat(answer.header("X-Powered-By")).isEmpty();
        }
    }

    @Test
    void aSignOutEndsTheSessionOnBothClones() {
        Visitor person = Visitor.administrator();
        String session = person.cookie("session");
        assertThat(session).hasSizeGreaterThan(40);
        assertThat(signOut(person).status()).isEqualTo(302);

        for (String clone : Cluster.CLONES) {
            Answer answer = new Visitor()
                    .send(Http.request(URI.create(Cluster.url() + "/s/handbook"))
                            .header("Cookie", "session=" + session + "; CLONE=" + clone)
                            .header("Sec-Fetch-Mode", "navigate"));
            assertThat(answer.location()).as(clone).startsWith("/login");
        }
    }

    @Test
    void aPushConnectionEndsWithTheSessionOnAnyClone() {
        Visitor person = Visitor.administrator();
        person.prefer("clone-1");
        person.get("/jobs");
        Import job = Import.start(
                Space.named("pushed"), Zip.aZip().with("a.md", "# A").bytes());
        job.end();

        Push push = Push.open(person, "/live/jobs/" + job.job());
        await("a message").until(() -> !push.messages().isEmpty());
        person.prefer("clone-2");
        signOut(person);

        await("the end of the push")
                .atMost(Duration.ofSeconds(15))
                .until(() -> push.closedBy().isPresent());
        assertThat(push.closedBy()).hasValue(1008);
    }

    @Test
    void theJobOfAnotherPersonIsNotPushed() {
        Import job = Import.start(
                Space.named("pushed"), Zip.aZip().with("a.md", "# A").bytes());
        Visitor person = Person.make(Visitor.administrator()).signedIn();

        assertThat(Push.refusal(person, "/live/jobs/" + job.job())).isEqualTo(404);
        assertThat(Push.refusal(person, "/live/jobs/0")).isEqualTo(404);
        assertThat(Push.refusal(person, "/live;x/jobs/" + job.job())).isEqualTo(400);
        assertThat(Push.refusal(new Visitor(), "/live/jobs/" + job.job())).isEqualTo(401);
    }

    @Test
    void aSignInNeverRedirectsToAnotherSite() {
        for (String target :
                new String[] {"https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example"}) {
            Answer answer = new Visitor()
                    .submit(
                            "/login?to=" + Visitor.encode(target),
                            "signin",
                            Map.of("name", "admin", "password", Cluster.password()));
            assertThat(answer.header("Location")).as(target).doesNotContain("elsewhere");
        }
    }

    private static Answer signOut(Visitor person) {
        var form = (FormElement) person.get("/jobs").page().expectFirst("form[action=/logout]");
        return person.send(form, "/logout", Map.of());
    }

    private static Answer guess(String name, String password, String clone) {
        Visitor visitor = new Visitor();
        visitor.prefer(clone);
        Answer answer = visitor.signIn(name, password);
        assertThat(visitor.servedBy()).isEqualTo(clone);
        return answer;
    }
}
