package com.byajbook.api.admission;

import com.byajbook.api.projection.SharedRates;
import com.byajbook.api.security.RememberedCallers;
import com.byajbook.platform.limits.LimitUnit;
import com.byajbook.platform.limits.LiveLimit;
import com.byajbook.platform.limits.LiveLimits;
import com.byajbook.platform.overload.fairness.UserFairness;
import com.byajbook.platform.overload.fairness.UserLimits;
import com.byajbook.platform.overload.gate.Gates;
import com.byajbook.platform.pipe.Pipe;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The shares of users: what is remembered of them here, what all replicas know, and the limits that may change. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UserShare.class)
class AdmissionConfiguration {

    private static final long MOST = 100_000;

    @Bean
    UserFairness userFairness(UserShare share, LiveLimits limits) {
        LiveLimit rate = limit(
                limits,
                "user.rate",
                LimitUnit.PER_SECOND,
                share.rate(),
                "Requests of one user in a second, in the long run.");
        LiveLimit burst = limit(
                limits, "user.burst", LimitUnit.COUNT, share.burst(), "Requests of one user at once, after a pause.");
        LiveLimit inFlight = limit(
                limits,
                "user.in-flight",
                LimitUnit.COUNT,
                share.inFlight(),
                "Requests of one user at one replica that are not answered yet.");
        return new UserFairness(
                () -> new UserLimits(rate.value(), burst.intValue(), inFlight.intValue()), share.maxUsers());
    }

    @Bean
    UserMeter userMeter(MeterRegistry registry, Pipe pipe) {
        UserMeter meter = new UserMeter(registry, System::nanoTime);
        pipe.add(meter);
        return meter;
    }

    @Bean
    UsersAhead usersAhead(UserFairness fairness, RememberedCallers callers, UserMeter meter) {
        return new UsersAhead(fairness, callers, meter, System::nanoTime);
    }

    @Bean
    SharedShare sharedShare(SharedRates rates, UserShare share, MeterRegistry registry) {
        return new SharedShare(rates, share.sharedTimeout(), System::nanoTime, registry);
    }

    @Bean
    FairnessFilter fairnessFilter(
            UserFairness fairness, SharedShare shared, UserMeter meter, Gates gates, ApplicationContext application) {
        return new FairnessFilter(fairness, shared, meter, gates.isProtecting(), application, System::nanoTime);
    }

    private static LiveLimit limit(LiveLimits limits, String name, LimitUnit unit, long initial, String words) {
        return limits.define(new LiveLimit.Definition(name, unit, initial, 1, MOST, words));
    }
}
