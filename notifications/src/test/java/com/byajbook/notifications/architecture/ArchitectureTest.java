package com.byajbook.notifications.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.notifications.architecture.violators.announcing.CallsAGateway;
import com.byajbook.notifications.architecture.violators.announcing.KnowsAnotherModule;
import com.byajbook.notifications.architecture.violators.contacts.ReachesUp;
import com.byajbook.notifications.architecture.violators.delivery.Lane;
import com.byajbook.notifications.architecture.violators.delivery.SubscribesAside;
import com.byajbook.notifications.architecture.violators.delivery.WaitsForAnAnswer;
import com.byajbook.notifications.architecture.violators.wording.SpeaksReactor;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ArchitectureTest {
    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.byajbook.notifications");

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(ModuleRules.FEATURES_DEPEND_ONE_WAY, new Class<?>[] {ReachesUp.class, Lane.class}),
                Arguments.of(ModuleRules.WORDING_IS_PLAIN_JAVA, new Class<?>[] {SpeaksReactor.class}),
                Arguments.of(ModuleRules.ONLY_DELIVERY_CALLS_OUT, new Class<?>[] {CallsAGateway.class}),
                Arguments.of(ModuleRules.ONLY_LIFECYCLES_SUBSCRIBE, new Class<?>[] {SubscribesAside.class}),
                Arguments.of(ModuleRules.NOTHING_BLOCKS, new Class<?>[] {WaitsForAnAnswer.class}),
                Arguments.of(ModuleRules.SERVICES_DO_NOT_KNOW_EACH_OTHER, new Class<?>[] {KnowsAnotherModule.class}));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds_in_the_module(ArchRule rule, Class<?>[] violators) {
        rule.check(MODULE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void catches_its_deliberate_violator(ArchRule rule, Class<?>[] violators) {
        JavaClasses violating = new ClassFileImporter().importClasses(violators);

        assertThat(rule.allowEmptyShould(true).evaluate(violating).hasViolation())
                .isTrue();
    }
}
