package com.byajbook.platform.control;

import com.byajbook.platform.limits.LimitsConfiguration;
import com.byajbook.platform.limits.LiveLimits;
import com.byajbook.platform.overload.gate.Gates;
import com.byajbook.platform.pipe.Pipe;
import com.byajbook.platform.pipe.StageSource;
import com.byajbook.platform.postgres.Migrations;
import com.byajbook.platform.postgres.PostgresConfiguration;
import com.byajbook.platform.postgres.PostgresConnections;
import com.byajbook.platform.postgres.PostgresProperties;
import com.byajbook.platform.time.TimeConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Wires the control plane of this service. */
@AutoConfiguration(
        after = {PostgresConfiguration.class, LimitsConfiguration.class, TimeConfiguration.class},
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnBooleanProperty(name = "byajbook.control.enabled", matchIfMissing = true)
@EnableConfigurationProperties(ControlProperties.class)
public class ControlConfiguration {

    @Bean
    GateDecisions gateDecisions(Gates gates) {
        return new GateDecisions(gates);
    }

    @Bean
    ReplicaIdentity replicaIdentity(@Value("${spring.application.name:byajbook}") String application, Clock clock) {
        return ReplicaIdentity.ofThisProcess(application, clock.instant());
    }

    /** Asks for the migrations so that no query meets an old schema. */
    @Bean(destroyMethod = "dispose")
    ControlDatabase controlDatabase(PostgresProperties postgres, ControlProperties control, Migrations migrations) {
        return new ControlDatabase(connections(postgres, control, "control"), control);
    }

    private static PostgresqlConnectionFactory connections(
            PostgresProperties postgres, ControlProperties control, String purpose) {
        return PostgresConnections.apart(postgres, purpose, control.statementTimeout(), control.lockTimeout());
    }

    @Bean
    PostgresChanges changeLog(ControlDatabase database) {
        return new PostgresChanges(database);
    }

    @Bean
    PostgresLimits limitStore(ControlDatabase database, PostgresChanges changes) {
        return new PostgresLimits(database, changes);
    }

    @Bean
    PostgresReplicas replicaStore(ControlDatabase database) {
        return new PostgresReplicas(database, new StagesJson());
    }

    @Bean
    ControlMeter controlMeter(MeterRegistry meters) {
        return new ControlMeter(meters);
    }

    @Bean
    AppliedLimits appliedLimits(LiveLimits limits, ControlMeter meter) {
        AppliedLimits applied = new AppliedLimits(limits, System::nanoTime);
        meter.watch(applied);
        return applied;
    }

    @Bean
    FollowLimits followLimits(
            LiveLimits limits,
            LimitStore store,
            ReplicaStore replicas,
            AppliedLimits applied,
            ReplicaIdentity replica,
            ControlMeter meter) {
        return new FollowLimits(limits, store, replicas, applied, replica, meter);
    }

    @Bean
    ListLimits listLimits(FollowLimits following, AppliedLimits applied, ReplicaIdentity replica) {
        return new ListLimits(following, applied, replica);
    }

    @Bean
    ChangeLimit changeLimit(
            LiveLimits limits,
            FollowLimits following,
            LimitStore store,
            ReplicaStore replicas,
            ControlProperties properties,
            ControlMeter meter) {
        return new ChangeLimit(limits, following, store, replicas, properties, meter);
    }

    @Bean
    ListReplicas listReplicas(ReplicaStore replicas, ReplicaIdentity replica, ControlProperties properties) {
        return new ListReplicas(replicas, replica, properties);
    }

    @Bean
    ListChanges listChanges(ChangeLog changes, ReplicaIdentity replica) {
        return new ListChanges(changes, replica);
    }

    @Bean
    Pulse pulse(
            AppliedLimits applied,
            FollowLimits following,
            ReplicaStore replicas,
            ReplicaIdentity replica,
            ObjectProvider<StageSource> sources,
            Pipe pipe) {
        return new Pulse(
                applied,
                following,
                replicas,
                replica,
                () -> Stream.concat(sources.orderedStream(), pipe.sources().stream())
                        .iterator());
    }

    @Bean
    ControlLife controlLife(
            LiveLimits limits,
            FollowLimits following,
            Pulse pulse,
            ReplicaStore replicas,
            ChangeLog changes,
            ReplicaIdentity replica,
            ControlProperties properties,
            ControlMeter meter) {
        return new ControlLife(limits, following, pulse, replicas, changes, replica, properties, meter);
    }

    @Bean
    ChangeSignals changeSignals(
            PostgresProperties postgres, ControlProperties properties, FollowLimits following, ControlMeter meter) {
        return new ChangeSignals(connections(postgres, properties, "listen"), following, properties, meter);
    }

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
    ControlController controlController(
            ListLimits limits,
            ChangeLimit change,
            ListReplicas replicas,
            ListChanges changes,
            Optional<DecisionDumps> decisions,
            Optional<ReadInvariants> invariants) {
        return new ControlController(limits, change, replicas, changes, decisions, invariants);
    }
}
