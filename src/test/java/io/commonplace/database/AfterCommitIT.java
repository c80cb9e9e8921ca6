package io.commonplace.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.inside.TestClone;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything that runs after a commit fails, and the use case still succeeds. */
@ExtendWith(ArquillianExtension.class)
class AfterCommitIT {
    private final List<String> seen = new ArrayList<>();

    @Inject
    private FailingAfterwards useCase;

    @Inject
    private SessionPosition session;

    @Deployment
    static WebArchive war() {
        return TestClone.war();
    }

    @AfterEach
    void unbind() {
        session.unbind();
    }

    @Test
    void aFailureAfterTheCommitIsNotShown() {
        List<String> before = new ArrayList<>();
        session.bind(null, wrote -> failing(before), seen::add);

        String name = useCase.write();
        assertThat(useCase.reached()).as("the others run nevertheless").containsExactly("carried", "observed");
        assertThat(before).as("the session comes last").containsExactly("carried", "observed");
        assertThat(seen).as("the response has the position instead").hasSize(1);
        assertThat(session.needed()).isEqualTo(seen.get(0));
        assertThat(useCase.isThere(name)).isTrue();
    }

    @Test
    void theSecondAttemptAdvancesTheSession() {
        List<String> stored = new ArrayList<>();
        session.bind(null, stored::add, seen::add);

        String name = useCase.writeInSecondAttempt();
        assertThat(stored).hasSize(1);
        assertThat(session.needed()).isEqualTo(stored.get(0));
        assertThat(useCase.isThere(name)).isTrue();
    }

    private void failing(List<String> before) {
        before.addAll(useCase.reached());
        throw new IllegalStateException("The session can't be stored");
    }
}
