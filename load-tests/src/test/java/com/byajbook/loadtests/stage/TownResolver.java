package com.byajbook.loadtests.stage;

import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Builds each kind of town when it is first needed; JUnit closes it when all tests are over. */
final class TownResolver implements ParameterResolver {
    private static final Namespace TOWNS = Namespace.create(TownResolver.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Town.class;
    }

    @Override
    public Town resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TownKind kind = Objects.requireNonNull(
                        context.getRequiredTestClass().getAnnotation(InTown.class), "the suite is not @InTown")
                .value();
        return context.getRoot().getStore(TOWNS).computeIfAbsent(kind, Town::build, Town.class);
    }
}
