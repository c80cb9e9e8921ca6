package com.hazelcast.instance.impl;

import com.hazelcast.instance.EndpointQualifier;
import com.hazelcast.nio.MemberSocketInterceptor;
import io.commonplace.cluster.gate.MemberHandshake;
import org.jspecify.annotations.Nullable;

/**
 * Gives a member of the grid its {@link MemberHandshake}. The grid calls whoever guards its port in any edition, but the open one
 * brings nobody; it looks for an extension by this very name, before its own. Nothing else of it is replaced.
 */
public class EnterpriseNodeExtension extends DefaultNodeExtension {
    private final MemberHandshake gate;

    public EnterpriseNodeExtension(Node node) {
        super(node);
        gate = new MemberHandshake(key());
    }

    @Override
    public MemberSocketInterceptor getSocketInterceptor(EndpointQualifier qualifier) {
        return gate;
    }

    private static String key() {
        @Nullable String key = System.getenv("COMMONPLACE_GRID_KEY");
        if (key == null) {
            throw new IllegalStateException("COMMONPLACE_GRID_KEY is not set: nobody could join the grid");
        }
        return key;
    }
}
