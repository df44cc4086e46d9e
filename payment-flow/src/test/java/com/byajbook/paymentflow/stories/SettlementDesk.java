package com.byajbook.paymentflow.stories;

import static org.awaitility.Awaitility.await;

import com.byajbook.paymentflow.settlement.domain.BankDays;
import com.byajbook.paymentflow.settlement.usecase.CompareLines;
import com.byajbook.paymentflow.settlement.usecase.FetchFiles;
import com.byajbook.paymentflow.settlement.usecase.FetchLines;
import com.byajbook.paymentflow.settlement.usecase.KeepRuns;
import com.byajbook.paymentflow.settlement.usecase.ReconcileDays;
import com.byajbook.paymentflow.settlement.usecase.ReconciliationLimits;
import com.byajbook.paymentflow.settlement.usecase.Run;
import com.byajbook.paymentflow.settlement.usecase.SearchMissing;
import com.byajbook.paymentflow.settlement.usecase.SettleByEvidence;
import com.byajbook.paymentflow.settlement.usecase.Step;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where an operator sits the day after tomorrow: today's files, and tomorrow's should midnight pass, are complete. */
final class SettlementDesk {

    static final Duration LEASE = Duration.ofMinutes(1);

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int DAYS = 3;

    private final RunningService service;
    private final JsonMapper json;
    private final Instant later = Instant.now().plus(Duration.ofDays(2));

    SettlementDesk(RunningService service) {
        this.service = service;
        this.json = service.bean(JsonMapper.class);
    }

    List<LocalDate> days() {
        return new BankDays(LocalTime.MIDNIGHT, DAYS).complete(later);
    }

    /** All that is due by then. */
    void reconcile() {
        reconcile(Duration.ZERO, Map.of());
    }

    /** The same so much later, with some steps of the service replaced. */
    void reconcile(Duration afterwards, Map<Run.State, Step> replaced) {
        reconciling(later.plus(afterwards), replaced)
                .reconcileDue()
                .repeat()
                .takeUntil(done -> done == 0)
                .then()
                .block(PATIENCE);
    }

    /** The same of days that were finished before. */
    void reconcileAnew() {
        KeepRuns runs = service.bean(KeepRuns.class);
        days().forEach(day -> runs.redo("upi", day, later).block(PATIENCE));
        days().forEach(day -> runs.redo("upi-b", day, later).block(PATIENCE));
        reconcile();
    }

    private ReconcileDays reconciling(Instant now, Map<Run.State, Step> replaced) {
        Map<Run.State, Step> steps = new EnumMap<>(Map.of(
                Run.State.DUE, service.bean(FetchLines.class),
                Run.State.FETCHED, service.bean(CompareLines.class),
                Run.State.COMPARED, service.bean(SearchMissing.class),
                Run.State.SEARCHED, service.bean(SettleByEvidence.class)));
        steps.putAll(replaced);
        return new ReconcileDays(
                service.bean(FetchFiles.class),
                service.bean(KeepRuns.class),
                steps,
                new BankDays(LocalTime.MIDNIGHT, DAYS),
                new ReconciliationLimits(LEASE, Duration.ofMinutes(10)),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    /** Waits until the first provider's file has a line of each, with that many in all. */
    void awaitLines(long lines) {
        await().atMost(PATIENCE).until(() -> lines("upi").size() == lines);
    }

    List<String> lines(String provider) {
        return days().stream()
                .flatMap(day -> service.provider().settled(provider, day).stream())
                .toList();
    }

    /** What the bank's reference of a payment is by the file. */
    String utr(UUID payment) {
        return lines("upi").stream()
                .map(line -> line.split(","))
                .filter(columns -> columns[0].equals(payment.toString()))
                .map(columns -> columns[5])
                .findFirst()
                .orElseThrow();
    }

    /** What the bank accounts have gained by all files. */
    long bankPaise() {
        return List.of("upi", "upi-b").stream()
                .flatMap(provider -> lines(provider).stream())
                .map(line -> line.split(","))
                .mapToLong(columns -> Long.parseLong(columns[3])
                        * (columns[2].equals("COLLECT") ? 1 : -1)
                        * (columns[4].equals("REVERSED") ? -1 : 1))
                .sum();
    }

    /** The reports of the provider's days. */
    List<JsonNode> reports(String provider) {
        return days().stream()
                .map(day -> get("/" + provider + "/" + day))
                .peek(answer -> Assertions.assertThat(answer.status()).isEqualTo(200))
                .map(Answer::body)
                .toList();
    }

    /** A figure of all days of the first provider. */
    long sum(String figure) {
        return reports("upi").stream()
                .mapToLong(report -> report.get("run").get(figure).asLong())
                .sum();
    }

    List<JsonNode> differences() {
        List<JsonNode> differences = new ArrayList<>();
        reports("upi").forEach(report -> report.get("differences").forEach(differences::add));
        return differences;
    }

    /** The one difference of this reference that is open, or was settled last. */
    JsonNode difference(String reference) {
        List<JsonNode> found = differences().stream()
                .filter(difference -> difference.get("reference").asString().equals(reference))
                .toList();
        Assertions.assertThat(found).as(reference).hasSize(1);
        return found.get(0);
    }

    Answer resolve(JsonNode difference, String action) {
        return resolve(difference.get("id").asString(), action, "asha", "as the bank says");
    }

    Answer resolve(String id, String action, String by, String reason) {
        return send(request("/differences/" + id + "/resolution")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        json.writeValueAsString(Map.of("action", action, "by", by, "reason", reason))))
                .build());
    }

    Answer get(String path) {
        return send(request(path).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(service.url() + "/internal/control/settlements" + path))
                .header("Authorization", "Bearer " + RunningService.TOKEN);
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), json.readTree(response.body()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What was answered. */
    record Answer(int status, JsonNode body) {}
}
