package com.byajbook.platform.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Each rule holds for the platform, and is shown to fail for classes that were written to break it. */
class ArchitectureTest {

    private static final String PLATFORM = "com.byajbook.platform";
    private static final String VIOLATORS = PLATFORM + ".architecture.violators";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(PLATFORM);
    private static final JavaClasses VIOLATOR_CLASSES = new ClassFileImporter().importPackages(VIOLATORS);

    @Test
    void contracts_are_plain_java() {
        contractsArePlain(PLATFORM).check(CLASSES);
        assertFinds(contractsArePlain(VIOLATORS), "ContractThatKnowsReactor");
    }

    @Test
    void only_messaging_knows_the_broker() {
        onlyMessagingKnowsTheBroker(PLATFORM).check(CLASSES);
        assertFinds(onlyMessagingKnowsTheBroker(VIOLATORS), "SurfaceThatKnowsTheBroker");
    }

    @Test
    void packages_form_no_cycle() {
        noCycles(PLATFORM).check(CLASSES);
        assertFinds(noCycles(VIOLATORS), "QueueThatKnowsTheSurface");
    }

    @Test
    void only_lifecycle_components_subscribe_and_nobody_blocks() {
        onlyLifecyclesSubscribe(PLATFORM).check(CLASSES);
        assertFinds(onlyLifecyclesSubscribe(VIOLATORS), "SurfaceThatKnowsTheBroker.subscribed");
    }

    private static ArchRule contractsArePlain(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".message", root + ".money", root + ".id")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "reactor..", "com.rabbitmq..", "io.r2dbc..");
    }

    private static ArchRule onlyMessagingKnowsTheBroker(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(root + ".messaging")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.rabbitmq..", "reactor.rabbitmq..");
    }

    private static ArchRule noCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    private static ArchRule onlyLifecyclesSubscribe(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .doNotImplement("org.springframework.context.SmartLifecycle")
                .and()
                .haveSimpleNameNotStartingWith("PublisherGeneration")
                .and()
                // An operator passes its own subscriber's subscription on.
                .doNotImplement("reactor.core.CoreSubscriber")
                .should()
                .callMethodWhere(JavaCall.Predicates.target(DescribedPredicate.describe(
                        "subscribe or block of a publisher",
                        target -> target.getOwner().getPackageName().startsWith("reactor.core.publisher")
                                && (target.getName().equals("subscribe")
                                        || target.getName().startsWith("block")))));
    }

    private static void assertFinds(ArchRule rule, String... culprits) {
        assertThat(String.join(
                        "\n", rule.evaluate(VIOLATOR_CLASSES).getFailureReport().getDetails()))
                .contains(culprits);
    }
}
