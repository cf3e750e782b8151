/** The stored credentials of a GitHub account, in the keyring only. */
import * as v from 'valibot';
import type { Binding } from '../../../../shared/binding.ts';
import { differences } from '../../../../shared/binding.ts';
import type { GithubPlace } from '../../../../shared/coop/accounts.ts';
import { isLoopbackUrl } from '../../../../shared/coop/web.ts';

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(500));

const KeptSchema = v.object({
  version: v.literal(1),
  /** The GitHub that issued the tokens; missing in entries of early versions. */
  url: v.optional(text),
  apiUrl: text,
  clientId: text,
  token: text,
  refreshToken: v.optional(text),
  expiresAtUtcMs: v.optional(v.number()),
});
export type KeptTokens = Readonly<v.InferOutput<typeof KeptSchema>>;

/** Which GitHub issued the tokens, where they are sent, and for which app. */
function issuerOf({ url, apiUrl, clientId }: GithubPlace): Binding {
  return { url: addressOf(url), apiUrl: addressOf(apiUrl), clientId };
}

/** Ignores case of the host and trailing slashes. */
function addressOf(url: string): string {
  return URL.canParse(url) ? new URL(url).href.replace(/\/+$/, '') : url;
}

/** Whether tokens may be sent to the GitHub that the document names now: only to the one that issued them. */
export function belongTo(kept: KeptTokens, place: GithubPlace): boolean {
  const publicUrl = kept.apiUrl === 'https://api.github.com' ? 'https://github.com' : '';
  const bound = issuerOf({ ...kept, url: kept.url ?? publicUrl });
  return differences(bound, issuerOf(place)).length === 0;
}

/**
 * Whether `apiUrl` belongs to the GitHub at `url`: the same host, with or without `api.`, and the same port, since
 * another port may belong to somebody else. Otherwise a token from GitHub's own sign-in page would go to a stranger.
 */
export function areOneGithub({ url, apiUrl }: Pick<GithubPlace, 'url' | 'apiUrl'>): boolean {
  if (isLoopbackUrl(url) && isLoopbackUrl(apiUrl)) return true;
  const { host } = new URL(url);
  return [host, `api.${host}`].includes(new URL(apiUrl).host);
}

export const githubAccountOf = (login: string) => `github:${login}`;

/** Undefined if there is none, or this version cannot parse it. */
export function parseKept(kept: string | undefined): KeptTokens | undefined {
  if (kept === undefined) return undefined;
  try {
    return v.parse(KeptSchema, JSON.parse(kept));
  } catch {
    return undefined;
  }
}
