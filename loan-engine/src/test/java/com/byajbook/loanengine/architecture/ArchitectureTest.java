package com.byajbook.loanengine.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule holds for the service, and is shown to fail for classes that were written to break it. */
class ArchitectureTest {

    private static final String SERVICE = "com.byajbook.loanengine";
    private static final String VIOLATORS = SERVICE + ".architecture.violators";

    private static final JavaClasses SERVICE_CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(SERVICE);
    private static final JavaClasses VIOLATOR_CLASSES = new ClassFileImporter().importPackages(VIOLATORS);

    @ParameterizedTest
    @ValueSource(strings = {"pricing", "underwriting", "lifecycle", "marketplace", "servicing", "autopay"})
    void layers_of_a_feature_point_inwards(String feature) {
        Rules.layers(SERVICE + "." + feature).check(SERVICE_CLASSES);
    }

    @Test
    void a_layer_that_points_outwards_or_sideways_is_found() {
        assertFinds(
                Rules.layers(VIOLATORS + ".lending"),
                "DomainThatKnowsItsUseCase",
                "UseCaseThatKnowsTheTable",
                "ControllerThatKnowsTheTable");
    }

    @Test
    void the_domain_is_plain_java() {
        Rules.plainDomain(SERVICE).check(SERVICE_CLASSES);
        assertFinds(Rules.plainDomain(VIOLATORS), "DomainThatKnowsSpring");
    }

    @Test
    void use_cases_know_no_framework_but_reactor() {
        Rules.useCasesWithoutSpring(SERVICE).check(SERVICE_CLASSES);
        assertFinds(Rules.useCasesWithoutSpring(VIOLATORS), "UseCaseThatKnowsAFramework");
    }

    @Test
    void features_meet_through_use_cases() {
        List<String> features = List.of(
                "pricing",
                "underwriting",
                "loans",
                "servicing",
                "lifecycle",
                "marketplace",
                "autopay",
                "reconciliation");
        for (String feature : features) {
            features.stream()
                    .filter(other -> !other.equals(feature))
                    .forEach(other ->
                            Rules.meetsThroughUseCases(SERVICE, feature, other).check(SERVICE_CLASSES));
        }
        assertFinds(Rules.meetsThroughUseCases(VIOLATORS, "lending", "other"), "UseCaseThatKnowsTheTable");
    }

    @Test
    void nobody_subscribes_or_blocks() {
        Rules.nobodySubscribesOrBlocks(SERVICE).check(SERVICE_CLASSES);
        assertFinds(
                Rules.nobodySubscribesOrBlocks(VIOLATORS),
                "UseCaseThatSubscribes.subscribed",
                "UseCaseThatSubscribes.blocked");
    }

    private static void assertFinds(ArchRule rule, String... culprits) {
        assertThat(String.join(
                        "\n", rule.evaluate(VIOLATOR_CLASSES).getFailureReport().getDetails()))
                .contains(culprits);
    }
}
