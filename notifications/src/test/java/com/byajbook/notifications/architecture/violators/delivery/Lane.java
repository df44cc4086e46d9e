package com.byajbook.notifications.architecture.violators.delivery;

/** Something of delivery's that others may not know. */
public final class Lane {}
