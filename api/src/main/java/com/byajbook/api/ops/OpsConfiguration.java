package com.byajbook.api.ops;

import com.byajbook.platform.control.ChangeLimit;
import com.byajbook.platform.control.DecisionDumps;
import com.byajbook.platform.control.ListChanges;
import com.byajbook.platform.control.ListLimits;
import com.byajbook.platform.control.ListReplicas;
import com.byajbook.platform.web.InternalCalls;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What the ops surface is made of; without a control plane there is none. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "byajbook.control.enabled", matchIfMissing = true)
class OpsConfiguration {

    @Bean
    OwnService ownService(
            ListReplicas replicas,
            ListLimits limits,
            ChangeLimit changing,
            ListChanges changes,
            Optional<DecisionDumps> decisions,
            OpsProperties bounds) {
        return new OwnService(replicas, limits, changing, changes, decisions, bounds);
    }

    @Bean
    ControlledServices controlledServices(OwnService own, InternalCalls internal, OpsProperties bounds) {
        ControlClients clients = new ControlClients(internal, bounds);
        List<ControlledService> services = new ArrayList<>();
        services.add(own);
        bounds.services().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(other ->
                        new RemoteControl(other.getKey(), clients.client(other.getKey(), other.getValue()), bounds))
                .forEach(services::add);
        return new ControlledServices(services);
    }

    @Bean
    PipeWatch pipeWatch(ControlledServices services, OpsProperties bounds, JsonMapper json, Clock clock) {
        return new PipeWatch(services, bounds, new PictureJson(json), clock);
    }

    @Bean
    Viewers viewers(PipeWatch watch, OpsProperties bounds, Clock clock, MeterRegistry registry) {
        return new Viewers(watch, bounds, clock, registry);
    }

    @Bean
    LimitsDesk limitsDesk(ControlledServices services) {
        return new LimitsDesk(services);
    }

    @Bean
    SettlementsDesk settlementsDesk(ControlledServices services) {
        return new SettlementsDesk(services);
    }

    @Bean
    InvariantsDesk invariantsDesk(ControlledServices services, Clock clock) {
        return new InvariantsDesk(services, clock);
    }
}
