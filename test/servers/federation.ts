/** The first endpoints of a Matrix server that other servers use, and a federation tester; wrong on command. */
import { makeCertificate } from './certificates.ts';
import type { Listener, Reply } from './http.ts';
import { listen, pathOf, send } from './http.ts';

export type FederationServer = Listener &
  Readonly<{
    /** Requested paths, oldest first. */
    asked: readonly string[];
    /** Sets the answer to a path; other paths are 404. */
    answer: (path: string, reply: Reply) => void;
  }>;

export const versionPath = '/_matrix/federation/v1/version';
export const delegationPath = '/.well-known/matrix/server';
export const reportPath = '/api/report';

/** As in Synapse 1.x. */
const version = { server: { name: 'Synapse', version: '1.131.0' } };

export function reply(json: object): Reply {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) };
}

/** The relevant part of a report from matrix.org's tester. */
export function report(ok: boolean): Reply {
  return reply({
    WellKnownResult: { 'm.server': '', result: 'No .well-known found' },
    DNSResult: { SRVSkipped: false, Hosts: {} },
    ConnectionReports: {},
    ConnectionErrors: {},
    Version: version.server,
    FederationOK: ok,
  });
}

/** `host` is the name in its certificate. Uses TLS, as all of federation does, unless `plain`. */
export async function startFederation(
  options: Readonly<{ host?: string; plain?: boolean }> = {},
): Promise<FederationServer> {
  const { host = '127.0.0.1', plain = false } = options;
  const asked: string[] = [];
  const answers = new Map<string, Reply>([[versionPath, reply(version)]]);
  const certificate = plain ? undefined : await makeCertificate({ host, endsInDays: 90 });
  const listener = await listen(
    (request, response) => {
      const path = pathOf(request);
      asked.push(path);
      send(response, answers.get(path) ?? { status: 404, body: '{"errcode":"M_UNRECOGNIZED"}' });
    },
    certificate ? { certificate } : {},
  );
  return {
    ...listener,
    asked,
    answer: (path, next) => void answers.set(path, next),
  };
}
