package io.commonplace.operations;

import io.commonplace.cluster.Members;
import io.commonplace.platform.Build;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The versions of this clone's software. */
@ApplicationScoped
public class Versions {
    @Inject
    private Members members;

    /** The version and, in brackets, the commit. */
    public String application() {
        return version() + " (" + commit() + ")";
    }

    public String version() {
        return Build.THIS.version();
    }

    /** "unknown" if it was built outside of a repository. */
    public String commit() {
        return Build.THIS.commit();
    }

    public String java() {
        return Runtime.version().toString();
    }

    public String grid() {
        return members.version();
    }
}
