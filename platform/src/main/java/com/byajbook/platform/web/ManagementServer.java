package com.byajbook.platform.web;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/** The management port has a server of its own, which Boot gives none of the main server's customizers. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
public class ManagementServer {

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> keepAliveReadsOfManagement() {
        return factory -> factory.addServerCustomizers(new KeepAliveReads());
    }
}
