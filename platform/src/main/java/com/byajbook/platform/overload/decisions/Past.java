package com.byajbook.platform.overload.decisions;

import com.byajbook.platform.overload.admission.GateState;
import com.byajbook.platform.overload.admission.Journal;
import com.byajbook.platform.overload.admission.TrafficClass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When those in a log were at work, and how long such work takes. */
final class Past implements Journal {

    private static final long NEVER = Long.MIN_VALUE;

    private static final class Story {
        private final TrafficClass trafficClass;
        private long startedAt = NEVER;
        private long finishedAt = NEVER;
        private boolean completed = true;

        private Story(TrafficClass trafficClass) {
            this.trafficClass = trafficClass;
        }
    }

    private final Map<Long, Story> stories = new HashMap<>();
    private final Map<TrafficClass, List<Long>> services = new EnumMap<>(TrafficClass.class);
    private final Map<TrafficClass, Long> medians = new EnumMap<>(TrafficClass.class);
    private final long mean;
    private long end;

    private Past(GateState begin) {
        mean = Math.round(begin.meanServiceNanos());
        begin.waiting().forEach(held -> stories.put(held.id(), new Story(held.trafficClass())));
        begin.running().forEach(held -> {
            Story story = new Story(held.trafficClass());
            story.startedAt = held.startedNanos();
            stories.put(held.id(), story);
        });
    }

    static Past of(DecisionLog log) {
        Past past = new Past(log.begin());
        log.play(past);
        past.services.forEach((trafficClass, times) -> {
            Collections.sort(times);
            past.medians.put(trafficClass, times.get(times.size() / 2));
        });
        return past;
    }

    /** Whether it was let in at this very time. */
    boolean startedAt(long id, long now) {
        return get(id).startedAt == now;
    }

    /** How long it took, or else the median of its class, or else the gate's mean. */
    long serviceNanos(long id) {
        Story story = get(id);
        if (story.startedAt != NEVER && story.finishedAt != NEVER) {
            return story.finishedAt - story.startedAt;
        }
        long typical = medians.getOrDefault(story.trafficClass, mean);
        return story.startedAt == NEVER ? typical : Math.max(typical, end - story.startedAt);
    }

    boolean isCompleted(long id) {
        return get(id).completed;
    }

    private Story get(long id) {
        Story story = stories.get(id);
        if (story == null) {
            throw DecisionLogException.damaged("it tells of somebody who never came");
        }
        return story;
    }

    @Override
    public void arrived(long now, long id, TrafficClass trafficClass, long deadlineNanos, long lateNanos) {
        stories.put(id, new Story(trafficClass));
        end = now;
    }

    @Override
    public void started(long now, long id) {
        get(id).startedAt = now;
        end = now;
    }

    @Override
    public void finished(long now, long id, boolean completed) {
        Story story = get(id);
        story.finishedAt = now;
        story.completed = completed;
        end = now;
        if (completed && story.startedAt != NEVER) {
            services.computeIfAbsent(story.trafficClass, any -> new ArrayList<>())
                    .add(now - story.startedAt);
        }
    }
}
