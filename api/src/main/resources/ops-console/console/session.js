// The access token: from the form or the address, kept in this tab, sent as a header and never in an address.

const KEY = "byajbook.ops.token";

/** Takes a token out of the address, where it would be seen and stored, and removes it from there at once. */
export function takeFromAddress() {
  const given = new URLSearchParams(location.hash.slice(1)).get("token");
  if (given !== null) {
    history.replaceState(null, "", location.pathname + location.search);
    keep(given);
  }
}

/** The token, or null. */
export function token() {
  return sessionStorage.getItem(KEY);
}

/** Keeps a token until the tab closes. What a shell prints around it is cut off. */
export function keep(given) {
  const bare = given.trim().replace(/^Bearer\s+/i, "");
  if (bare === "") {
    forget();
  } else {
    sessionStorage.setItem(KEY, bare);
  }
}

/** Forgets the token. */
export function forget() {
  sessionStorage.removeItem(KEY);
}

/** Whether the text can travel in a header at all: three parts of base64url. */
export function looksLikeToken(given) {
  return /^(Bearer\s+)?[\w-]+\.[\w-]+\.[\w-]+$/i.test(given.trim());
}
