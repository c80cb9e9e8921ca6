package io.commonplace.check;

/**
 * Splits the grid: blocks the clones' grid ports on this machine with a packet filter table for this cluster only. Needs
 * root and nft.
 */
final class GridSplit {
    private static final int FIRST = 31;
    private static final int LAST = 39;

    private final int port;
    private final String table;

    /** @param port the first port of the cluster */
    GridSplit(int port) {
        this.port = port;
        table = "commonplace_" + port;
    }

    Fault.ActiveFault begin() {
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
        return new Fault.ActiveFault(
                "the grid is split", () -> Command.run("", "nft", "delete", "table", "inet", table));
    }

    /** Whether this process may change the packet filter. */
    static boolean isPossible() {
        try {
            Command.run("", "nft", "list", "tables");
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
