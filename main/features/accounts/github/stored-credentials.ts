/** What is kept of a GitHub account, in the keyring only. */
import * as v from 'valibot';
import type { Binding } from '../../../../shared/binding.ts';
import { differences } from '../../../../shared/binding.ts';
import type { GithubPlace } from '../../../../shared/coop/accounts.ts';
import { isLoopbackUrl } from '../../../../shared/coop/web.ts';

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(500));

const KeptSchema = v.object({
  version: v.literal(1),
  /** Of the GitHub that gave the tokens; those that were kept before it was written down do not say. */
  url: v.optional(text),
  apiUrl: text,
  clientId: text,
  token: text,
  refreshToken: v.optional(text),
  expiresAtUtcMs: v.optional(v.number()),
});
export type KeptTokens = Readonly<v.InferOutput<typeof KeptSchema>>;

/** Where the tokens come from and go to, and by which app. */
function issuerOf({ url, apiUrl, clientId }: GithubPlace): Binding {
  return { url: addressOf(url), apiUrl: addressOf(apiUrl), clientId };
}

/** As one writes it or another: capitals and a slash at the end make no other server. */
function addressOf(url: string): string {
  return URL.canParse(url) ? new URL(url).href.replace(/\/+$/, '') : url;
}

/** Whether tokens may go to the GitHub that a document names now: to the one that gave them, and to no other. */
export function belongTo(kept: KeptTokens, place: GithubPlace): boolean {
  const publicUrl = kept.apiUrl === 'https://api.github.com' ? 'https://github.com' : '';
  const bound = issuerOf({ ...kept, url: kept.url ?? publicUrl });
  return differences(bound, issuerOf(place)).length === 0;
}

/**
 * Whether what is signed in to at `url` is used at the same GitHub: its API has the same name, or that of `api.` before
 * it, and the same port, behind which another may be somebody else. Otherwise a sign-in on GitHub's own page would go to a
 * stranger.
 */
export function areOneGithub({ url, apiUrl }: Pick<GithubPlace, 'url' | 'apiUrl'>): boolean {
  if (isLoopbackUrl(url) && isLoopbackUrl(apiUrl)) return true;
  const { host } = new URL(url);
  return [host, `api.${host}`].includes(new URL(apiUrl).host);
}

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
