/** What the app knows of a store of secrets: the keyring of the desktop, or this session's memory. */

/**
 * `locked`: a keyring is there, and its owner has not opened it (or has refused to). `missing`: no keyring answers on
 * this machine. `timed-out`: one is there and says nothing, most often because it waits for its owner to type.
 */
export const secretsStatuses = ['available', 'locked', 'missing', 'timed-out'] as const;
export type SecretsStatus = (typeof secretsStatuses)[number];
export type SecretsFault = Exclude<SecretsStatus, 'available'>;

/**
 * Secrets by account, such as `matrix:@ada:example.org`. Every call ends in time. `get`, `set` and `delete` throw
 * SecretsError; after a `set` or `delete` that timed out, nobody knows whether it was done.
 */
export type Secrets = Readonly<{
  get: (account: string) => Promise<string | undefined>;
  /** Throws RangeError for more than `secretLimitBytes`. */
  set: (account: string, secret: string) => Promise<void>;
  delete: (account: string) => Promise<void>;
  /** Tries the store out, so it may ask the member to open it. */
  status: () => Promise<SecretsStatus>;
}>;

/** Windows' Credential Manager keeps no more in one entry (CRED_MAX_CREDENTIAL_BLOB_SIZE). */
export const secretLimitBytes = 2560;

/** Carries no cause: what a keyring says may quote what it was told. */
export class SecretsError extends Error {
  readonly fault: SecretsFault;

  constructor(fault: SecretsFault) {
    super(`keyring ${fault}`);
    this.name = 'SecretsError';
    this.fault = fault;
  }
}
