/** What is stored of a GitHub account, in the keyring only. */
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

/** Where the tokens were issued and are sent, and by which app. */
function issuerOf({ url, apiUrl, clientId }: GithubPlace): Binding {
  return { url: addressOf(url), apiUrl: addressOf(apiUrl), clientId };
}

/** Capitals and trailing slashes do not make another server. */
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

/** Undefined if there is none, or none that this version understands. */
export function parseKept(kept: string | undefined): KeptTokens | undefined {
  if (kept === undefined) return undefined;
  try {
    return v.parse(KeptSchema, JSON.parse(kept));
  } catch {
    return undefined;
  }
}
