package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commonplace.rolled.Failing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Clones, balancers and data on hosts of their own, while people work through the address that moves between the balancers.
 * What is acknowledged is never lost, and nobody is signed out. A read fails only with the balancer that it is on.
 */
class HostsIT {
    private static final String CUT_OFF = "clone-3";

    private final Visitor writer = Visitor.administrator();
    private Space space;
    private Crowd crowd;

    @BeforeEach
    void begin() {
        Hosts.awaitWhole();
        space = Space.make(writer, "hosts");
        crowd = Crowd.of(20, space);
        Hosts.pause(Duration.ofSeconds(5));
    }

    @AfterEach
    void end() {
        crowd.close();
    }

    @Test
    void anotherImageIsRolledOutOverTheHostsAndBack() {
        String next = Version.named("9.4.0").image();
        Command roll = Hosts.command("roll", next);
        assertThat(roll.result()).as(roll.output()).isZero();
        Command verify = Hosts.command("verify", "--version", "9.4.0-test");
        assertThat(verify.result()).as(verify.output()).isZero();
        Command back = Hosts.command("back");
        assertThat(back.result()).as(back.output()).isZero();
        assertThat(Hosts.command("verify", "--version", "9.4.0-test").result()).isEqualTo(1);
        report("Rolled out over three hosts, and back");
        assertThat(crowd.failures()).isEmpty();
        assertThat(crowd.wrong()).isEmpty();
    }

    @Test
    void aHostPutsABadImageBackByItself() {
        String failing = Version.named("9.5.0").with(Failing.class).image();
        Command roll = Hosts.command("roll", failing);
        assertThat(roll.result()).isEqualTo(1);
        assertThat(roll.output()).contains("was not rolled out").contains("no host, since none had the new one");
        assertThat(Hosts.on("clone-1", "/opt/commonplace/commonplace", "status"))
                .contains("ready")
                .doesNotContain("9.5.0");
        report("An image that answers with errors, put back");
        assertThat(crowd.failures().size()).isLessThanOrEqualTo(crowd.requests() / 100);
        assertThat(crowd.wrong()).isEmpty();
    }

    @Test
    void theSmallerPartOfASplitGridGetsNobodyAndLosesNothing() {
        Visitor leaver = Visitor.administrator();
        assertThat(leaver.get("/").status()).isEqualTo(200);
        long began = System.nanoTime();
        Hosts.cut(CUT_OFF, "clone-1", "clone-2");
        try {
            Hosts.awaitOutOfRouting(CUT_OFF);
            System.out.printf("%s is out of the routing %d ms after the cut%n", CUT_OFF, since(began));
            assertThat(Hosts.facts(CUT_OFF).getString("isolated")).isEqualTo("true");
            assertThat(List.of(Hosts.isReady("clone-1"), Hosts.isReady("clone-2")))
                    .containsOnly(true);
            Hosts.pause(Duration.ofSeconds(8));
            leaver.prefer("clone-1");
            signOut(leaver);
        } finally {
            Hosts.heal(CUT_OFF);
        }
        began = System.nanoTime();
        Hosts.awaitWhole();
        System.out.printf("%s is one of three again %d ms after the healing%n", CUT_OFF, since(began));
        for (String clone : Hosts.CLONES) {
            leaver.prefer(clone);
            assertThat(leaver.get("/").location()).as(clone).startsWith("/login");
        }
        report("The grid split for some seconds, and whole again");
        assertNothingIsLost();
        assertThat(crowd.failedReads()).isEmpty();
    }

    @Test
    void aHostThatNobodyReachesIsMissedByNobody() {
        Hosts.cut(CUT_OFF, "clone-1", "clone-2", Hosts.DATA, "balancer-1", "balancer-2", "10.77.0.10");
        try {
            Hosts.awaitOutOfRouting(CUT_OFF);
            Hosts.pause(Duration.ofSeconds(8));
        } finally {
            Hosts.heal(CUT_OFF);
        }
        Hosts.awaitWhole();
        report("A host cut off from everything for some seconds, and back");
        assertNothingIsLost();
        assertThat(crowd.failedReads()).isEmpty();
    }

    @Test
    void aCloneHostMayLosePower() {
        Hosts.losePower("clone-2");
        try {
            Hosts.pause(Duration.ofSeconds(15));
        } finally {
            Hosts.boot("clone-2");
        }
        Hosts.awaitWhole();
        report("A clone host without power for some seconds, and back");
        assertNothingIsLost();
        assertThat(crowd.failedReads()).isEmpty();
    }

    @Test
    void aBalancerHostMayLosePower() {
        String gone = Hosts.balancer();
        long began = System.nanoTime();
        Hosts.losePower(gone);
        try {
            Visitor stranger = new Visitor();
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(100))
                    .ignoreExceptions()
                    .until(() -> stranger.get("/login").status() == 200);
            System.out.printf("The address is on the other balancer after %d ms%n", since(began));
            Hosts.pause(Duration.ofSeconds(10));
            assertThat(Hosts.balancer()).isNotEqualTo(gone);
        } finally {
            Hosts.boot(gone);
        }
        Hosts.pause(Duration.ofSeconds(10));
        assertThat(Hosts.balancer()).as("does not move back").isNotEqualTo(gone);
        report("A balancer host without power, and back");
        assertNothingIsLost();
    }

    /** A save in progress at that moment may fail; each acknowledged one is there, and nobody is signed out. */
    private void assertNothingIsLost() {
        assertThat(crowd.signedOut()).isEmpty();
        assertThat(crowd.lost()).isEmpty();
    }

    private void report(String what) {
        System.out.printf(
                "%s: %d requests, %d saved; failed: %d reads, %d others; p99 %d ms%n",
                what,
                crowd.requests(),
                crowd.saved(),
                crowd.failedReads().size(),
                crowd.failures().size() - crowd.failedReads().size(),
                crowd.slowest().toMillis());
        crowd.failures().stream().limit(10).forEach(failure -> System.out.println("  " + failure));
    }

    private static void signOut(Visitor visitor) {
        String token = visitor.get("/")
                .page()
                .select("form[action=/logout] input[name=csrf]")
                .val();
        assertThat(visitor.post("/logout", Map.of("csrf", token)).status()).isEqualTo(302);
    }

    private static long since(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }
}
