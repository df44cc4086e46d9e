package com.byajbook.loanengine.autopay.messaging;

import com.byajbook.loanengine.autopay.usecase.ArrangeAutopay;
import com.byajbook.loanengine.autopay.usecase.LearnOutcomes;
import com.byajbook.loanengine.marketplace.usecase.Runs;
import com.byajbook.platform.message.MandateChanged;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.message.SetAutopay;
import com.byajbook.platform.messaging.ConsumerBinding;
import com.byajbook.platform.overload.admission.TrafficClass;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One queue for all that is said about autopay, worked off in its order: on and off do not change places. */
@Configuration(proxyBeanMethods = false)
class AutopayBinding {

    private static final String QUEUE = "loan-engine.autopay";
    private static final List<Class<? extends Message>> HEARD =
            List.of(SetAutopay.class, MandateChanged.class, PaymentChanged.class);

    @Bean
    ConsumerBinding<Message> autopayNews(ArrangeAutopay arranging, LearnOutcomes learning, AutopayPace pace) {
        return ConsumerBinding.ofMany(QUEUE, HEARD)
                .prefetch(pace.prefetch())
                .batch(pace.batchSize(), pace.linger())
                .concurrency(1)
                .as(TrafficClass.HIGH)
                .handledBy(batch -> Flux.fromIterable(Runs.of(batch, Message::getClass))
                        .concatMap(run -> handle(run, arranging, learning))
                        .then());
    }

    private static Mono<Void> handle(List<Message> run, ArrangeAutopay arranging, LearnOutcomes learning) {
        Message first = run.get(0);
        if (first instanceof SetAutopay) {
            return arranging.set(each(run, SetAutopay.class));
        }
        return first instanceof MandateChanged
                ? arranging.learn(each(run, MandateChanged.class))
                : learning.learn(each(run, PaymentChanged.class));
    }

    private static <M extends Message> List<M> each(List<Message> run, Class<M> contract) {
        return run.stream().map(contract::cast).toList();
    }
}
