package com.byajbook.notifications.architecture.violators.announcing;

import com.byajbook.localstack.sandbox.Sandbox;

/** A service that knows more than messages of its surroundings. */
public record KnowsAnotherModule(Sandbox neighbour) {}
