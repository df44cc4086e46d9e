package com.byajbook.loanengine.pricing.domain;

import java.util.Comparator;
import java.util.List;

/** The product's bands, best first. */
public final class RateCard {

    private final List<RateBand> bestFirst;
    private final RateBand indicative;

    /**
     * A card of at least one band.
     *
     * @param indicativeBand the name of the band that a quote assumes, before anybody's score is known
     * @throws IllegalArgumentException if there is no such band
     */
    public RateCard(List<RateBand> bands, String indicativeBand) {
        this.bestFirst = bands.stream()
                .sorted(Comparator.comparingInt(RateBand::minScore).reversed())
                .toList();
        this.indicative = bestFirst.stream()
                .filter(band -> band.name().equals(indicativeBand))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no band is named " + indicativeBand));
    }

    /** The best band that this score reaches; the last one for a score below them all, so that it too can be priced. */
    public RateBand forScore(int score) {
        return bestFirst.stream()
                .filter(band -> score >= band.minScore())
                .findFirst()
                .orElseGet(this::lowest);
    }

    public RateBand lowest() {
        return bestFirst.get(bestFirst.size() - 1);
    }

    public RateBand indicative() {
        return indicative;
    }
}
