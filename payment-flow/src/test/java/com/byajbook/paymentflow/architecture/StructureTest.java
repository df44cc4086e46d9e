package com.byajbook.paymentflow.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The structure of ARCHITECTURE.md. Each rule holds for the service and is broken by exactly its own violator. */
class StructureTest {

    private static final String SERVICE = "com.byajbook.paymentflow";
    private static final String VIOLATORS = SERVICE + ".architecture.violators";
    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(SERVICE);
    private static final JavaClasses WITH_VIOLATORS = new ClassFileImporter()
            .importPackages(
                    SERVICE + ".escrow",
                    SERVICE + ".payments",
                    SERVICE + ".ledger",
                    SERVICE + ".mandates",
                    SERVICE + ".reconciliation",
                    SERVICE + ".settlement",
                    SERVICE + ".worker",
                    VIOLATORS);

    private static final ArchRule LAYERS = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(SERVICE + "..")
            .layer("domain")
            .definedBy("..paymentflow..domain..")
            .layer("use cases")
            .definedBy("..paymentflow..usecase..")
            .layer("messaging")
            .definedBy("..paymentflow..messaging..")
            .layer("persistence")
            .definedBy("..paymentflow..persistence..")
            .layer("remote")
            .definedBy("..paymentflow..remote..")
            .layer("web")
            .definedBy("..paymentflow..web..")
            .layer("worker")
            .definedBy("..paymentflow..worker..")
            .layer("telemetry")
            .definedBy("..paymentflow..telemetry..")
            .layer("wiring")
            .definedBy(
                    "..paymentflow.escrow",
                    "..paymentflow.payments",
                    "..paymentflow.ledger",
                    "..paymentflow.mandates",
                    "..paymentflow.reconciliation",
                    "..paymentflow.settlement")
            .whereLayer("web")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("messaging")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("worker")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("persistence")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("remote")
            .mayOnlyBeAccessedByLayers("wiring")
            .whereLayer("telemetry")
            .mayOnlyBeAccessedByLayers("worker")
            .whereLayer("domain")
            .mayNotAccessAnyLayer()
            .whereLayer("use cases")
            .mayOnlyAccessLayers("domain")
            .because("inbound -> use case -> domain <- outbound");

    private static final ArchRule PLAIN_DOMAIN = noClasses()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "reactor..",
                    "org.reactivestreams..",
                    "io.r2dbc..",
                    "com.byajbook.platform..")
            .because("the domain is plain Java");

    private static final ArchRule NO_CLOCK_IN_DOMAIN = noClasses()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .callMethod(Instant.class, "now")
            .because("time is told to the domain");

    private static final ArchRule USE_CASES_KNOW_NO_TECHNOLOGY = noClasses()
            .that()
            .resideInAPackage("..usecase..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "io.r2dbc..",
                    "com.byajbook.platform.messaging..",
                    "com.byajbook.platform.remote..",
                    "io.github.resilience4j..")
            .because("time-outs, breakers, SQL and the broker are the adapters' business");

    private static final ArchRule SUBSCRIBERS = noClasses()
            .that()
            .resideOutsideOfPackage("..worker..")
            .should()
            .callMethodWhere(target(nameMatching("subscribe|block|blockFirst|blockLast"))
                    .and(target(owner(resideInAPackage("reactor.core.publisher..")))))
            .because("only a lifecycle component subscribes, and nothing blocks");

    private static final ArchRule NAMES = classes()
            .that()
            .resideInAPackage("..paymentflow..")
            .should()
            .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl)")
            .because("a class is named for what it is about");

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_service_keeps_the_rule(String violator, ArchRule rule) {
        assertThatCode(() -> rule.check(PRODUCTION)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_rule_bites(String violator, ArchRule rule) {
        assertThatThrownBy(() -> rule.check(WITH_VIOLATORS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(violator);
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of("UseCaseThatKnowsItsTable", LAYERS),
                Arguments.of("ControllerThatSkipsTheUseCase", LAYERS),
                Arguments.of("DomainThatReacts", PLAIN_DOMAIN),
                Arguments.of("DomainThatLooksAtTheClock", NO_CLOCK_IN_DOMAIN),
                Arguments.of("UseCaseThatTalksSql", USE_CASES_KNOW_NO_TECHNOLOGY),
                Arguments.of("ControllerThatSubscribes", SUBSCRIBERS),
                Arguments.of("PaymentHelper", NAMES));
    }
}
