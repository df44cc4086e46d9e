package com.byajbook.notifications.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import org.reactivestreams.Publisher;
import org.springframework.context.SmartLifecycle;

/** The module has no rules of its own to protect, so its features stay flat; these are the directions between them. */
final class ModuleRules {

    static final ArchRule FEATURES_DEPEND_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("announcing")
            .definedBy("..announcing..")
            .layer("delivery")
            .definedBy("..delivery..")
            .layer("contacts")
            .definedBy("..contacts..")
            .layer("wording")
            .definedBy("..wording..")
            .whereLayer("announcing")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("delivery")
            .mayOnlyBeAccessedByLayers("announcing")
            .whereLayer("contacts")
            .mayOnlyBeAccessedByLayers("announcing", "delivery")
            .because("what is said knows nothing of how it travels");

    static final ArchRule WORDING_IS_PLAIN_JAVA = noClasses()
            .that()
            .resideInAPackage("..wording..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "reactor..", "com.byajbook.platform..", "io.r2dbc..")
            .because("a writer's texts are tested without anything running");

    static final ArchRule ONLY_DELIVERY_CALLS_OUT = noClasses()
            .that()
            .resideOutsideOfPackage("..delivery..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.byajbook.platform.remote..", "org.springframework.web.reactive.function.client..")
            .because("events are taken in inside a transaction, and no transaction waits for a gateway");

    static final ArchRule ONLY_LIFECYCLES_SUBSCRIBE = noClasses()
            .that()
            .areNotAssignableTo(SmartLifecycle.class)
            .should()
            .callMethodWhere(describe("a publisher is subscribed to", ModuleRules::subscribes))
            .because("who subscribes must own and dispose what runs");

    static final ArchRule NOTHING_BLOCKS = noClasses()
            .should()
            .callMethodWhere(describe("a publisher is waited for", ModuleRules::blocks))
            .because("an event loop that waits serves nobody");

    static final ArchRule SERVICES_DO_NOT_KNOW_EACH_OTHER = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.byajbook.api..",
                    "com.byajbook.loanengine..",
                    "com.byajbook.paymentflow..",
                    "com.byajbook.localstack..",
                    "com.byajbook.loadtests..")
            .because("services meet in messages only");

    private ModuleRules() {}

    private static boolean subscribes(JavaMethodCall call) {
        return call.getTarget().getName().equals("subscribe") && onPublisher(call);
    }

    private static boolean blocks(JavaMethodCall call) {
        return call.getTarget().getName().startsWith("block") && onPublisher(call);
    }

    private static boolean onPublisher(JavaMethodCall call) {
        return assignableTo(Publisher.class).test(call.getTargetOwner());
    }
}
