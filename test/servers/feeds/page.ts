/** The answers of a small status page in each format: four components, one in each state, and what explains them. */
import { feedAddresses } from '../../../shared/feeds/addresses.ts';
import type { FeedType } from '../../../shared/feeds/types.ts';

/** A component's state; each format has its own word for it. */
export type ComponentState = 'up' | 'degraded' | 'down' | 'maintenance';

export type PageState = Readonly<{
  /** By name of the component. */
  says: Readonly<Record<string, ComponentState>>;
  /** An open incident that affects the first component that is not up, where the format has incidents. */
  incident?: string;
}>;

type Write = (state: PageState, nowUtcMs: number) => readonly unknown[];

const iso = (atUtcMs: number) => new Date(atUtcMs).toISOString();
/** How Uptime Kuma writes a time: in UTC, without saying so. */
const sql = (atUtcMs: number) => iso(atUtcMs).replace('T', ' ').replace('Z', '');
const hurt = ({ says }: PageState) =>
  Object.entries(says).flatMap(([name, said], index) =>
    said === 'up' ? [] : [{ name, id: index + 1 }],
  );

function rows<T>({ says }: PageState, word: Readonly<Record<ComponentState, T>>) {
  return Object.entries(says).map(([name, said], index) => ({
    id: index + 1,
    name,
    word: word[said],
  }));
}

/** By format: the answer to each of its paths. */
const writers: Readonly<Record<FeedType, Write>> = {
  'uptime-kuma': (state, now) => {
    const monitors = rows(state, { up: 1, degraded: 0, down: 0, maintenance: 3 });
    const beats = (status: number) =>
      [120_000, 60_000, 0].map((agoMs) => ({
        status,
        time: sql(now - agoMs),
        msg: '',
        ping: null,
      }));
    const incidents = state.incident
      ? [
          {
            id: 1,
            style: 'warning',
            title: state.incident,
            content: '',
            active: true,
            createdDate: sql(now),
          },
        ]
      : [];
    const monitorList = monitors.map(({ id, name }) => ({ id, name, sendUrl: 0, type: 'http' }));
    return [
      {
        config: { slug: 'default', title: 'Services', published: true },
        incidents,
        publicGroupList: [{ id: 1, name: 'Services', weight: 1, monitorList }],
        maintenanceList: [],
      },
      {
        heartbeatList: Object.fromEntries(monitors.map(({ id, word }) => [id, beats(word)])),
        uptimeList: {},
      },
    ];
  },
  gatus: (state, now) => [
    rows(state, { up: true, degraded: false, down: false, maintenance: false }).map(
      ({ name, word }) => ({
        name,
        key: `_${name.toLowerCase()}`,
        results: [
          { success: word, timestamp: iso(now - 60_000) },
          { success: word, timestamp: iso(now) },
        ],
      }),
    ),
  ],
  statuspage: (state, now) => {
    const [first] = hurt(state);
    const incident = {
      id: 'i1',
      name: state.incident,
      status: 'investigating',
      impact: 'minor',
      started_at: iso(now),
      incident_updates: [{ status: 'investigating', body: 'We are looking.' }],
      components: first ? [{ id: first.id }] : [],
    };
    return [
      {
        page: { id: 'p', name: 'Hoster', updated_at: iso(now) },
        status: { indicator: 'none', description: '' },
        components: rows(state, {
          up: 'operational',
          degraded: 'partial_outage',
          down: 'major_outage',
          maintenance: 'under_maintenance',
        }).map(({ id, name, word }) => ({ id, name, status: word, group: false })),
        incidents: state.incident ? [incident] : [],
        scheduled_maintenances: [],
      },
    ];
  },
  cstate: (state, now) => {
    const go = `${sql(now)} +0000 UTC`;
    const issue = {
      title: state.incident,
      createdAt: go,
      permalink: '/issues/1/',
      severity: 'disrupted',
      resolved: false,
      affected: hurt(state).map(({ name }) => name),
    };
    return [
      {
        is: 'index',
        apiVersion: '2.0',
        summaryStatus: 'ok',
        pinnedIssues: [],
        systems: rows(state, {
          up: 'ok',
          degraded: 'disrupted',
          down: 'down',
          maintenance: 'disrupted',
        }).map(({ name, word }) => ({
          name,
          status: word,
          unresolvedIssues: state.incident && word !== 'ok' ? [issue] : [],
        })),
      },
    ];
  },
  upptime: (state) => [
    rows(state, { up: 'up', degraded: 'degraded', down: 'down', maintenance: 'down' }).map(
      ({ name, word }) => ({ name, slug: name.toLowerCase(), status: word, uptime: '99.9%' }),
    ),
  ],
  'better-stack': (state, now) => {
    const affected = hurt(state).map(({ id }) => ({ status_page_resource_id: String(id) }));
    const report = {
      id: '71',
      type: 'status_report',
      attributes: {
        title: state.incident,
        report_type: 'manual',
        starts_at: iso(now),
        ends_at: null,
        affected_resources: affected,
        aggregate_state: 'degraded',
      },
    };
    return [
      {
        data: { id: '1', type: 'status_page', attributes: { aggregate_state: 'operational' } },
        included: [
          ...rows(state, {
            up: 'operational',
            degraded: 'degraded',
            down: 'downtime',
            maintenance: 'maintenance',
          }).map(({ id, name, word }) => ({
            id: String(id),
            type: 'status_page_resource',
            attributes: { public_name: name, status: word },
          })),
          ...(state.incident ? [report] : []),
        ],
      },
    ];
  },
  cachet: (state) => [
    {
      meta: { pagination: { total: 4, total_pages: 1, current_page: 1 } },
      data: rows(state, { up: 1, degraded: 2, down: 4, maintenance: 3 }).map(
        ({ id, name, word }) => ({ id, name, status: word, enabled: true }),
      ),
    },
  ],
  alertmanager: (state, now) => {
    const alert = (alertname: string, labels: object, state = 'active') => ({
      labels: { alertname, ...labels },
      annotations: {},
      startsAt: iso(now - 60_000),
      endsAt: iso(now + 240_000),
      fingerprint: `${alertname} ${JSON.stringify(labels)}`,
      status: { state, silencedBy: state === 'suppressed' ? ['s'] : [], inhibitedBy: [] },
    });
    const severity = { up: '', degraded: 'warning', down: 'critical', maintenance: 'critical' };
    return [
      [
        alert('Watchdog', { severity: 'none' }),
        ...Object.entries(state.says)
          .filter(([, said]) => said !== 'up')
          .map(([service, said]) =>
            alert(
              state.incident ?? 'Trouble',
              { service, severity: severity[said] },
              said === 'maintenance' ? 'suppressed' : 'active',
            ),
          ),
      ],
    ];
  },
};

/** What Upptime stores about each site besides its summary. */
function histories({ says }: PageState, nowUtcMs: number): [string, string][] {
  return Object.entries(says).map(([name, said]) => [
    `/history/${name.toLowerCase()}.yml`,
    `url: https://${name}.example\nstatus: ${said}\ncode: 200\nlastUpdated: ${iso(nowUtcMs - 3_600_000)}\n`,
  ]);
}

/** The body for each path that the app requests of such a page. */
export function pageBodies(
  type: FeedType,
  state: PageState,
  nowUtcMs: number,
): ReadonlyMap<string, string> {
  const paths = feedAddresses({ type, url: '', slug: 'default' });
  const bodies = writers[type](state, nowUtcMs);
  return new Map([
    ...(type === 'upptime' ? histories(state, nowUtcMs) : []),
    ...paths.map((path, index): [string, string] => [path, JSON.stringify(bodies[index])]),
  ]);
}
