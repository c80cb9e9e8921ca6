package io.commonplace.search.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The site's URL, for links that are used outside the site. It comes from the configuration and never from the header Host,
 * which the client can forge.
 */
@ApplicationScoped
public class SiteAddress {
    private static final String WITHOUT_ONE = "commonplace";

    @Inject
    @ConfigProperty(name = "commonplace.site")
    private Optional<String> configured;

    /** For tests. */
    static SiteAddress at(String url) {
        SiteAddress site = new SiteAddress();
        site.configured = Optional.of(url);
        return site;
    }

    /** The URL of a path. Without a configured URL it is the path itself, which is right inside the site only. */
    public String of(String path) {
        return url() + path;
    }

    /** The site's host name. */
    String host() {
        String host = url().replaceFirst("^https?://", "").replaceFirst("[:/].*", "");
        return host.isEmpty() ? WITHOUT_ONE : host;
    }

    private String url() {
        return configured
                .filter(url -> url.matches("https?://.+"))
                .map(url -> url.replaceFirst("/+$", ""))
                .orElse("");
    }
}
