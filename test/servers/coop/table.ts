/** The services of the stand-in co-op. The document is made from this table, so the two cannot drift. */
import { routes } from './replies.ts';
import type { Routes } from './replies.ts';

export type Row = Readonly<{
  id: string;
  name: string;
  description: string;
  /** What answers; undefined for a service that is not HTTP. */
  routes?: Routes;
  secure?: boolean;
  probe: (url: string, port: number) => object;
  instead?: (url: string) => Readonly<{ name: string; url: string }>;
}>;

const preset = (name: string) => (url: string) => ({ type: 'preset', preset: name, url });

export const table: readonly Row[] = [
  {
    id: 'website',
    name: 'Website',
    description: 'The co-op’s public site.',
    routes: routes.website,
    probe: (url) => ({
      type: 'http',
      url,
      expect: [
        { on: 'body', contains: 'Maple Street' },
        { on: 'body', lacks: 'Error establishing' },
      ],
    }),
  },
  {
    id: 'calls',
    name: 'Calls (BigBlueButton)',
    description: 'Video calls and the weekly meeting.',
    routes: routes.bbb,
    probe: preset('bbb-api'),
    instead: (url) => ({ name: 'the phone bridge', url }),
  },
  {
    id: 'rooms',
    name: 'Call rooms (Greenlight)',
    description: 'Where the rooms of the calls are made.',
    routes: routes.greenlight,
    probe: preset('greenlight'),
  },
  {
    id: 'chat',
    name: 'Chat (Matrix)',
    description: 'The rooms of all working groups.',
    routes: routes.matrixClient,
    probe: preset('matrix-client'),
    instead: (url) => ({ name: 'the Signal group', url }),
  },
  {
    id: 'homeserver',
    name: 'Chat server (Synapse)',
    description: 'The server behind the chat.',
    routes: routes.synapse,
    probe: preset('synapse'),
  },
  {
    id: 'passwords',
    name: 'Passwords (Passbolt)',
    description: 'The shared passwords.',
    routes: routes.passbolt,
    probe: preset('passbolt'),
    instead: (url) => ({ name: 'the read-only copy', url }),
  },
  {
    id: 'passwords-copy',
    name: 'Passwords, read-only copy',
    description: 'A restored copy for when the other is away.',
    routes: routes.passbolt,
    probe: preset('passbolt'),
  },
  {
    id: 'pads',
    name: 'Pads (HedgeDoc)',
    description: 'Notes that are written together.',
    routes: routes.hedgedoc,
    probe: preset('hedgedoc'),
  },
  {
    id: 'old-pads',
    name: 'Old pads (CodiMD)',
    description: 'Notes from before the move.',
    routes: routes.codimd,
    probe: preset('codimd'),
  },
  {
    id: 'files',
    name: 'Files (Nextcloud)',
    description: 'Shared folders and calendars.',
    routes: routes.nextcloud,
    probe: preset('nextcloud'),
  },
  {
    id: 'forum',
    name: 'Forum (Discourse)',
    description: 'Long discussions and decisions.',
    routes: routes.discourse,
    probe: preset('discourse'),
  },
  {
    id: 'shortlinks',
    name: 'Shortlinks',
    description: 'Short addresses for what is needed often.',
    routes: routes.shortlinks,
    probe: (url) => ({ type: 'preset', preset: 'shortlinks', url, keyword: 'calls' }),
  },
  {
    id: 'staging',
    name: 'Staging site',
    description: 'The next version of the website.',
    routes: routes.staging,
    secure: true,
    probe: (url) => ({ type: 'http', url, certificate: { trust: 'any' } }),
  },
  {
    id: 'code',
    name: 'Code (Forgejo)',
    description: 'Repositories and issues.',
    routes: routes.forge,
    probe: (url) => ({
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
    probe: (_url, port) => ({ type: 'tcp', host: '127.0.0.1', port }),
  },
];

export const retired = {
  id: 'vision-board',
  name: 'Vision board',
  description: 'A board of pictures; it ended in 2021.',
  retired: true,
};
