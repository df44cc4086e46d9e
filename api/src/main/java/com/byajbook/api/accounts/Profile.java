package com.byajbook.api.accounts;

import com.byajbook.platform.message.ContactsChanged.Contact;
import java.util.List;
import java.util.UUID;

/** A person, as that person sees it. */
record Profile(
        UUID id,
        String phone,
        String name,
        String role,
        String kyc,
        String language,
        List<String> channels,
        long version) {

    Contact contact() {
        return new Contact(id, version, name, phone, language, channels);
    }
}
