package com.byajbook.notifications.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ChannelTest {

    @Test
    void keeps_the_order_of_preference_and_drops_what_it_does_not_know() {
        assertThat(Channel.preferred(List.of("WHATSAPP", "FAX", "SMS", "WHATSAPP")))
                .containsExactly(Channel.WHATSAPP, Channel.SMS);
    }

    @Test
    void falls_back_to_what_every_phone_takes() {
        assertThat(Channel.preferred(List.of("FAX"))).containsExactly(Channel.SMS);
    }
}
