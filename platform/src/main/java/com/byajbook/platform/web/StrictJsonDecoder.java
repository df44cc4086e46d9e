package com.byajbook.platform.web;

import com.byajbook.platform.problem.JsonComplaint;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.util.MimeType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a body as JSON after it was proved to be UTF-8 without tricks.
 *
 * <p>Jackson's own byte parser lets overlong encodings and escaped lone surrogates through; what is not a Unicode text
 * could then neither be stored in PostgreSQL nor be rendered the same way twice for the body's hash.
 */
final class StrictJsonDecoder extends JacksonJsonDecoder {

    StrictJsonDecoder(JsonMapper mapper) {
        super(mapper);
    }

    @Override
    public Object decode(
            DataBuffer buffer,
            ResolvableType targetType,
            @Nullable MimeType mimeType,
            @Nullable Map<String, Object> hints)
            throws DecodingException {
        try {
            checkText(buffer);
        } catch (JsonComplaint complaint) {
            DataBufferUtils.release(buffer);
            throw complaint;
        }
        try {
            return super.decode(buffer, targetType, mimeType, hints);
        } catch (DecodingException | tools.jackson.core.JacksonException e) {
            throw complaint(e);
        }
    }

    private static void checkText(DataBuffer buffer) {
        ByteBuffer bytes = ByteBuffer.allocate(buffer.readableByteCount());
        buffer.toByteBuffer(buffer.readPosition(), bytes, 0, bytes.capacity());
        try {
            CharBuffer text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes);
            checkEscapes(text);
        } catch (CharacterCodingException e) {
            throw new JsonComplaint("The body is not valid UTF-8.");
        }
    }

    /** Escapes can smuggle in what UTF-8 forbids: NUL, and halves of surrogate pairs. */
    private static void checkEscapes(CharBuffer text) {
        boolean high = false;
        for (int i = 0; i < text.length(); i++) {
            boolean escape = text.charAt(i) == '\\';
            int unit = escape ? escapedUnit(text, i) : -1;
            boolean low = unit >= 0 && Character.isLowSurrogate((char) unit);
            if (high != low) {
                throw new JsonComplaint("The body has half of a surrogate pair.");
            }
            if (unit == 0) {
                throw new JsonComplaint("The body has a NUL character.");
            }
            high = unit >= 0 && Character.isHighSurrogate((char) unit);
            i += unit >= 0 ? 5 : escape ? 1 : 0;
        }
        if (high) {
            throw new JsonComplaint("The body has half of a surrogate pair.");
        }
    }

    private static int escapedUnit(CharBuffer text, int at) {
        if (at + 5 >= text.length() || text.charAt(at) != '\\' || text.charAt(at + 1) != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit * 16 + digit;
        }
        return unit;
    }

    private static JsonComplaint complaint(Throwable error) {
        for (Throwable t = error; t != null; t = t.getCause()) {
            if (t instanceof UnrecognizedPropertyException unknown) {
                return new JsonComplaint("The field " + shortened(unknown.getPropertyName()) + " is not known here.");
            }
            if (t instanceof StreamConstraintsException) {
                return new JsonComplaint("The body is nested too deeply, or has a number or text that is too long.");
            }
            if (t instanceof DatabindException bind && !bind.getPath().isEmpty()) {
                return new JsonComplaint("The field " + path(bind) + " has a value of the wrong kind.");
            }
            if (t instanceof JacksonException parse && parse.getOriginalMessage() != null) {
                return new JsonComplaint(
                        parse.getOriginalMessage().startsWith("Duplicate")
                                ? "A field is given twice."
                                : "The body is not one complete JSON value of the expected shape.");
            }
        }
        return new JsonComplaint("The body is not the JSON that this call takes.");
    }

    private static String path(DatabindException bind) {
        return shortened(bind.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining(".")));
    }

    private static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }
}
