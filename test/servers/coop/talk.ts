/**
 * The stand-in co-op's channels: a Matrix server and a GitHub, both stand-ins, and the document's sections about them.
 */
import type { StandInGithub } from '../github/index.ts';
import { owner, repo, startGithub } from '../github/index.ts';
import type { MatrixStandIn } from '../matrix/index.ts';
import { startMatrix } from '../matrix/index.ts';
import type { DocumentInput } from '../../../shared/coop/document.ts';

/** Sections of the document that name rooms and repositories. */
export type TalkPlaces = Pick<DocumentInput, 'matrix' | 'github' | 'feedback'>;

export type Talk = Readonly<{
  places: TalkPlaces;
  matrix: MatrixStandIn;
  github: StandInGithub;
  member: Readonly<{ name: string; userId: string; password: string }>;
  /** Token of the co-op's staff, for requests outside the app. */
  staffToken: string;
  /** Room where beta testers write. */
  betaRoom: string;
  /** Read-only for members. */
  announcements: string;
  /** Room in which members share acknowledgements. */
  acknowledgements: string;
  stop: () => Promise<void>;
}>;

const member = {
  name: 'ada',
  userId: '@ada:localhost',
  password: 'correct horse battery staple',
} as const;

/** `outside`: the member has not joined the announcement room yet. */
export async function startTalk({ outside = false } = {}): Promise<Talk> {
  const [matrix, github] = await Promise.all([startMatrix(), startGithub()]);
  const memberToken = await matrix.register(member.name, member.password);
  const staffToken = await matrix.register('sam', 'a password of staff');
  const ask = async (token: string, path: string, body: object): Promise<string> => {
    const answer = await fetch(`${matrix.url}/_matrix/client/v3/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    return ((await answer.json()) as { room_id: string }).room_id;
  };
  const room = async (alias: string, eventsDefault: number, joins: boolean): Promise<string> => {
    const levels = { power_level_content_override: { events_default: eventsDefault } };
    const id = await ask(staffToken, 'createRoom', {
      preset: 'public_chat',
      room_alias_name: alias,
      ...levels,
    });
    return joins ? ask(memberToken, `join/${encodeURIComponent(id)}`, {}) : id;
  };
  const [betaRoom, announcements, acknowledgements] = [
    await room('beta', 0, true),
    await room('news', 50, !outside),
    await room('servers', 0, true),
  ];
  return {
    places: placesOf(matrix.url, github.url),
    matrix,
    github,
    member,
    staffToken,
    betaRoom,
    announcements,
    acknowledgements,
    stop: async () => {
      await Promise.all([matrix.close(), github.stop()]);
    },
  };
}

function placesOf(matrix: string, github: string): TalkPlaces {
  const betaRoom = '#beta:localhost';
  return {
    matrix: {
      homeserver: matrix,
      announcements: '#news:localhost',
      acknowledgements: '#servers:localhost',
      rooms: [
        { room: betaRoom, name: 'Beta' },
        { room: '#servers:localhost', name: 'Servers' },
      ],
    },
    github: { clientId: 'coop-tray-stand-in', url: github, apiUrl: github },
    feedback: {
      destinations: [
        {
          id: 'beta-room',
          via: 'matrix',
          name: 'Beta room',
          readers: 'everybody who tries things out',
          room: betaRoom,
        },
        {
          id: 'private-room',
          via: 'matrix',
          name: 'You and Sam',
          readers: 'you and Sam, who looks after the servers',
          room: { with: ['@sam:localhost'] },
        },
        {
          id: 'issues',
          via: 'github',
          name: 'Issues on GitHub',
          repository: `${owner}/${repo}`,
          public: true,
          labels: ['feedback'],
        },
      ],
      staging: [{ id: 'staging-site', name: 'Staging site' }],
    },
  };
}
