import { join, normalize, sep } from 'node:path';

/** The one host of the window's own scheme. */
export const pageHost = 'app';

/** The file that an address names; undefined when it lies outside the page's folder. */
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
