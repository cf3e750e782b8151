/** The window's own scheme: it serves the files of the app's page and nothing else. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';

const scheme = 'coop-tray';
const host = 'app';
export const pageOrigin = `${scheme}://${host}`;
export const pageUrl = `${pageOrigin}/index.html`;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** Must run before Electron is ready. */
export function claimScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

export function serveScheme(pageDir: string): void {
  protocol.handle(scheme, async (request) => {
    const path = filePath(pageDir, request.url);
    const type = path && types[extname(path)];
    if (request.method !== 'GET' || !path || !type) return new Response(null, { status: 404 });
    try {
      return new Response(new Uint8Array(await readFile(path)), { headers: headersOf(type) });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}

/** The file that an address names; undefined when it lies outside the page's folder. */
export function filePath(pageDir: string, url: string): string | undefined {
  try {
    const parsed = new URL(url);
    if (parsed.host !== host) return undefined;
    const path = normalize(join(pageDir, decodeURIComponent(parsed.pathname)));
    return path.startsWith(pageDir + sep) ? path : undefined;
  } catch {
    return undefined;
  }
}

function headersOf(type: string): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
  };
}
