/** Interface of a secret store: the desktop's keyring, or memory for this session. */

/**
 * `locked`: the keyring is not unlocked, or its owner refused to unlock it. `missing`: this machine has no working
 * keyring. `timed-out`: the keyring does not answer, most often because it waits for a password.
 */
const secretsStatuses = ['available', 'locked', 'missing', 'timed-out'] as const;
export type SecretsStatus = (typeof secretsStatuses)[number];
export type SecretsFault = Exclude<SecretsStatus, 'available'>;

/**
 * Secrets by account, such as `matrix:@ada:example.org`. Every call has a time limit. `get`, `set` and `delete` throw
 * SecretsError; a `set` or `delete` that timed out may or may not have been carried out.
 */
export type Secrets = Readonly<{
  get: (account: string) => Promise<string | undefined>;
  /** Throws RangeError for more than `secretLimitBytes`. */
  set: (account: string, secret: string) => Promise<void>;
  delete: (account: string) => Promise<void>;
  /** Tests the store, which may prompt the member to unlock it. */
  status: () => Promise<SecretsStatus>;
}>;

/** Limit of an entry in Windows' Credential Manager (CRED_MAX_CREDENTIAL_BLOB_SIZE). */
export const secretLimitBytes = 2560;

/** Has no `cause`: a keyring's message may quote the secret. */
export class SecretsError extends Error {
  readonly fault: SecretsFault;

  constructor(fault: SecretsFault) {
    super(`keyring ${fault}`);
    this.name = 'SecretsError';
    this.fault = fault;
  }
}
