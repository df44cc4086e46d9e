package com.byajbook.notifications.architecture.violators.announcing;

import com.byajbook.platform.remote.RemoteServices;

/** A handler of events that calls out. */
public record CallsAGateway(RemoteServices gateways) {}
