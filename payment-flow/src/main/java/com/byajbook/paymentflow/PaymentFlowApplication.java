package com.byajbook.paymentflow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class PaymentFlowApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(PaymentFlowApplication.class, arguments);
    }
}
