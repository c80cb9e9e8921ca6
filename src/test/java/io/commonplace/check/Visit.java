package io.commonplace.check;

import java.util.List;
import java.util.Random;

/** A person's use of the site, from one sign-in to the next. */
final class Visit {
    private final int number;
    private final Session session;
    private final CheckContext context;
    private final Random random;
    private boolean changingClones;

    /** @param number identifies the session in the history */
    Visit(int number, Session session, CheckContext context, Random random) {
        this.number = number;
        this.session = session;
        this.context = context;
        this.random = random;
    }

    /** From now on each request goes to a random clone, as with two windows or after failures. */
    Visit changingClones() {
        changingClones = true;
        return this;
    }

    int number() {
        return number;
    }

    CheckContext context() {
        return context;
    }

    Random random() {
        return random;
    }

    /** The clone that has answered last. */
    String servedBy() {
        return session.cookie("CLONE");
    }

    Reply get(String path) {
        chooseClone();
        return session.get(context.site(), path);
    }

    Reply post(String path, String form) {
        chooseClone();
        return session.post(context.site(), path, form);
    }

    private void chooseClone() {
        if (changingClones) {
            List<String> clones = context.clones();
            session.setCookie("CLONE", clones.get(random.nextInt(clones.size())));
        }
    }
}
