package com.byajbook.loadtests.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loadtests.client.Answer;
import com.byajbook.loadtests.client.People;
import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.client.PublicApi;
import com.byajbook.loadtests.client.SandboxControl;
import com.byajbook.loadtests.client.SandboxControl.Sms;
import com.byajbook.loadtests.harness.Patience;
import com.byajbook.loadtests.harness.Platform;
import com.byajbook.loadtests.harness.PlatformPlan;
import com.byajbook.loadtests.harness.Service;
import com.byajbook.loadtests.lending.App;
import com.byajbook.loadtests.lending.FundedLoans;
import com.byajbook.loadtests.lending.FundingSteps;
import com.byajbook.loadtests.lending.Lenders;
import com.byajbook.loadtests.verdict.Investigation;
import com.byajbook.loadtests.verdict.Verdict;
import com.byajbook.loadtests.verdict.Wish;
import com.byajbook.loadtests.verdict.Witness;
import com.byajbook.localstack.testing.Servers;
import com.byajbook.localstack.testing.TestServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A platform of its own databases and queues, people who have done nothing yet, and a witness of all that they do. */
public final class Town implements AutoCloseable {
    /** How long anything may take that takes a moment; for busy machines. */
    public static final Duration SOON = Duration.ofSeconds(20);

    private static final int POPULATION = 400;
    private static final int LENDERS = 100;
    private static final int IN_STORIES = 60;
    private static final String GOOD_CREDIT =
            "{\"score\":820,\"monthlyIncomePaise\":20000000,\"monthlyObligationsPaise\":0,\"p2pOutstandingPaise\":0}";

    private final Platform platform;
    private final PublicApi api;
    private final SandboxControl sandbox;
    private final Iterator<Person> strangers;
    private final Iterator<Person> lenders;
    private final Lenders moneylenders;
    private final Witness witness = new Witness();
    private final App app;

    private Town(Platform platform) {
        this.platform = platform;
        this.api = new PublicApi(platform.api());
        this.sandbox = new SandboxControl(platform.sandbox());
        People people = new People(platform.ops());
        this.strangers = people.borrowers(POPULATION).iterator();
        List<Person> all = people.lenders(LENDERS);
        this.lenders = all.subList(0, IN_STORIES).iterator();
        this.moneylenders = new Lenders(all.subList(IN_STORIES, all.size()));
        this.app = new App(api, witness, SOON);
    }

    static Town build(TownKind kind) {
        Servers servers = TestServers.get();
        Map<Service, String> databases = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            databases.put(service, TestServers.freshDatabase(kind + "_" + service.database()));
        }
        Map<String, String> properties = new HashMap<>(kind.properties());
        properties.put("byajbook.local-users.enabled", "true");
        // Each verdict waits for a look at the books.
        properties.put("byajbook.reconciliation.inspect-every", "2s");
        // Stories are short, and nothing of them is measured.
        properties.put("byajbook.warm-up.longest", "0s");
        return new Town(Platform.start(new PlatformPlan(
                kind.toString(),
                servers.postgresUrl(),
                databases,
                servers.rabbitUrl(),
                TestServers.freshPrefix(),
                servers.redisUrl(),
                kind.redisDatabase(),
                kind.proxied(),
                Set.of(),
                properties,
                PlatformPlan.SMALL_JVM,
                Path.of("target", "platform", kind.toString()))));
    }

    public Platform platform() {
        return platform;
    }

    public PublicApi api() {
        return api;
    }

    public SandboxControl sandbox() {
        return sandbox;
    }

    /** Those who fund whatever is to be paid for; stories have lenders of their own. */
    public Lenders moneylenders() {
        return moneylenders;
    }

    /** The steps from an offer to the money. */
    FundingSteps steps() {
        return new FundingSteps(app);
    }

    public Witness witness() {
        return witness;
    }

    /** Somebody with a good name at the bureau who reads English and has done nothing yet. */
    public synchronized Person newcomer() {
        Person person = strangers.next();
        while (!api.get(person, "/v1/me").text("language").equals("en")) {
            person = strangers.next();
        }
        sandbox.setCredit(person.id(), GOOD_CREDIT);
        return person;
    }

    /** So many lenders who have done nothing yet. */
    public synchronized List<Person> lenders(int count) {
        return Stream.generate(lenders::next).limit(count).toList();
    }

    public List<Person> newcomers(int count) {
        return Stream.generate(this::newcomer).limit(count).toList();
    }

    public String phoneOf(Person person) {
        return api.get(person, "/v1/me").text("phone");
    }

    /** A request under the witness's eyes; like an app it comes again, with the same key, while the answer is 503. */
    public Answer ask(Wish wish, String body) {
        witness.asked(wish);
        Answer answer = retried(() -> api.post(wish.person(), wish.kind().path(), wish.key(), body));
        if (answer.isAccepted()) {
            witness.accepted(wish, UUID.fromString(answer.text("id")));
        }
        return answer;
    }

    private static Answer retried(Supplier<Answer> request) {
        Deque<Answer> answers = new ArrayDeque<>();
        Patience.until(
                () -> {
                    answers.addLast(request.get());
                    return answers.getLast().status() != 503;
                },
                SOON,
                () -> "still " + answers.getLast());
        return answers.getLast();
    }

    /** An accepted application for 20,000 rupees. */
    public UUID apply(Person person) {
        return app.asks(Wish.Kind.LOAN, person, PublicApi.application(2_000_000, 12, "Cow"));
    }

    /** An accepted payment of 100 rupees. */
    public UUID pay(Person person, UUID loan) {
        return pay(person, loan, 10_000);
    }

    /** An accepted payment of so much. */
    public UUID pay(Person person, UUID loan, long amountPaise) {
        return app.asks(Wish.Kind.PAYMENT, person, PublicApi.payment(loan, amountPaise));
    }

    /** A loan that was offered. */
    public UUID offer(Person person) {
        UUID loan = apply(person);
        awaitStatus(person, "/v1/loans/" + loan, "OFFERED");
        return loan;
    }

    /** A loan that a lender funded and that is paid out: one that can be paid for. */
    public UUID fundedLoan(Person person) {
        return fundedLoan(person, moneylenders);
    }

    /** The same by one of these lenders. */
    public UUID fundedLoan(Person person, Lenders by) {
        UUID loan = offer(person);
        new FundedLoans(app, by).fund(person, loan);
        return loan;
    }

    /** The thing once it has the status. */
    public Answer awaitStatus(Person person, String path, String status) {
        return awaitOne(person, path, Set.of(status));
    }

    /** The thing once it has one of the states. */
    Answer awaitOne(Person person, String path, Set<String> states) {
        return app.awaits(person, path, states);
    }

    /** All messages on the person's phone, newest first, once there are so many. */
    public List<Sms> awaitMessages(Person person, int count) {
        String phone = phoneOf(person);
        Patience.until(
                () -> sandbox.inbox(phone).size() >= count,
                SOON,
                () -> "not " + count + " messages for " + phone + ": " + sandbox.inbox(phone));
        return sandbox.inbox(phone);
    }

    /** Waits until the platform is at rest, looks everywhere and judges all that ever happened in this town. */
    public void assertEveryPromiseKept() {
        Verdict verdict = new Investigation(platform).of(witness, Platform.settleWithin());
        System.out.println("Verdict: " + verdict);
        assertThat(verdict.findings()).as(verdict.toString()).isEmpty();
    }

    @Override
    public void close() {
        platform.close();
    }
}
