package io.commonplace.inside;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.instance.impl.HazelcastInstanceImpl;
import com.hazelcast.instance.impl.HazelcastInstanceProxy;
import com.hazelcast.internal.metrics.LongGauge;

/** Counts this member's calls to the grid by their ids. A call gets an id whichever member answers it. */
public final class GridCalls {
    private final LongGauge calls;

    public GridCalls(HazelcastInstance grid) {
        HazelcastInstanceImpl member = ((HazelcastInstanceProxy) grid).getOriginal();
        calls = member.node.getNodeEngine().getMetricsRegistry().newLongGauge("operation.invocations.lastCallId");
    }

    public long made() {
        return calls.read();
    }
}
