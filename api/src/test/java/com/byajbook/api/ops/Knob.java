package com.byajbook.api.ops;

import com.byajbook.api.testing.ApiInstance;
import com.byajbook.platform.limits.LimitUnit;
import com.byajbook.platform.limits.LiveLimit;
import com.byajbook.platform.limits.LiveLimits;
import com.byajbook.platform.pipe.Stage;
import com.byajbook.platform.pipe.StageKind;
import com.byajbook.platform.pipe.StageSource;
import java.util.Map;
import org.springframework.context.support.GenericApplicationContext;

/** A limit and a stage of a test's own in a real api: what is turned really turns, and what is shown is what the test says. */
final class Knob {

    static final String LIMIT = "gate.workbench.width";
    static final String STAGE = "workbench";

    private volatile Stage stage =
            Stages.idle(STAGE, StageKind.POOL).using(2, 64).with(LIMIT).stage();

    /** An api that has it. */
    ApiInstance start(Map<String, String> settings) {
        return ApiInstance.start(settings, this::register);
    }

    /** An api that has it and plays another service. */
    ApiInstance startInside() {
        return ApiInstance.start(Map.of(), context -> {
            register(context);
            OpenInside.register(context);
        });
    }

    /** What the stage is from the next heartbeat on. */
    void show(Stages shown) {
        stage = shown.with(LIMIT).stage();
    }

    static long value(ApiInstance api) {
        return api.bean(LiveLimits.class).find(LIMIT).orElseThrow().value();
    }

    private void register(GenericApplicationContext context) {
        context.registerBean("workbenchStage", StageSource.class, () -> () -> stage);
        context.registerBean(
                "workbenchLimit",
                LiveLimit.class,
                () -> context.getBean(LiveLimits.class)
                        .define(new LiveLimit.Definition(
                                LIMIT,
                                LimitUnit.COUNT,
                                64,
                                1,
                                1000,
                                "How much the workbench holds; more means more at once.")));
    }
}
