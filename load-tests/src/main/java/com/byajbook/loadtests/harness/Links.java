package com.byajbook.loadtests.harness;

import com.byajbook.localstack.fault.TcpProxy;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** The ways of some services to one server, each through a proxy of its own. */
final class Links implements AutoCloseable {
    private final String serverUrl;
    private final Map<Service, TcpProxy> proxies = new EnumMap<>(Service.class);

    Links(String serverUrl, Set<Service> proxied) {
        this.serverUrl = serverUrl;
        URI server = URI.create(serverUrl);
        proxied.forEach(service -> proxies.put(service, TcpProxy.to(server.getHost(), server.getPort())));
    }

    /** The address that the service is to use. */
    String urlFor(Service service) {
        TcpProxy proxy = proxies.get(service);
        if (proxy == null) {
            return serverUrl;
        }
        URI server = URI.create(serverUrl);
        return server.getScheme() + "://" + server.getRawUserInfo() + "@127.0.0.1:" + proxy.port();
    }

    TcpProxy of(Service service) {
        TcpProxy proxy = proxies.get(service);
        if (proxy == null) {
            throw new IllegalArgumentException("the plan gives " + service + " no proxy here");
        }
        return proxy;
    }

    void restoreAll() {
        proxies.values().forEach(TcpProxy::restore);
    }

    @Override
    public void close() {
        proxies.values().forEach(TcpProxy::close);
    }
}
