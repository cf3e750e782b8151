/** Whose account an address shows: that of a member on Matrix, or on GitHub. Pure. */

const matrixLink = /^https:\/\/matrix\.to\/#\/([^/?#]+)\/?(?:\?.*)?$/i;
const githubProfile = /^https:\/\/github\.com\/([a-z\d](?:-?[a-z\d]){0,38})\/?$/i;

/** `@el:maple.example` or the login at GitHub, as those who are signed in are known; undefined of any other page. */
export function accountAt(url: string): string | undefined {
  const [, shared] = matrixLink.exec(url) ?? [];
  return shared === undefined ? githubProfile.exec(url)?.[1] : userIdIn(shared);
}

/** Links to rooms look the same. */
function userIdIn(escaped: string): string | undefined {
  try {
    return /^@\S+:\S+$/.exec(decodeURIComponent(escaped))?.[0];
  } catch {
    return undefined;
  }
}
