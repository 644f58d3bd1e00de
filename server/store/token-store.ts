/** A `curator` may change the graph. A `reader` may not; its token only gives it limits of its own. */
const tokenRoles = ['curator', 'reader'] as const;
export type TokenRole = (typeof tokenRoles)[number];

/** A token as it is kept: whoever reads the store learns no secret that would be accepted. */
export interface StoredToken {
  /** Twelve hexadecimal digits; the part of the token that is no secret. */
  readonly id: string;
  /** Who holds it: the author of the changes that are made with it. Several tokens may bear one name. */
  readonly name: string;
  readonly role: TokenRole;
  /** SHA-256 of the secret, in hexadecimal. */
  readonly hash: string;
  /** ISO 8601 instants. */
  readonly createdAt: string;
  /** Null for one that does not expire. */
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  readonly lastUsedAt: string | null;
}

/** The part of the port that keeps tokens. They are no part of the graph, and no entry of the journal tells of them. */
export interface TokenStore {
  /** Keeps a new token; its id must not be taken. */
  add(token: StoredToken): Promise<void>;
  find(id: string): Promise<StoredToken | null>;
  /** All of them, by the instant at which they were made, then by id. */
  list(): Promise<readonly StoredToken[]>;
  /** Revokes a token; one that was revoked before keeps its instant. Null where there is none of that id. */
  revoke(id: string, at: string): Promise<StoredToken | null>;
  /** Notes that a token was used; an instant before the one that is noted changes nothing. */
  use(id: string, at: string): Promise<void>;
}
