package com.byajbook.platform.messaging;

import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.MessageType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Messages as JSON. A field that this version does not know is skipped, so that a newer sender can go first. */
final class MessageCodec {

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    OutgoingMessage encode(Message message) {
        return new OutgoingMessage(
                message.messageId(), MessageType.of(message), message.businessKey(), json.writeValueAsBytes(message));
    }

    /** @throws PermanentFailure when the bytes are not a valid message of this contract */
    <M extends Message> M decode(byte[] body, Class<M> contract) {
        try {
            return json.readValue(body, contract);
        } catch (JacksonException e) {
            throw new PermanentFailure("not a valid " + contract.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }
}
