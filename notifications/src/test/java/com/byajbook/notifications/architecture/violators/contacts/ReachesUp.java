package com.byajbook.notifications.architecture.violators.contacts;

import com.byajbook.notifications.architecture.violators.delivery.Lane;

/** A contact that knows how messages travel. */
public record ReachesUp(Lane lane) {}
