/** Whose account an address shows: that of a member on Matrix, or on GitHub. Pure. */
import type { Contact } from './emergency.ts';

const matrixLink = /^https:\/\/matrix\.to\/#\/([^/?#]+)\/?(?:\?.*)?$/i;
const githubProfile = /^https:\/\/github\.com\/([a-z\d](?:-?[a-z\d]){0,38})\/?$/i;

/** `@el:maple.example` or the login at GitHub, as those who are signed in are known; undefined of any other page. */
export function accountAt(url: string): string | undefined {
  const [, shared] = matrixLink.exec(url) ?? [];
  return shared === undefined ? githubProfile.exec(url)?.[1] : userIdIn(shared);
}

/** How the co-op document calls its people, by their Matrix accounts in lower case. */
export type ContactNames = ReadonlyMap<string, string>;

export function contactNames(contacts: readonly Contact[]): ContactNames {
  return new Map(
    contacts.flatMap(({ name, url }) => {
      const account = url === undefined ? undefined : accountAt(url);
      // What members say of a service comes from Matrix; a login at GitHub would be somebody else there.
      return account?.startsWith('@') ? [[account.toLowerCase(), name]] : [];
    }),
  );
}

/** Links to rooms look the same. */
function userIdIn(escaped: string): string | undefined {
  try {
    return /^@\S+:\S+$/.exec(decodeURIComponent(escaped))?.[0];
  } catch {
    return undefined;
  }
}
