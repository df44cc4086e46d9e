package com.byajbook.loadtests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loadtests.client.LiveEvents;
import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.stage.InTown;
import com.byajbook.loadtests.stage.Town;
import com.byajbook.loadtests.stage.TownKind;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@InTown(TownKind.STORIES)
final class LiveIT {

    @Test
    void resumes_a_live_stream_after_the_last_event_that_was_seen(Town town) {
        Person person = town.newcomer();
        String cursor;
        try (LiveEvents live = town.api().live(person)) {
            cursor = live.await(event -> event.name().equals("ready"), Town.SOON)
                    .orElseThrow()
                    .id();
        }
        UUID loan = town.offer(person);

        try (LiveEvents live = town.api().live(person, cursor)) {
            assertThat(live.await(event -> event.tells(loan.toString(), "OFFERED"), Town.SOON))
                    .isPresent();
        }
    }

    @Test
    void shows_nobody_what_happens_to_others(Town town) {
        Person person = town.newcomer();
        Person stranger = town.newcomer();
        try (LiveEvents strangers = town.api().live(stranger);
                LiveEvents own = town.api().live(person)) {
            assertThat(strangers.await(event -> event.name().equals("ready"), Town.SOON))
                    .isPresent();
            assertThat(own.await(event -> event.name().equals("ready"), Town.SOON))
                    .isPresent();

            UUID loan = town.offer(person);
            UUID strangersLoan = town.offer(stranger);

            assertThat(own.await(event -> event.isAbout(loan.toString()), Town.SOON))
                    .isPresent();
            assertThat(strangers.await(event -> event.isAbout(strangersLoan.toString()), Town.SOON))
                    .isPresent();
            assertThat(strangers.seen()).noneMatch(event -> event.isAbout(loan.toString()));
        }
    }
}
