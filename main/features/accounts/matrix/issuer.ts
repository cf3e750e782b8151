/** Renews and revokes OAuth 2.0 tokens only at their issuer, even if the homeserver names another one later. */
import type { ValidatedAuthMetadata } from 'matrix-js-sdk';
import type { Binding } from '../../../../shared/binding.ts';
import { differences } from '../../../../shared/binding.ts';

/** The issuer, and the origins where its tokens are renewed and revoked. */
export function issuerBinding(metadata: ValidatedAuthMetadata): Binding {
  return {
    issuer: metadata.issuer,
    token: new URL(metadata.token_endpoint).origin,
    revocation: new URL(metadata.revocation_endpoint).origin,
  };
}

/**
 * Asks the homeserver for its issuer, and rejects unless it issued the tokens. It also rejects for tokens that an early
 * version stored without their issuer (`bound` undefined), and as `ask` does.
 */
export function askBoundIssuer(
  bound: Binding | undefined,
  ask: () => Promise<ValidatedAuthMetadata>,
  moved: () => void,
): () => Promise<ValidatedAuthMetadata> {
  return async () => {
    const metadata = await ask();
    if (bound && differences(issuerBinding(metadata), bound).length === 0) return metadata;
    moved();
    throw new Error('another issuer');
  };
}
