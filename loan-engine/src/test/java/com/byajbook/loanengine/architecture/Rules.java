package com.byajbook.loanengine.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With;
import com.tngtech.archunit.lang.ArchRule;
import org.reactivestreams.Publisher;

/** The rules of a service's tree, for any base package, so that the same rule meets the service and its violators. */
final class Rules {

    private Rules() {}

    /** Inbound to use case to domain from outbound. The feature's own package wires and may know all. */
    static ArchRule layers(String feature) {
        return layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(feature + "..")
                .layer("wiring")
                .definedBy(feature)
                .optionalLayer("inbound")
                .definedBy(
                        feature + ".web..", feature + ".messaging..", feature + ".worker..", feature + ".telemetry..")
                .optionalLayer("outbound")
                .definedBy(feature + ".persistence..", feature + ".remote..")
                .layer("usecase")
                .definedBy(feature + ".usecase..")
                .layer("domain")
                .definedBy(feature + ".domain..")
                .whereLayer("inbound")
                .mayOnlyBeAccessedByLayers("wiring")
                .whereLayer("outbound")
                .mayOnlyBeAccessedByLayers("wiring")
                .whereLayer("usecase")
                .mayOnlyBeAccessedByLayers("inbound", "outbound", "wiring")
                .whereLayer("domain")
                .mayOnlyBeAccessedByLayers("usecase", "outbound", "wiring");
    }

    static ArchRule plainDomain(String base) {
        return noClasses()
                .that()
                .resideInAPackage(base + "..domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "reactor..",
                        "io.r2dbc..",
                        "jakarta..",
                        "tools.jackson..",
                        "com.byajbook.platform..");
    }

    static ArchRule useCasesWithoutSpring(String base) {
        return noClasses()
                .that()
                .resideInAPackage(base + "..usecase..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "io.r2dbc..", "tools.jackson..");
    }

    /** Features meet through a use case, never through what lies behind it. */
    static ArchRule meetsThroughUseCases(String base, String feature, String other) {
        return noClasses()
                .that()
                .resideInAPackage(base + "." + feature + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(base + "." + other + "..")
                        .and(resideInAnyPackage(base + "." + other + ".usecase..")
                                .negate()));
    }

    /** Only a lifecycle component subscribes, and those are the workers. */
    static ArchRule nobodySubscribesOrBlocks(String base) {
        return noClasses()
                .that(resideInAPackage(base + "..").and(resideOutsideOfPackage(base + "..worker..")))
                .should()
                .callMethodWhere(JavaCall.Predicates.target(
                                HasName.Predicates.nameMatching("subscribe|block.*|toIterable|toStream"))
                        .and(JavaCall.Predicates.target(With.owner(assignableTo(Publisher.class)))));
    }
}
