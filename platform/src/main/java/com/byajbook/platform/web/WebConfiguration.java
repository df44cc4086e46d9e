package com.byajbook.platform.web;

import com.byajbook.platform.deadline.DeadlineFilter;
import com.byajbook.platform.deadline.MissedDeadlines;
import com.byajbook.platform.problem.ProblemHandler;
import com.byajbook.platform.problem.ProblemWriter;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** The parts that every HTTP surface shares. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
            "org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration"
        })
@EnableConfigurationProperties(InternalCalls.class)
public class WebConfiguration {

    @Bean
    JsonFactory jsonFactory() {
        return StrictJson.factory();
    }

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return StrictJson::configure;
    }

    /** After Boot's own customizer (order 0), which sets the plain decoder. */
    @Bean
    @Order(10)
    CodecCustomizer strictJsonCodec(JsonMapper json) {
        return codecs -> codecs.defaultCodecs().jacksonJsonDecoder(new StrictJsonDecoder(json));
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    ProblemHandler problemHandler(ProblemWriter writer) {
        return new ProblemHandler(writer);
    }

    @Bean
    CorrelationFilter correlationFilter() {
        return new CorrelationFilter();
    }

    @Bean
    DeadlineFilter deadlineFilter(Clock clock, MissedDeadlines missed) {
        return new DeadlineFilter(clock, missed);
    }

    @Bean
    InternalTokenFilter internalTokenFilter(InternalCalls calls) {
        return new InternalTokenFilter(calls);
    }
}
