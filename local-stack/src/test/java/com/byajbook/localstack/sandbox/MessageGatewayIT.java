package com.byajbook.localstack.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.localstack.sandbox.SandboxClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class MessageGatewayIT {
    private Sandbox sandbox;
    private SandboxClient client;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(0);
        client = new SandboxClient(sandbox.baseUrl());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void delivers_one_message_however_often_it_is_sent() {
        assertThat(send("sms", "m-1", "+919800000001", "Hello").status()).isEqualTo(202);
        assertThat(send("sms", "m-1", "+919800000001", "Hello").status()).isEqualTo(202);

        JsonNode inbox = client.get("/inbox?to=%2B919800000001").json().path("items");
        assertThat(inbox.size()).isEqualTo(1);
        assertThat(inbox.path(0).path("channel").stringValue()).isEqualTo("SMS");
        assertThat(inbox.path(0).path("text").stringValue()).isEqualTo("Hello");
        assertThat(inbox.path(0).path("repeats").intValue()).isEqualTo(1);
        assertThat(client.counters("sms").path("distinctMessages").intValue()).isEqualTo(1);
        assertThat(client.counters("sms").path("repeatedMessages").intValue()).isEqualTo(1);
    }

    @Test
    void refuses_an_id_that_comes_back_with_another_text() {
        send("sms", "m-1", "+919800000001", "Hello");

        assertThat(send("sms", "m-1", "+919800000001", "Bye").status()).isEqualTo(409);
    }

    @Test
    void keeps_the_channels_apart() {
        send("sms", "m-1", "+919800000001", "by SMS");
        send("whatsapp", "m-1", "+919800000001", "नमस्ते");

        JsonNode whatsapp = client.get("/inbox?channel=whatsapp").json().path("items");
        assertThat(whatsapp.size()).isEqualTo(1);
        assertThat(whatsapp.path(0).path("text").stringValue()).isEqualTo("नमस्ते");
    }

    @Test
    void shows_the_newest_first_for_a_number_written_in_any_way() {
        send("sms", "m-1", "+919800000001", "first");
        send("sms", "m-2", "+919800000002", "someone else's");
        send("sms", "m-3", "+919800000001", "second");

        for (String number : new String[] {"+919800000001", "%2B91%2098000%2000001", "9800000001"}) {
            JsonNode inbox = client.get("/inbox?to=" + number).json().path("items");
            assertThat(inbox.size()).as(number).isEqualTo(2);
            assertThat(inbox.path(0).path("text").stringValue()).isEqualTo("second");
        }
        assertThat(client.get("/inbox?limit=1").json().path("items").size()).isEqualTo(1);
    }

    @Test
    void shows_a_page_to_a_browser_and_never_runs_what_a_message_says() {
        send("whatsapp", "m-1", "+919800000001", "<script>alert('hi')</script> ₹1,23,456.78");

        Answer page = client.browse("/inbox?to=+919800000001");

        assertThat(page.contentType()).isEqualTo("text/html; charset=utf-8");
        assertThat(page.body())
                .contains("&lt;script&gt;alert(&#39;hi&#39;)&lt;/script&gt; ₹1,23,456.78", "WhatsApp", "+919800000001")
                .doesNotContain("<script>");
    }

    @Test
    void refuses_a_number_that_is_not_on_the_channel() {
        client.put("/control/whatsapp/recipients/+919800000001", "{\"reachable\":false}");

        assertThat(send("whatsapp", "m-1", "+919800000001", "Hello").status()).isEqualTo(422);
        assertThat(send("sms", "m-1", "+919800000001", "Hello").status()).isEqualTo(202);

        client.put("/control/whatsapp/recipients/+919800000001", "{\"reachable\":true}");
        assertThat(send("whatsapp", "m-1", "+919800000001", "Hello").status()).isEqualTo(202);
    }

    private Answer send(String channel, String messageId, String to, String text) {
        return client.post(
                "/messages/v1/" + channel,
                "{\"messageId\":\"%s\",\"to\":\"%s\",\"text\":\"%s\"}".formatted(messageId, to, text));
    }
}
