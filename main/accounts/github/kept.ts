/** What is kept of a GitHub account, in the keyring only. */
import * as v from 'valibot';

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(500));

const KeptSchema = v.object({
  version: v.literal(1),
  /** Of the server that gave the tokens: what another document names is no reason to send them elsewhere. */
  apiUrl: text,
  clientId: text,
  token: text,
  refreshToken: v.optional(text),
  expiresAtUtcMs: v.optional(v.number()),
});
export type KeptTokens = Readonly<v.InferOutput<typeof KeptSchema>>;

export const githubAccountOf = (login: string) => `github:${login}`;

/** Undefined for nothing, and for what this version does not understand. */
export function parseKept(kept: string | undefined): KeptTokens | undefined {
  if (kept === undefined) return undefined;
  try {
    return v.parse(KeptSchema, JSON.parse(kept));
  } catch {
    return undefined;
  }
}
