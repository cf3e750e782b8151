/** Stand-in sources of backups: files, and a healthchecks.io API; with faults on command. */
import type { RequestListener, ServerResponse } from 'node:http';
import { listen, pathOf, send } from '../http.ts';
import type { CheckPlan, Checks } from './checks.ts';
import { createChecks } from './checks.ts';

/** `late`: answers after the reader has given up. `slow`: the body comes byte by byte and never ends. */
export const backupFaults = ['html', 'error', 'late', 'slow', 'huge', 'torn', 'moved'] as const;
export type BackupFault = (typeof backupFaults)[number];

export type StandInBackups = Readonly<{
  /** Base URL: what a document names for `healthchecks`. */
  url: string;
  checks: Checks;
  /** Publishes a file, and returns its address. */
  publish: (path: string, text: string) => string;
  /** Undefined ends a fault. */
  take: (fault: BackupFault | undefined) => void;
  /** Requested paths, with the secret sent along. */
  asked: () => readonly Readonly<{ path: string; secret?: string }>[];
  stop: () => Promise<void>;
}>;

export type BackupsOptions = Readonly<{
  checks?: readonly CheckPlan[];
  /** Key of the API; requests with another are refused. */
  apiKey?: string;
  nowUtcMs?: () => number;
}>;

const page = '<!doctype html><title>Sign in</title><h1>Sign in</h1>';
const hugeBytes = 64 * 1024 * 1024;

export async function startBackups(options: BackupsOptions = {}): Promise<StandInBackups> {
  const checks = createChecks(options.checks ?? [], options.nowUtcMs ?? Date.now);
  const files = new Map<string, string>();
  const asked: { path: string; secret?: string }[] = [];
  let fault: BackupFault | undefined;

  const handle: RequestListener = (request, response) => {
    const path = pathOf(request);
    const key = request.headers['x-api-key'] ?? request.headers.authorization;
    asked.push({ path, ...(key === undefined ? {} : { secret: String(key) }) });
    if (fault) return fail(fault, response);
    if (path === '/api/v3/checks/') {
      const isKnown = key !== undefined && key === options.apiKey;
      return isKnown
        ? sendJson(response, JSON.stringify(checks.list()))
        : send(response, { status: 401, body: '{"error": "wrong api key"}' });
    }
    const file = files.get(path);
    return file === undefined ? send(response, { status: 404 }) : sendJson(response, file);
  };
  const listener = await listen(handle);
  return {
    url: listener.url,
    checks,
    publish: (path, text) => {
      files.set(path, text);
      return `${listener.url}${path}`;
    },
    take: (next) => {
      fault = next;
    },
    asked: () => asked,
    stop: listener.stop,
  };
}

function sendJson(response: ServerResponse, body: string): void {
  send(response, { headers: { 'content-type': 'application/json' }, body });
}

function fail(fault: BackupFault, response: ServerResponse): void {
  switch (fault) {
    case 'html':
      return send(response, { headers: { 'content-type': 'text/html' }, body: page });
    case 'error':
      return send(response, { status: 500, body: page });
    case 'moved':
      return send(response, { status: 302, headers: { location: '/elsewhere' } });
    case 'late':
      return;
    case 'slow':
      return trickle(response);
    case 'huge':
      return flood(response);
    case 'torn':
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"format":');
      setTimeout(() => response.destroy(), 20);
  }
}

function trickle(response: ServerResponse): void {
  response.writeHead(200);
  const timer = setInterval(() => response.write(' '), 50);
  response.once('close', () => clearInterval(timer));
}

function flood(response: ServerResponse): void {
  response.writeHead(200);
  const piece = ' '.repeat(64 * 1024);
  let left = hugeBytes / piece.length;
  const more = () => {
    while (left > 0 && !response.destroyed) {
      left -= 1;
      if (!response.write(piece)) return void response.once('drain', more);
    }
    response.end();
  };
  more();
}
