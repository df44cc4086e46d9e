package com.byajbook.api.admission;

import com.byajbook.platform.overload.ingress.Passage;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a call is by its method and path, in one step a segment. A path's {@code *} stands for any one segment.
 *
 * <p>Spring's own matching walks over all patterns and decodes the path first; here an address in unusual clothes is
 * merely unknown.
 */
final class RouteTree {

    private final Node root = new Node();

    void add(String method, String path, Passage passage) {
        Node node = root;
        for (String segment : path.substring(1).split("/")) {
            node = node.children.computeIfAbsent(segment, unknown -> new Node());
        }
        node.byMethod.put(method, passage);
    }

    /** What was added for this method and target, or null. */
    @Nullable
    Passage find(String method, String target) {
        int end = target.indexOf('?');
        if (end < 0) {
            end = target.length();
        }
        Node node = root;
        int from = 1;
        while (node != null && from <= end) {
            int slash = target.indexOf('/', from);
            int to = slash < 0 || slash > end ? end : slash;
            node = node.child(target.substring(from, to));
            from = to + 1;
        }
        return node == null ? null : node.byMethod.get(method);
    }

    private static final class Node {

        private static final String ANY = "*";

        private final Map<String, Node> children = new HashMap<>();
        private final Map<String, Passage> byMethod = new HashMap<>();

        @Nullable
        Node child(String segment) {
            Node exact = children.get(segment);
            return exact == null ? children.get(ANY) : exact;
        }
    }
}
