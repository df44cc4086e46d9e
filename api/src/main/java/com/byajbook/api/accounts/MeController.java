package com.byajbook.api.accounts;

import com.byajbook.api.security.Caller;
import com.byajbook.platform.problem.Failure;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The caller's own profile. */
@RestController
@RequestMapping("/v1/me")
@Tag(name = "People")
class MeController {

    private final Users users;

    MeController(Users users) {
        this.users = users;
    }

    @GetMapping
    @Operation(summary = "Who I am", operationId = "getMe")
    Mono<Profile> me(Caller caller) {
        return users.find(caller.id()).switchIfEmpty(unknown());
    }

    @PutMapping("/notification-preferences")
    @Operation(
            summary = "In which language and by which channels I want to hear from you",
            operationId = "putNotificationPreferences")
    Mono<Profile> prefer(Caller caller, @RequestBody NotificationPreferences preferences) {
        return Mono.defer(() -> users.prefer(caller.id(), preferences.checkedLanguage(), preferences.checkedChannels()))
                .switchIfEmpty(unknown());
    }

    private static Mono<Profile> unknown() {
        return Mono.error(() -> Failure.notFound("There is no account behind this token."));
    }
}
