package io.commonplace.check;

import java.util.List;
import java.util.Random;

/** A person's session on the site of the check, from one sign-in to the next. */
final class Visit {
    private final int number;
    private final Session session;
    private final World world;
    private final Random random;
    private boolean roaming;

    /** @param number by which the history knows it */
    Visit(int number, Session session, World world, Random random) {
        this.number = number;
        this.session = session;
        this.world = world;
        this.random = random;
    }

    /** From now on the person comes to any clone, as with two windows or after failures. */
    Visit roaming() {
        roaming = true;
        return this;
    }

    int number() {
        return number;
    }

    World world() {
        return world;
    }

    Random random() {
        return random;
    }

    /** The clone that answered last. */
    String servedBy() {
        return session.cookie("CLONE");
    }

    Reply get(String path) {
        chooseClone();
        return session.get(world.site(), path);
    }

    Reply post(String path, String form) {
        chooseClone();
        return session.post(world.site(), path, form);
    }

    private void chooseClone() {
        if (roaming) {
            List<String> clones = world.clones();
            session.keep("CLONE", clones.get(random.nextInt(clones.size())));
        }
    }
}
