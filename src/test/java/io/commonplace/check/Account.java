package io.commonplace.check;

import java.util.Map;
import java.util.Random;

/** A user name and a password, with one session. */
final class Account {
    private final String name;
    private final String password;
    private final Random random;
    private final Session session = new Session();

    Account(String name, String password, long seed) {
        this.name = name;
        this.password = password;
        this.random = new Random(seed);
    }

    Session session() {
        return session;
    }

    Random random() {
        return random;
    }

    /** Signs in by the form. @return whether that succeeded */
    boolean signIn(String site) {
        session.removeCookie("session");
        Reply answer = session.submit(site, "/login", "signin", Map.of("name", name, "password", password));
        return answer.isRedirect() && !session.cookie("session").isEmpty();
    }
}
