/** Where updates come from, and who may publish them. */

export type Release = Readonly<{
  /** A folder on the web, with `/` at its end: `stable.json`, `beta.json`, their signatures and the packages. */
  feed: string;
  /** `ssh-ed25519 AAAA… name`: one that signs, and one that will when it is lost. A copy trusts only these. */
  keys: readonly string[];
}>;

/**
 * Undefined until there is a first release: then the app says that updates are not set up. See
 * docs/decisions/0059-updates.md.
 */
export const publishedRelease: Release | undefined = undefined;
