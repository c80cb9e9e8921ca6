package io.commonplace.jobs.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Handshakes that have bypassed the filter which passes the person. SecurityIT tests the others. */
class JobSocketTest {
    private final List<CloseReason> closed = new ArrayList<>();

    @Test
    void anUnknownPersonSeesNoJob() throws Exception {
        Principal signedIn = () -> "admin";
        for (Principal principal : new Principal[] {null, signedIn}) {
            closed.clear();
            new JobSocket().open(session(principal), 1);
            assertThat(closed)
                    .singleElement()
                    .extracting(CloseReason::getCloseCode)
                    .isEqualTo(CloseReason.CloseCodes.VIOLATED_POLICY);
        }
    }

    private Session session(@Nullable Principal principal) {
        return proxy(Session.class, (method, arguments) -> switch (method) {
            case "getUserPrincipal" -> principal;
            case "getAsyncRemote" -> proxy(RemoteEndpoint.Async.class, (name, given) -> null);
            case "close" -> closed.add((CloseReason) arguments[0]);
            default -> null;
        });
    }

    private static <T> T proxy(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object answer = answers.answer(method.getName(), arguments == null ? new Object[0] : arguments);
                    return method.getReturnType() == void.class ? null : answer;
                }));
    }

    private interface Answers {
        @Nullable
        Object answer(String method, Object[] arguments);
    }
}
