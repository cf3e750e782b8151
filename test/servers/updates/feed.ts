/** A server of updates on loopback, that can misbehave. */
import type { RequestListener } from 'node:http';
import type { Manifest } from '../../../shared/updates/manifest.ts';
import { writtenManifest } from '../../../shared/updates/manifest.ts';
import type { Listener } from '../http.ts';
import { listen, pathOf } from '../http.ts';
import type { Key } from './signer.ts';
import { signed } from './signer.ts';

export type Feed = Readonly<{
  url: string;
  listener: Listener;
  /** Signs and publishes. */
  publish: (manifest: Manifest, files: Readonly<Record<string, Buffer>>) => void;
  /** Answers for one path in another way. */
  misbehave: (path: string, handle: RequestListener) => void;
  /** `GET /stable.json`, in order, with the headers. */
  requests: readonly Readonly<{ what: string; headers: NodeJS.Dict<string | string[]> }>[];
}>;

export async function startFeed(key: Key): Promise<Feed> {
  const files = new Map<string, Buffer>();
  const odd = new Map<string, RequestListener>();
  const requests: Feed['requests'][number][] = [];
  const listener = await listen((request, response) => {
    const path = pathOf(request);
    requests.push({ what: `${request.method} ${path}`, headers: request.headers });
    const handle = odd.get(path);
    if (handle) return handle(request, response);
    const bytes = files.get(path);
    if (!bytes) return response.writeHead(404).end();
    response.writeHead(200, { 'content-length': bytes.length, 'set-cookie': 'id=1' });
    response.end(bytes);
  });
  return {
    url: `${listener.url}/`,
    listener,
    publish: (manifest, packages) => {
      const text = writtenManifest(manifest);
      files.set(`/${manifest.channel}.json`, Buffer.from(text));
      files.set(`/${manifest.channel}.json.sig`, Buffer.from(signed(key, text)));
      for (const [name, bytes] of Object.entries(packages)) files.set(`/${name}`, bytes);
    },
    misbehave: (path, handle) => void odd.set(path, handle),
    requests,
  };
}
