package io.commonplace.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MonitoringTest {
    @ParameterizedTest
    @MethodSource("alerts")
    void eachAlertHasASeverityASummaryAndADescription(Alert alert) {
        assertThat(alert.labels().get("severity")).isIn("critical", "warning");
        assertThat(alert.annotations().get("summary")).isNotBlank();
        assertThat(alert.annotations().get("description")).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void eachAlertIsExplainedInTheHandbook(Alert alert) {
        assertThat(Monitoring.handbook()).contains("**" + alert.name() + "**");
    }

    @Test
    void alertsHaveDifferentNames() {
        assertThat(Alert.all()).extracting(Alert::name).doesNotHaveDuplicates().hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("io.commonplace.monitoring.Monitoring#expressions")
    void eachExpressionIsBalancedAndReadsSomething(Expression expression) {
        assertThat(expression.isBalanced()).isTrue();
        assertThat(expression.metrics().isEmpty() && !expression.text().contains("up{"))
                .as("without a metric")
                .isFalse();
    }

    @Test
    void panelsDoNotOverlap() {
        List<String> places = Monitoring.panels().stream()
                .map(panel -> panel.getJsonObject("gridPos"))
                .map(place -> place.getInt("x") + " " + place.getInt("y"))
                .toList();

        assertThat(places).doesNotHaveDuplicates().hasSizeGreaterThan(20);
    }

    @Test
    void theMetricsOfAnExpressionAreFoundAmongItsFunctionsAndLabels() {
        Expression expression =
                new Expression("histogram_quantile(0.99, sum by (le) (rate(a_bucket{kind=\"view\"}[5m])))"
                        + " > 0.5 and on () max_over_time(b:c[1h]) unless up == 0");

        assertThat(expression.metrics()).containsExactly("a_bucket", "b:c");
        assertThat(expression.isBalanced()).isTrue();
        assertThat(new Expression("sum(a[5m)]").isBalanced()).isFalse();
    }

    static List<Alert> alerts() {
        return Alert.all();
    }
}
