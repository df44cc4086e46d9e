package com.byajbook.platform.control;

/** How many of the live replicas have followed a version. */
record Acks(int applied, int replicas) {

    static final Acks UNKNOWN = new Acks(0, 0);

    boolean areComplete() {
        return replicas > 0 && applied >= replicas;
    }
}
