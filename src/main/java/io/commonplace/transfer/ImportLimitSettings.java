package io.commonplace.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The limits for archives that an operator may change. */
@ApplicationScoped
public class ImportLimitSettings {
    @Inject
    @ConfigProperty(name = "commonplace.import.max-files", defaultValue = "200000")
    private int maxFiles;

    @Inject
    @ConfigProperty(name = "commonplace.import.max-unpacked-mib", defaultValue = "4096")
    private int maxUnpacked;

    public ImportLimits limits() {
        return ImportLimits.of(maxFiles, (long) maxUnpacked << 20);
    }
}
