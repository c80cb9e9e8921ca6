package io.commonplace.check;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** How often people do what. */
final class Mix {
    private final Map<Kind, Double> shares = new EnumMap<>(Kind.class);

    /** @param writing percent of all that is done which saves a text; the rest is reading, and a little else */
    Mix(double writing) {
        shares.put(Kind.WRITE, writing);
        shares.put(Kind.CREATE, 0.3);
        shares.put(Kind.MOVE, 0.5);
        shares.put(Kind.DELETE, 0.4);
        shares.put(Kind.RESTORE, 0.4);
        shares.put(Kind.HISTORY, 1.5);
        shares.put(Kind.TREE, 1.2);
        shares.put(Kind.RECENT, 0.7);
    }

    Kind draw(Random random) {
        double luck = random.nextDouble() * 100;
        for (Map.Entry<Kind, Double> share : shares.entrySet()) {
            luck -= share.getValue();
            if (luck < 0) {
                return share.getKey();
            }
        }
        return Kind.READ;
    }
}
