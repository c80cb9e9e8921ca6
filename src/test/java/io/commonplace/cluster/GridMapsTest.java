package io.commonplace.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.map.IMap;
import com.hazelcast.spi.exception.TargetNotMemberException;
import com.hazelcast.spi.exception.WrongTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A map that fails like those of the grid while partitions move from one clone to another. */
class GridMapsTest {
    private final Deque<RuntimeException> failures = new ArrayDeque<>();

    @SuppressWarnings("unchecked") // made for this very type
    private final IMap<String, String> map = GridMaps.retrying(IMap.class, failing());

    @Test
    void aCallThatReachedTheWrongCloneIsRetried() {
        failures.addAll(List.of(
                new WrongTargetException(null, (com.hazelcast.cluster.Member) null, 3, 0, "Get"),
                new TargetNotMemberException("It has left")));
        assertThat(map.get("key")).isEqualTo("value of key");
    }

    @Test
    void anyOtherFailureIsThrownUnchanged() {
        failures.add(new IllegalStateException("The grid is down"));
        assertThatThrownBy(() -> map.get("key"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The grid is down");
        assertThat(failures).isEmpty();
    }

    @Test
    void retriesEnd() {
        for (int i = 0; i < 10_000; i++) {
            failures.add(new TargetNotMemberException("It has left"));
        }
        assertThatThrownBy(() -> map.get("key")).isInstanceOf(TargetNotMemberException.class);
    }

    @SuppressWarnings("unchecked") // of its methods only get is called
    private IMap<String, String> failing() {
        return (IMap<String, String>) Proxy.newProxyInstance(
                GridMapsTest.class.getClassLoader(), new Class<?>[] {IMap.class}, (self, method, arguments) -> {
                    RuntimeException failure = failures.poll();
                    if (failure != null) {
                        throw failure;
                    }
                    return "value of " + arguments[0];
                });
    }
}
