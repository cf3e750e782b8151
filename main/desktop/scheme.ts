/** The window's own URL scheme, which serves the page's files and nothing else. */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { ProtocolRequest, ProtocolResponse } from 'electron';
import { app, protocol } from 'electron';
import { nearestLocale } from '../../shared/i18n/languages.ts';
import { pageHost as host, pagePath } from './page-path.ts';

const scheme = 'coop-tray';
export const pageOrigin = `${scheme}://${host}`;
/** `languageTag` is a BCP 47 tag, so that the page can load its texts before it requests the state. */
export const pageUrl = (languageTag: string) =>
  `${pageOrigin}/${nearestLocale(languageTag)}.html?lang=${languageTag}`;

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

/**
 * Serves `pageDir` in every new session. Must run before Electron is ready. Not by `protocol.handle`: it would load
 * Node's whole HTTP client into main while the member waits for the window; see docs/decisions/0064-a-quick-window.md.
 */
export function serveScheme(pageDir: string): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
  app.on('session-created', (session) => {
    session.protocol.registerBufferProtocol(scheme, (request, reply) => {
      void answer(pageDir, request).then(reply);
    });
  });
}

async function answer(pageDir: string, request: ProtocolRequest): Promise<ProtocolResponse> {
  const path = pagePath(pageDir, request.url);
  const type = path && types[extname(path)];
  if (request.method !== 'GET' || !path || !type) return notFound;
  try {
    return { data: await readFile(path), headers: headersOf(type) };
  } catch {
    return notFound;
  }
}

const notFound: ProtocolResponse = { statusCode: 404, data: Buffer.alloc(0) };

/** No `cross-origin-opener-policy`: nothing opens another page here, and Chromium would start a second renderer for it. */
function headersOf(type: string): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
  };
}
