/** The services of the stand-in co-op. The document is made from this table, so the two cannot drift apart. */
import type * as v from 'valibot';
import type { ProbeSchema } from '../../../shared/coop/probe.ts';
import type { PresetName } from '../../../shared/coop/preset-names.ts';
import { knownAddress, knownName } from './names.ts';
import type { Software } from './replies.ts';
import * as replies from './replies.ts';

/** A probe as written in a document, without defaults. */
export type ProbeInput = v.InferInput<typeof ProbeSchema>;
/** Where a stand-in listens. */
export type Place = Readonly<{ url: string; port: number }>;

export type Row = Readonly<{
  id: string;
  name: string;
  description: string;
  /** What answers: the software of an http service, or another protocol. */
  server: Software | 'smtp' | 'dns';
  /** Served over https with an untrusted certificate. */
  secure?: boolean;
  /** Whether members can open its address; false without a page for them. */
  opens: boolean;
  probe: (place: Place) => ProbeInput;
  /** The status page that lists it, and the component's name there. */
  feed?: Readonly<{ feed: string; component: string }>;
  /** Where to go meanwhile; `service` is the id of another one. */
  instead?: Readonly<{ name: string; service?: string }>;
  /** The id of the service it depends on. */
  parent?: string;
  /** The id of its standby; the site gives the age of that copy. */
  standby?: string;
}>;

const preset =
  (name: PresetName) =>
  ({ url }: Place): ProbeInput => ({ type: 'preset', preset: name, url });

export const table: readonly Row[] = [
  {
    id: 'website',
    name: 'Website',
    description: 'The co-op’s public site.',
    server: replies.website,
    opens: true,
    probe: ({ url }) => ({
      type: 'http',
      url,
      expect: [
        { on: 'body', contains: replies.coopName },
        { on: 'body', lacks: 'Error establishing a database connection' },
      ],
    }),
  },
  {
    id: 'calls',
    name: 'Calls (BigBlueButton)',
    description: 'Video calls and the weekly meeting.',
    server: replies.bigBlueButton,
    opens: true,
    probe: preset('bbb-api'),
    feed: { feed: 'monitor', component: 'Calls' },
    instead: { name: 'the phone line, +1 555 0100' },
  },
  {
    id: 'rooms',
    name: 'Call rooms (Greenlight)',
    description: 'Where members open and share the rooms of their calls.',
    server: replies.greenlight,
    opens: true,
    parent: 'calls',
    probe: preset('greenlight'),
  },
  {
    id: 'chat',
    name: 'Chat (Matrix)',
    description: 'The rooms of all working groups.',
    server: replies.matrixClient,
    opens: true,
    probe: preset('matrix-client'),
    feed: { feed: 'monitor', component: 'Chat' },
    instead: { name: 'the Signal group' },
  },
  {
    id: 'homeserver',
    name: 'Chat server (Synapse)',
    description: 'The server behind the chat.',
    server: replies.synapse,
    opens: false,
    probe: preset('synapse'),
  },
  {
    id: 'passwords',
    name: 'Passwords (Passbolt)',
    description: 'The shared passwords.',
    server: replies.passbolt,
    opens: true,
    probe: preset('passbolt'),
    instead: { name: 'the sealed envelope in the office' },
    standby: 'passwords-copy',
  },
  {
    id: 'passwords-copy',
    name: 'Passwords, read-only copy',
    description: 'A restored copy for when the other one is away.',
    server: replies.passbolt,
    opens: true,
    probe: preset('passbolt'),
  },
  {
    id: 'pads',
    name: 'Pads (HedgeDoc)',
    description: 'Notes that are written together.',
    server: replies.hedgeDoc,
    opens: true,
    probe: preset('hedgedoc'),
    instead: { name: 'the old pads', service: 'old-pads' },
  },
  {
    id: 'old-pads',
    name: 'Old pads (CodiMD)',
    description: 'Notes from before the move.',
    server: replies.codiMd,
    opens: true,
    probe: preset('codimd'),
  },
  {
    id: 'files',
    name: 'Files (Nextcloud)',
    description: 'Shared folders and calendars.',
    server: replies.nextcloud,
    opens: true,
    probe: preset('nextcloud'),
    feed: { feed: 'hoster', component: 'Storage' },
  },
  {
    id: 'forum',
    name: 'Forum (Discourse)',
    description: 'Long discussions and decisions.',
    server: replies.discourse,
    opens: true,
    parent: 'website',
    probe: preset('discourse'),
  },
  {
    id: 'shortlinks',
    name: 'Shortlinks',
    description: 'Short addresses for what is needed often.',
    server: replies.shortlinks,
    opens: true,
    parent: 'website',
    probe: ({ url }) => ({ type: 'preset', preset: 'shortlinks', url, keyword: 'calls' }),
  },
  {
    id: 'staging',
    name: 'Staging site',
    description: 'The next version of the website.',
    server: replies.staging,
    secure: true,
    opens: true,
    probe: ({ url }) => ({
      type: 'http',
      url,
      expect: [{ on: 'body', contains: '(staging)' }],
      certificate: { trust: 'any' },
    }),
  },
  {
    id: 'code',
    name: 'Code (Forgejo)',
    description: 'Repositories and issues.',
    server: replies.forgejo,
    opens: true,
    probe: ({ url }) => ({
      type: 'http',
      url: `${url}/api/healthz`,
      expect: [
        { on: 'json', path: '$.status', is: 'eq', value: 'pass' },
        { on: 'latency', maxMs: 2000 },
      ],
    }),
  },
  {
    id: 'mail',
    name: 'Mail',
    description: 'The co-op’s mail server.',
    server: 'smtp',
    opens: false,
    probe: ({ port }) => ({ type: 'tcp', host: '127.0.0.1', port }),
  },
  {
    id: 'names',
    name: 'Names (DNS)',
    description: 'Turns the co-op’s names into addresses.',
    server: 'dns',
    opens: false,
    probe: ({ port }) => ({
      type: 'dns',
      name: knownName,
      contains: knownAddress,
      server: `127.0.0.1:${port}`,
    }),
  },
];

/** Retired: shown, never checked, and nothing listens for it. */
export const retired = {
  id: 'vision-board',
  name: 'Vision board',
  description: 'A board of pictures; it ended in 2021.',
  retired: true,
} as const;
