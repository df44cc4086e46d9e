package com.byajbook.api;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import org.springframework.context.SmartLifecycle;

/** The structure, as rules over a base package; each also meets a deliberate violator, to show that it bites. */
class StructureTest {

    private static final String OURS = "com.byajbook.api";
    private static final String VIOLATORS = OURS + ".violators";
    private static final Set<String> BLOCKING =
            Set.of("block", "blockOptional", "blockFirst", "blockLast", "toIterable", "toStream");

    /** Own what they subscribe to without a start and a stop: each subscription ends with its batch. */
    private static final List<String> BATCHES = List.of("IntakeBatcher", "TransactionPerRequest");

    static Stream<Arguments> rules() {
        return Stream.of(
                rule(
                        "the intake's layers look inwards",
                        base -> layeredArchitecture()
                                .consideringOnlyDependenciesInLayers()
                                .layer("domain")
                                .definedBy(base + ".intake.domain..")
                                .layer("usecase")
                                .definedBy(base + ".intake.usecase..")
                                .layer("persistence")
                                .definedBy(base + ".intake.persistence..")
                                .whereLayer("persistence")
                                .mayNotBeAccessedByAnyLayer()
                                .whereLayer("usecase")
                                .mayOnlyBeAccessedByLayers("persistence")),
                rule(
                        "the domain is plain Java",
                        base -> noClasses()
                                .that()
                                .resideInAPackage(base + ".intake.domain..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "org.springframework..", "reactor..", "io.r2dbc..", "tools.jackson..")),
                rule(
                        "flat features stay flat",
                        base -> classes()
                                .that()
                                .resideInAPackage(base + ".*.*..")
                                .and(describe(
                                        "are ours",
                                        type -> !type.getPackageName().startsWith(base + ".violators")))
                                .should()
                                .resideInAPackage(base + ".intake..")),
                rule(
                        "features have no cycles",
                        base -> slices().matching(base + ".(*)..").should().beFreeOfCycles()),
                rule(
                        "SQL lives with the class that owns the table",
                        base -> noClasses()
                                .that(describe("own no table", type -> !ownsTable(base, type)))
                                .should()
                                .dependOnClassesThat(resideInAPackage("org.springframework.r2dbc.core.."))),
                rule(
                        "Redis is known to the projection alone",
                        base -> noClasses()
                                .that()
                                .resideOutsideOfPackage(base + ".projection..")
                                .should()
                                .dependOnClassesThat(resideInAPackage("io.lettuce.."))),
                rule(
                        "only what has a life of its own subscribes",
                        base -> noClasses()
                                .that(describe("have no life of their own", type -> !livesByItself(type)))
                                .should()
                                .callMethodWhere(
                                        describe("subscribe", call -> isOfPublisher(call, Set.of("subscribe"))))),
                rule(
                        "nobody blocks",
                        base -> noClasses()
                                .should()
                                .callMethodWhere(
                                        describe("block", call -> isOfPublisher(call, BLOCKING) || isSleep(call)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(String name, Function<String, ArchRule> rule) {
        rule.apply(OURS).check(Imported.OURS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void bites(String name, Function<String, ArchRule> rule) {
        assertThat(rule.apply(VIOLATORS)
                        .allowEmptyShould(true)
                        .evaluate(Imported.VIOLATORS)
                        .hasViolation())
                .as(name)
                .isTrue();
    }

    private static Arguments rule(String name, Function<String, ArchRule> rule) {
        return Arguments.of(name, rule);
    }

    private static boolean ownsTable(String base, JavaClass type) {
        return type.getPackageName().startsWith(base + ".intake.persistence")
                || type.getSimpleName().equals("Users");
    }

    private static boolean livesByItself(JavaClass type) {
        return type.isAssignableTo(SmartLifecycle.class) || BATCHES.contains(type.getSimpleName());
    }

    private static boolean isOfPublisher(JavaMethodCall call, Set<String> names) {
        return names.contains(call.getName()) && call.getTargetOwner().isAssignableTo(Publisher.class);
    }

    private static boolean isSleep(JavaMethodCall call) {
        return call.getName().equals("sleep") && call.getTargetOwner().isEquivalentTo(Thread.class);
    }

    private static final class Imported {
        static final JavaClasses OURS = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(StructureTest.OURS);
        static final JavaClasses VIOLATORS = new ClassFileImporter().importPackages(StructureTest.VIOLATORS);
    }
}
