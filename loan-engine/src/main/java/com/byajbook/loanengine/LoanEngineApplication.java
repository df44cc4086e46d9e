package com.byajbook.loanengine;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the loan engine. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class LoanEngineApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(LoanEngineApplication.class, arguments);
    }
}
