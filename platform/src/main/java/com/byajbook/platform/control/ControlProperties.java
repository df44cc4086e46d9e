package com.byajbook.platform.control;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How replicas follow changes of limits and tell of themselves.
 *
 * @param enabled false leaves every limit at what the configuration says
 * @param heartbeat how often a replica tells what it has applied and how full its stages are
 * @param poll how often stored limits are read when no notification came
 * @param ackWait the longest wait of a change for the replicas to follow it
 * @param ackEvery how often that is looked at
 * @param goneAfter a replica that was silent for so long is not waited for, and not shown
 * @param auditRetention how long a change of a limit is remembered
 * @param acquireTimeout the longest wait for one of the control plane's own connections
 * @param statementTimeout after this the server ends a statement of the control plane
 * @param lockTimeout after this the server gives up its wait for another change
 * @param reconnectMin the first pause before the listening connection is opened again; it doubles
 * @param reconnectMax the longest such pause
 */
@Validated
@ConfigurationProperties("byajbook.control")
public record ControlProperties(
        @DefaultValue("true") boolean enabled,
        @NotNull @DefaultValue("1s") Duration heartbeat,
        @NotNull @DefaultValue("3s") Duration poll,
        @NotNull @DefaultValue("1s") Duration ackWait,
        @NotNull @DefaultValue("50ms") Duration ackEvery,
        @NotNull @DefaultValue("5s") Duration goneAfter,
        @NotNull @DefaultValue("400d") Duration auditRetention,
        @NotNull @DefaultValue("2s") Duration acquireTimeout,
        @NotNull @DefaultValue("2s") Duration statementTimeout,
        @NotNull @DefaultValue("1s") Duration lockTimeout,
        @NotNull @DefaultValue("200ms") Duration reconnectMin,
        @NotNull @DefaultValue("5s") Duration reconnectMax) {

    public ControlProperties {
        if (goneAfter.compareTo(heartbeat.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException("byajbook.control.gone-after must be at least twice the heartbeat");
        }
    }
}
