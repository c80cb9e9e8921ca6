package io.commonplace.check;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** The share of each kind of operation. */
final class OperationMix {
    private final Map<OperationKind, Double> shares = new EnumMap<>(OperationKind.class);

    /** @param writing the percentage of operations that save a text; most others read */
    OperationMix(double writing) {
        shares.put(OperationKind.WRITE, writing);
        shares.put(OperationKind.CREATE, 0.3);
        shares.put(OperationKind.MOVE, 0.5);
        shares.put(OperationKind.DELETE, 0.4);
        shares.put(OperationKind.RESTORE, 0.4);
        shares.put(OperationKind.HISTORY, 1.5);
        shares.put(OperationKind.TREE, 1.2);
        shares.put(OperationKind.RECENT, 0.7);
        shares.put(OperationKind.SEARCH, 4.0);
        shares.put(OperationKind.LINK, 2.0);
    }

    OperationKind draw(Random random) {
        double chance = random.nextDouble() * 100;
        for (Map.Entry<OperationKind, Double> share : shares.entrySet()) {
            chance -= share.getValue();
            if (chance < 0) {
                return share.getKey();
            }
        }
        return OperationKind.READ;
    }
}
