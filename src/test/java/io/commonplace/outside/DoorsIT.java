package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unusual and hostile requests to the load balancer and directly to a clone. */
class DoorsIT {
    private static final String[] HTTP_2 = {
        "Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA"
    };

    @Test
    void theBalancerRefusesOtherProtocols() {
        for (String site : List.of(Cluster.url(), Cluster.urlOf("clone-1"))) {
            assertThat(Wire.status(site, "GET /login HTTP/1.1", HTTP_2[0], HTTP_2[1], HTTP_2[2]))
                    .as(site)
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/x%",
                "/%u006d",
                "/live;x/jobs/1",
                "/live/jobs;x/1",
                "/login;a=b",
                "//login",
                "/a/../login",
                "/.",
                "/s/a%2fb",
                "/s/a%5cb",
                "/a%00",
                "/a%0d%0ab"
            })
    void onlyCanonicalAddressesAreServed(String path) {
        assertThat(Wire.status(Cluster.url(), "GET " + path + " HTTP/1.1")).isEqualTo(400);
    }

    /** The load balancer handles what the server itself would refuse or cut off. */
    @ParameterizedTest
    @ValueSource(strings = {"/live;x/jobs/1", "/login;a=b", "/s//a", "/%ff"})
    void aCloneRefusesOtherProtocolsToo(String path) {
        assertThat(Wire.status(Cluster.urlOf("clone-1"), "GET " + path + " HTTP/1.1"))
                .isEqualTo(400);
    }

    @Test
    void assetsAreOnlyRead() {
        for (String site : List.of(Cluster.url(), Cluster.urlOf("clone-1"))) {
            assertThat(Wire.status(site, "GET /assets/site.css HTTP/1.1")).isEqualTo(200);
            assertThat(Wire.status(
                            site,
                            "POST /assets/site.css HTTP/1.1",
                            "Content-Type: application/x-www-form-urlencoded",
                            "Content-Length: 100"))
                    .isEqualTo(405);
            assertThat(Wire.status(site, "PUT /login HTTP/1.1", "Content-Length: 100"))
                    .isEqualTo(405);
        }
    }

    /** Sent to the clone directly, because the load balancer passes only few of these. */
    @Test
    void aBodyFromAStrangerIsNotRead() {
        for (String site : List.of(Cluster.url(), Cluster.urlOf("clone-1"))) {
            for (String path : List.of("/", "/edit", "/import", "/draft", "/preview", "/api/spaces/x/imports")) {
                assertThat(Wire.status(
                                site,
                                "POST " + path + " HTTP/1.1",
                                "Cookie: session=forged",
                                "Content-Type: application/x-www-form-urlencoded",
                                "Content-Length: 100"))
                        .as(site + path)
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void slowStrangersDelayNobody() {
        List<Wire> strangers = new ArrayList<>();
        try {
            for (int i = 0; i < 120; i++) {
                Wire stranger = Wire.to(Cluster.url());
                strangers.add(stranger);
                stranger.say("POST "
                        + List.of("/assets/site.css", "/login", "/edit", "/import")
                                .get(i % 4)
                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: 1000\r\n\r\na");
            }
            for (int i = 0; i < 10; i++) {
                long begun = System.nanoTime();
                assertThat(new Visitor().get("/login").status()).isEqualTo(200);
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
            }
        } finally {
            strangers.forEach(Wire::close);
        }
    }

    @Test
    void aForgedFormIsRefusedWithAMessage() {
        Visitor person = Visitor.administrator();
        String token =
                person.get("/password").page().expectFirst("input[name=csrf]").val();
        for (String field : List.of("jakarta.faces.ViewState=forged", "jakarta.faces.RenderKitId=OTHER")) {
            String form = "create=create&name=x&csrf=" + token + "&" + field;
            Answer answer = person.send(Http.request(URI.create(Cluster.url() + "/admin/groups"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form)));
            assertThat(answer.status()).as(field).isEqualTo(400);
            assertThat(answer.page().text()).contains("does not come from a page of this site");
        }
        assertThat(person.get("/?jakarta.faces.RenderKitId=OTHER").status()).isEqualTo(400);
    }

    @Test
    void aTruncatedFormIsRefusedWithAMessage() {
        Visitor person = Visitor.administrator();
        for (String type : List.of("multipart/form-data", "multipart/form-data; boundary=x")) {
            Answer answer = person.send(Http.request(URI.create(Cluster.url() + "/import"))
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString("--x\r\nContent-Dis")));
            assertThat(answer.status()).as(type).isEqualTo(400);
            assertThat(answer.page().text()).contains("incomplete or damaged");
        }
    }

    /** Only the import takes files. The form has no token: the status would be 403 if it had been read. */
    @Test
    void aFileForAViewIsRefusedWithAMessage() {
        Visitor person = Visitor.administrator();
        for (String path : List.of("/login", "/admin/groups")) {
            Answer answer = person.post(path, Multipart.of(Map.of("name", "x")).file("file", "x.txt", new byte[1000]));
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.page().text()).as(path).contains("incomplete or damaged");
        }
    }

    /** The announced body never comes. Sent to the clone directly, because the load balancer waits for the sign-in form. */
    @Test
    void aFileForAViewIsNotRead() {
        String session = Visitor.administrator().cookie("session");
        for (String path : List.of("/login", "/admin/groups")) {
            assertThat(Wire.status(
                            Cluster.urlOf("clone-1"),
                            "POST " + path + " HTTP/1.1",
                            "Cookie: session=" + session,
                            "Content-Type: multipart/form-data; boundary=x",
                            "Content-Length: 1000000"))
                    .as(path)
                    .isEqualTo(400);
        }
    }

    /** Requests that people can send by the thousands must not fill the log with stack traces. */
    @Test
    void aMissingPageLogsNoStackTrace() throws IOException {
        Visitor person = Visitor.administrator();
        for (String path : List.of("/s/handbook/none", "/jobs/0", "/edit?space=none")) {
            assertThat(person.get(path).status()).as(path).isEqualTo(404);
        }

        for (String clone : Cluster.CLONES) {
            String log = Files.readString(Cluster.data().resolve("logs/" + clone + ".log"));
            assertThat(log).doesNotContain("Servlet.service() for servlet");
        }
    }

    @Test
    void everyResponseHasTheSecurityHeaders() {
        Person other = Person.make(Visitor.administrator());
        Visitor person = other.signedIn();
        for (String path :
                List.of("/", "/login", "/admin/people", "/edit?space=none", "/jobs/0", "/none", "/a//b", "/metrics")) {
            Answer answer = person.get(path);
            assertThat(answer.header("Content-Security-Policy")).as(path).contains("frame-ancestors 'none'");
            assertThat(answer.header("X-Frame-Options")).as(path).isEqualTo("DENY");
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).as(path).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).as(path).isEqualTo("same-origin");
            assertThat(answer.header("Permissions-Policy")).as(path).contains("camera=()");
            assertThat(answer.response().headers().allValues("X-Frame-Options"))
                    .as(path)
                    .hasSize(1);
        }
        assertThat(person.get("/admin/people").header("Content-Security-Policy"))
                .as("an error raised inside a view")
                .contains("style-src 'self'");
    }

    @Test
    void noResponseRepeatsTheHostHeader() {
        for (String path : List.of("/", "/assets", "/s/handbook/")) {
            Answer answer = new Visitor().get(path);
            assertThat(answer.header("Location")).as(path).doesNotContain("://");
            assertThat(answer.body()).as(path).doesNotContain("://");
        }
    }
}
