package com.byajbook.localstack.testing;

/**
 * Addresses of the servers that tests use.
 *
 * @param postgresUrl for example {@code postgresql://byajbook:byajbook@127.0.0.1:25432}, without a database
 * @param rabbitUrl   for example {@code amqp://guest:guest@127.0.0.1:25673}
 * @param redisUrl    for example {@code redis://127.0.0.1:26379}
 */
public record Servers(String postgresUrl, String rabbitUrl, String redisUrl) {}
