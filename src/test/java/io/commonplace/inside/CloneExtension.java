package io.commonplace.inside;

import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Registers the container with Arquillian. Configured in META-INF/services. */
public class CloneExtension implements LoadableExtension {
    @Override
    public void register(ExtensionBuilder builder) {
        builder.service(DeployableContainer.class, CloneContainer.class);
    }
}
