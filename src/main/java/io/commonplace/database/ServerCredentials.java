package io.commonplace.database;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The account with which this clone reads from database servers.
 *
 * @param sslMode a value of Connector/J's property {@code sslMode}
 */
record ServerCredentials(String user, String password, String sslMode) {
    /**
     * Properties of Connector/J.
     *
     * @param timeout for connecting and for each response
     * @see <a href="https://dev.mysql.com/doc/connector-j/en/connector-j-reference-configuration-properties.html">Configuration Properties</a>
     */
    Map<String, Object> properties(Duration timeout) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("sslMode", sslMode);
        // A compromised server could request any file of the clone.
        properties.put("allowLoadLocalInfile", false);
        // The driver would present the runtime's own certificate, which no database knows.
        properties.put("fallbackToSystemKeyStore", false);
        properties.put("allowPublicKeyRetrieval", true);
        properties.put("connectTimeout", timeout.toMillis());
        properties.put("socketTimeout", timeout.toMillis());
        properties.put("connectionTimeZone", "UTC");
        properties.put("forceConnectionTimeZoneToSession", true);
        properties.put("useServerPrepStmts", true);
        properties.put("cachePrepStmts", true);
        properties.put("prepStmtCacheSize", 200);
        properties.put("prepStmtCacheSqlLimit", 4096);
        return properties;
    }
}
