import { join, normalize, sep } from 'node:path';

/** The only host of our scheme. */
export const pageHost = 'app';

/** The file for a URL; undefined if it is outside `pageDir`. */
export function pagePath(pageDir: string, url: string): string | undefined {
  try {
    const parsed = new URL(url);
    if (parsed.host !== pageHost) return undefined;
    const path = normalize(join(pageDir, decodeURIComponent(parsed.pathname)));
    return path.startsWith(pageDir + sep) ? path : undefined;
  } catch {
    return undefined;
  }
}
