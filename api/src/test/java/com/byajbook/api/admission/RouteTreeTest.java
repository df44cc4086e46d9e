package com.byajbook.api.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.platform.overload.admission.TrafficClass;
import com.byajbook.platform.overload.ingress.Passage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTreeTest {

    private static final Passage LIST = Passage.of(TrafficClass.LOW, List.of());
    private static final Passage ONE = Passage.of(TrafficClass.NORMAL, List.of());
    private static final Passage DOCUMENT = Passage.of(TrafficClass.LOW, List.of());

    private final RouteTree tree = new RouteTree();

    RouteTreeTest() {
        tree.add("GET", "/v1/loans", LIST);
        tree.add("GET", "/v1/loans/*", ONE);
        tree.add("GET", "/v1/loans/*/kfs", DOCUMENT);
    }

    @Test
    void finds_what_was_added_with_or_without_a_query() {
        assertThat(tree.find("GET", "/v1/loans")).isSameAs(LIST);
        assertThat(tree.find("GET", "/v1/loans?cursor=a/b&limit=3")).isSameAs(LIST);
        assertThat(tree.find("GET", "/v1/loans/1f")).isSameAs(ONE);
        assertThat(tree.find("GET", "/v1/loans/1f?x=/kfs")).isSameAs(ONE);
        assertThat(tree.find("GET", "/v1/loans/1f/kfs")).isSameAs(DOCUMENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "?",
                "/?",
                "//",
                "/v1",
                "/v1/",
                "/v1//loans",
                "/v1/loans/1/kfs/",
                "/v1/loans/1/other",
                "/V1/LOANS",
                "http://x/v1/loans",
                "*",
                "/v1/%6coans",
                "v1/loans/1/kfs/x"
            })
    void anything_else_is_unknown(String target) {
        assertThat(tree.find("GET", target)).isNull();
    }

    @Test
    void another_method_is_unknown() {
        assertThat(tree.find("POST", "/v1/loans/1f")).isNull();
        assertThat(tree.find("get", "/v1/loans")).isNull();
    }
}
