package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An administrator drains a clone, as before a manual deployment, and puts it back. */
class DrainingIT {
    private static final String PAGE = "/admin/cluster";

    private final Visitor administrator = Visitor.administrator();

    @AfterEach
    void allAreIn() {
        for (String clone : Cluster.CLONES) {
            if (has(administrator.get(PAGE), "resume", clone)) {
                press("resume", clone);
            }
        }
        Cluster.awaitWhole();
    }

    @Test
    void aDrainedCloneGetsNoRequestsAndInterruptsNobody() {
        Visitor reader = Visitor.administrator();
        reader.prefer("clone-1");
        assertThat(reader.get("/password").status()).isEqualTo(200);
        assertThat(reader.servedBy()).isEqualTo("clone-1");

        assertThat(press("drain", "clone-1").status()).isEqualTo(302);

        await("clone-1 gets nobody")
                .atMost(Duration.ofSeconds(10))
                .failFast(() -> reader.get("/password").status() != 200)
                .until(() -> !Cluster.isServedBy("clone-1"));
        assertThat(reader.get("/password").status()).isEqualTo(200);
        assertThat(reader.servedBy()).isEqualTo("clone-2");
        assertThat(administrator.get(PAGE).page().select(".badge").eachText()).contains("Draining");

        assertThat(press("resume", "clone-1").status()).isEqualTo(302);
        Cluster.awaitInRouting("clone-1");
    }

    @Test
    void theLastCloneCannotBeDrained() {
        press("drain", "clone-2");
        Answer refused = press("drain", "clone-1");
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.page().select(".notice").text()).contains("clone-1 is the only clone in service");
        assertThat(Cluster.isReady("clone-1")).isTrue();
    }

    @Test
    void onlyAdministratorsMayDrain() {
        FormElement form = form(administrator.get(PAGE), "drain", "clone-1");
        Visitor person = Person.make(administrator).signedIn();
        String token =
                person.get("/password").page().expectFirst("input[name=csrf]").val();
        assertThat(person.send(form, PAGE, Map.of("csrf", token, "drain", "clone-1"))
                        .status())
                .isEqualTo(403);
        assertThat(Cluster.isReady("clone-1")).isTrue();
    }

    private Answer press(String button, String clone) {
        Map<String, String> values = new HashMap<>(Map.of(button, clone));
        return administrator.send(form(administrator.get(PAGE), button, clone), PAGE, values);
    }

    private static boolean has(Answer answer, String button, String clone) {
        return answer.page().selectFirst(selector(button, clone)) != null;
    }

    private static FormElement form(Answer answer, String button, String clone) {
        return (FormElement) Objects.requireNonNull(
                answer.page().expectFirst(selector(button, clone)).closest("form"));
    }

    private static String selector(String button, String clone) {
        return "form button[name=" + button + "][value=" + clone + "]";
    }
}
