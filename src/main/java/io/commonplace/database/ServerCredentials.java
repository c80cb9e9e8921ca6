package io.commonplace.database;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How this clone comes to a database server that it reads from: as whom, and with how much patience.
 *
 * @param sslMode as in Connector/J
 */
record ServerCredentials(String user, String password, String sslMode) {
    /**
     * Properties of Connector/J.
     *
     * @see <a href="https://dev.mysql.com/doc/connector-j/en/connector-j-reference-configuration-properties.html">Configuration Properties</a>
     */
    Map<String, Object> properties(Duration patience) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("sslMode", sslMode);
        // A server that somebody has taken over could ask the clone for any of its files.
        properties.put("allowLoadLocalInfile", false);
        // The runtime's own certificate, which it would show, is none that a database knows.
        properties.put("fallbackToSystemKeyStore", false);
        properties.put("allowPublicKeyRetrieval", true);
        properties.put("connectTimeout", patience.toMillis());
        properties.put("socketTimeout", patience.toMillis());
        properties.put("connectionTimeZone", "UTC");
        properties.put("forceConnectionTimeZoneToSession", true);
        properties.put("useServerPrepStmts", true);
        properties.put("cachePrepStmts", true);
        properties.put("prepStmtCacheSize", 200);
        properties.put("prepStmtCacheSqlLimit", 4096);
        return properties;
    }
}
