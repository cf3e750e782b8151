/** The window's own URL scheme, which serves the page's files and nothing else. */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { app, protocol } from 'electron';
import { pageHost as host, pagePath } from './page-path.ts';

const scheme = 'coop-tray';
export const pageOrigin = `${scheme}://${host}`;
/** `languageTag` is a BCP 47 tag, so that the page can load its texts before it requests the state. */
export const pageUrl = (languageTag: string) => `${pageOrigin}/index.html?lang=${languageTag}`;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // The co-op's logo, which main has fetched and checked.
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // No Trusted Types policy may be created.
  "trusted-types 'none'",
].join('; ');

/** Serves `pageDir` in every new session. Must run before Electron is ready. */
export function serveScheme(pageDir: string): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
  app.on('session-created', (session) => {
    session.protocol.handle(scheme, (request) => answer(pageDir, request));
  });
}

async function answer(pageDir: string, request: Request): Promise<Response> {
  const path = pagePath(pageDir, request.url);
  const type = path && types[extname(path)];
  if (request.method !== 'GET' || !path || !type) return new Response(null, { status: 404 });
  try {
    return new Response(new Uint8Array(await readFile(path)), { headers: headersOf(type) });
  } catch {
    return new Response(null, { status: 404 });
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
