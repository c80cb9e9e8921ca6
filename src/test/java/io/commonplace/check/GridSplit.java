package io.commonplace.check;

/**
 * Lets nothing through between the clones' grid ports on this machine, by a packet filter's table that belongs to the one
 * cluster. Needs root and nft.
 */
final class GridSplit {
    private static final int FIRST = 31;
    private static final int LAST = 39;

    private final int port;
    private final String table;

    /** @param port the cluster's first */
    GridSplit(int port) {
        this.port = port;
        table = "commonplace_" + port;
    }

    Fault.Damage begin() {
        String ports = (port + FIRST) + "-" + (port + LAST);
        Command.run("""
                table inet %s {
                  chain grid {
                    type filter hook input priority 0;
                    iif lo tcp dport %s drop
                    iif lo tcp sport %s drop
                  }
                }
                """.formatted(table, ports, ports), "nft", "-f", "-");
        return new Fault.Damage("the grid is split", () -> Command.run("", "nft", "delete", "table", "inet", table));
    }

    /** Whether this machine lets us. */
    static boolean isPossible() {
        try {
            Command.run("", "nft", "list", "tables");
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
