package io.commonplace.inside;

import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** Empty: the clone uses the settings of the cluster. */
public class NoConfiguration implements ContainerConfiguration {
    @Override
    public void validate() {}
}
