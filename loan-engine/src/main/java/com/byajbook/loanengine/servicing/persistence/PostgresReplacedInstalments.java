package com.byajbook.loanengine.servicing.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.byajbook.loanengine.servicing.domain.Instalment;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Owns {@code replaced_instalment}: rows are added with their repayment and never changed. */
@Repository
class PostgresReplacedInstalments {

    private static final String INSERT = """
            insert into replaced_instalment (payment_id, number, due_on, penalty_paise, fee_paise, interest_paise,
                principal_paise, penalty_paid_paise, fee_paid_paise, interest_paid_paise, principal_paid_paise)
            select * from unnest($1::uuid[], $2::int[], $3::date[], $4::bigint[], $5::bigint[], $6::bigint[],
                $7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[])
            """;

    private static final String LIST = """
            select payment_id, number, due_on, penalty_paise, fee_paise, interest_paise, principal_paise,
                penalty_paid_paise, fee_paid_paise, interest_paid_paise, principal_paid_paise
            from replaced_instalment where payment_id = any($1::uuid[])
            """;

    private final DatabaseClient database;

    PostgresReplacedInstalments(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(List<InstalmentRow> rows) {
        return rows.isEmpty()
                ? Mono.empty()
                : Mono.defer(
                        () -> InstalmentRow.bind(database.sql(INSERT), rows).then());
    }

    /** By payment, in the order of their numbers; a payment that replaced none is absent. */
    Mono<Map<UUID, List<Instalment>>> list(UUID[] payments) {
        return Mono.defer(() -> database.sql(LIST)
                .bind(0, payments)
                .map(row -> InstalmentRow.read(row, "payment_id"))
                .all()
                .sort(Comparator.comparing(row -> row.instalment().number()))
                .collect(groupingBy(InstalmentRow::ownerId, mapping(InstalmentRow::instalment, toList()))));
    }
}
