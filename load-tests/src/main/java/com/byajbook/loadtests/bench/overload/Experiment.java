package com.byajbook.loadtests.bench.overload;

import java.util.List;

/** One question to the platform under overload. */
interface Experiment {

    String name();

    /** The answer, in figures. */
    List<Figure> run(Course course);
}
