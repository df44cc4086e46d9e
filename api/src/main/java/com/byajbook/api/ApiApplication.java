package com.byajbook.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;

/** The edge service. */
@SpringBootApplication
@ConfigurationPropertiesScan
// What belongs to the management port alone is loaded there, and must not be found here.
@ComponentScan(excludeFilters = @Filter(ManagementContextConfiguration.class))
public class ApiApplication {

    public static void main(String[] args) {
        SpringApplication.run(ApiApplication.class, args);
    }
}
