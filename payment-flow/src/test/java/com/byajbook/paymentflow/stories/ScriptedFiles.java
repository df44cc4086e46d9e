package com.byajbook.paymentflow.stories;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.NettyInbound;
import reactor.netty.NettyOutbound;
import reactor.netty.tcp.TcpServer;

/**
 * A provider whose settlement files are what the test says, byte for byte; of any other day only the header. It speaks to the
 * socket itself, for no decent HTTP server sends less than it announced, and closes the connection after each answer.
 */
final class ScriptedFiles implements AutoCloseable {

    static final String HEADER = "merchantTxnId,providerTxnId,direction,amountPaise,status,utr,settledAt\n";

    private static final Pattern REQUEST = Pattern.compile("GET /[a-z-]+/v1/settlements/([0-9-]+) ");

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final DisposableServer server =
            TcpServer.create().host("127.0.0.1").port(0).handle(this::answer).bindNow();

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    void whole(LocalDate day, String body) {
        answers.put(day.toString(), new Answer(200, body, body.length()));
    }

    /** Says that more will come, and closes the connection. */
    void cutOff(LocalDate day, String body, int announced) {
        answers.put(day.toString(), new Answer(200, body, announced));
    }

    void refuse(LocalDate day, int status) {
        answers.put(day.toString(), new Answer(status, "", 0));
    }

    static String line(LocalDate day, String reference, long paise, String utr) {
        return "%s,UPI-%s,COLLECT,%d,SUCCEEDED,%s,%s\n"
                .formatted(
                        reference,
                        utr,
                        paise,
                        utr,
                        day.atTime(LocalTime.NOON)
                                .atZone(ZoneId.of("Asia/Kolkata"))
                                .toInstant());
    }

    /** The connection is closed when this completes. */
    private Publisher<Void> answer(NettyInbound requests, NettyOutbound responses) {
        return requests.receive()
                .asString()
                .next()
                .flatMap(request ->
                        responses.sendString(Mono.just(of(request).text())).then());
    }

    private Answer of(String request) {
        Matcher line = REQUEST.matcher(request);
        String day = line.lookingAt() ? line.group(1) : "";
        return answers.getOrDefault(day, new Answer(200, HEADER, HEADER.length()));
    }

    @Override
    public void close() {
        server.disposeNow();
    }

    private record Answer(int status, String body, int announced) {

        private String text() {
            return "HTTP/1.1 " + status + " Scripted\r\nContent-Type: text/csv\r\nConnection: close\r\nContent-Length: "
                    + announced + "\r\n\r\n" + body;
        }
    }
}
