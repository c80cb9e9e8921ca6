package com.hazelcast.instance.impl;

import com.hazelcast.instance.EndpointQualifier;
import com.hazelcast.nio.MemberSocketInterceptor;
import io.commonplace.cluster.gate.MemberHandshake;
import org.jspecify.annotations.Nullable;

/**
 * Gives a member of the grid its {@link MemberHandshake}. Hazelcast calls a socket interceptor in every edition, but the
 * open-source edition has no way to configure one. It looks for an extension with this class name before its own, which this
 * one otherwise inherits.
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
