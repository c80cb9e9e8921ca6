package io.commonplace.wrong.pages;

import com.hazelcast.core.HazelcastInstance;
import jakarta.ejb.Schedule;
import jakarta.jms.Message;
import jakarta.servlet.http.HttpSession;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A class that does what belongs elsewhere, under a name that says nothing. */
class EverythingManager {
    void know(HttpSession session, Message message, HazelcastInstance grid, Connection connection) {}

    void schedule(ScheduledExecutorService executor) {
        var unused = executor.scheduleWithFixedDelay(() -> {}, 1, 1, TimeUnit.SECONDS);
    }

    int readAMap(HazelcastInstance grid) {
        return grid.getMap("a map").size();
    }

    @Schedule
    void sweep() {}

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void takeASecondConnection() {}
}
