package io.commonplace.admin.web;

import io.commonplace.admin.CloneReport;
import io.commonplace.cluster.Members;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A clone as the page shows it.
 *
 * @param started null while the clone has told nothing
 */
public record CloneCard(
        String name,
        String address,
        boolean self,
        boolean ready,
        @Nullable Instant started,
        String memory,
        String version) {
    static CloneCard of(Members.MemberInfo member, @Nullable Map<String, String> facts) {
        if (facts == null) {
            return new CloneCard(member.address(), member.address(), member.self(), false, null, "", "");
        }
        return new CloneCard(
                facts.getOrDefault(CloneReport.NAME, member.address()),
                member.address(),
                member.self(),
                Boolean.parseBoolean(facts.get(CloneReport.READY)),
                Instant.ofEpochMilli(Long.parseLong(facts.getOrDefault(CloneReport.STARTED, "0"))),
                facts.getOrDefault(CloneReport.MEMORY, ""),
                facts.getOrDefault(CloneReport.VERSION, ""));
    }
}
