package com.byajbook.loadtests.stage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A suite that plays in a {@link Town}, which its tests take as a parameter. A town is built once and outlives its suites. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(TownResolver.class)
@Timeout(300)
public @interface InTown {
    TownKind value();
}
