/** Notifications when a failure has an explanation: a host, maintenance, a status page. Each test is one situation. */
import { describe, expect, test } from 'vitest';
import { down, hour, lost, minute, refused, setStage, up, usual } from './stage.ts';

describe('a host', () => {
  const family = {
    names: { host: 'Host', calls: 'Calls', pads: 'Pads', site: 'Site' },
    services: { calls: { parent: 'host' }, pads: { parent: 'host' }, site: { parent: 'host' } },
  };

  test('goes down with all that stands on it, and comes back: one notification each', async () => {
    const { pass, take, told } = await setStage(family);
    take(down, 'host', 'calls', 'pads', 'site');
    await pass(5 * minute);
    take(up, 'host', 'calls', 'pads', 'site');
    await pass(5 * minute);
    expect(told()).toEqual([
      `Host is down, affecting 3 other services / ${refused}; Also affected: Calls, Pads, Site.`,
      'Host is up again, and so are 3 other services / It’s working again.; Also affected: Calls, Pads, Site.',
    ]);
  });

  test('comes back without one that stands on it: that is told on its own', async () => {
    const { pass, take, told } = await setStage(family);
    take(down, 'host', 'calls', 'pads', 'site');
    await pass(5 * minute);
    take(up, 'host', 'calls', 'pads');
    await pass(10 * minute);
    expect(told().slice(1)).toEqual([
      'Host is up again, and so are 2 other services / It’s working again.; Also affected: Calls, Pads.',
      `Site is down / ${refused}`,
    ]);
  });

  test('stays up while one that stands on it fails: that is told, the host is not', async () => {
    const { pass, take, told } = await setStage(family);
    take(down, 'pads');
    await pass(5 * minute);
    expect(told()).toEqual([`Pads is down / ${refused}`]);
  });
});

describe('planned maintenance', () => {
  const planned = (more: object = {}) => ({
    document: {
      maintenance: [
        {
          title: 'New disks',
          services: ['calls'],
          startsAt: '2026-11-24T10:30:00-05:00',
          endsAt: '2026-11-24T11:30:00-05:00',
          ...more,
        },
      ],
    },
  });

  test('a service that goes down and comes back within it: nothing', async () => {
    const { passTo, take, told, view } = await setStage(planned());
    await passTo('2026-11-24T10:40:00-05:00');
    take(down, 'calls');
    await passTo('2026-11-24T11:00:00-05:00');
    expect(view('calls')?.verdict).toBe('maintenance');
    take(up, 'calls');
    await passTo('2026-11-24T13:00:00-05:00');
    expect([view('calls')?.verdict, told()]).toEqual(['up', []]);
  });

  test('a service that is still down at its end: told then', async () => {
    const { passTo, take, told } = await setStage(planned());
    await passTo('2026-11-24T10:40:00-05:00');
    take(down, 'calls');
    await passTo('2026-11-24T11:29:00-05:00');
    expect(told()).toEqual([]);
    await passTo('2026-11-24T11:32:00-05:00');
    expect(told()).toEqual([`Calls is down / ${refused}`]);
  });

  test('another service that fails meanwhile: told at once', async () => {
    const { passTo, take, told } = await setStage(planned());
    await passTo('2026-11-24T10:40:00-05:00');
    take(down, 'calls', 'pads');
    await passTo('2026-11-24T11:00:00-05:00');
    expect(told()).toEqual([`Pads is down / ${refused}`]);
  });

  test('one that comes again every week, in the week that summer time ends: the same hour', async () => {
    const { passTo, take, told } = await setStage({
      at: '2026-11-02T09:30:00-05:00',
      document: {
        maintenance: [
          { title: 'Updates', cron: '0 10 * * MON', timeZone: 'America/Toronto', durationMin: 60 },
        ],
      },
    });
    await passTo('2026-11-02T10:05:00-05:00');
    take(down, 'calls');
    await passTo('2026-11-02T10:50:00-05:00');
    take(up, 'calls');
    await passTo('2026-11-02T12:00:00-05:00');
    expect(told()).toEqual([]);
  });
});

describe('a status page', () => {
  const address = 'https://status.example/api/v2/summary.json';
  const page = (status: string, more: object = {}) => ({
    page: { id: 'p', name: 'Hoster', url: 'https://status.example' },
    status: { indicator: 'none', description: '' },
    components: [{ id: 'c', name: 'Calls', status, group: false }],
    incidents: [],
    scheduled_maintenances: [],
    ...more,
  });
  const read = (first: unknown, service: object = {}) => ({
    pages: { [address]: first },
    document: {
      feeds: [
        {
          id: 'page',
          name: 'Hoster',
          type: 'statuspage',
          url: 'https://status.example',
          intervalS: 60,
        },
      ],
    },
    services: { calls: { feed: { feed: 'page', component: 'Calls' }, ...service } },
  });

  test('says that all is well while the service cannot be reached: down is told, and the page shows both', async () => {
    const { pass, take, told, view } = await setStage(read(page('operational')));
    take(down, 'calls');
    await pass(10 * minute);
    expect(told()).toEqual([`Calls is down / ${refused}`]);
    expect(view('calls')?.feed?.disagreement).toBe('says-up');
  });

  test('tells of trouble while the service answers: nothing, but the page shows it', async () => {
    const { pass, told, view, setPage } = await setStage(read(page('operational')));
    setPage(address, page('major_outage'));
    await pass(10 * minute);
    expect([view('calls')?.verdict, told()]).toEqual(['up', []]);
    expect(view('calls')?.feed?.disagreement).toBe('says-trouble');
  });

  test('is all there is, and says that the service is down, then up', async () => {
    const { pass, told, setPage } = await setStage(read(page('operational'), { probe: undefined }));
    setPage(address, page('major_outage'));
    await pass(5 * minute);
    setPage(address, page('operational'));
    await pass(5 * minute);
    expect(told()).toEqual([
      'Calls is down / Hoster says it’s down.',
      'Calls is up again / It’s working again.',
    ]);
  });

  test('is all there is, and cannot be read any more: unknown, and nothing is told', async () => {
    const { pass, told, view, setPage } = await setStage(
      read(page('operational'), { probe: undefined }),
    );
    setPage(address, undefined);
    await pass(hour);
    expect([view('calls')?.verdict, told()]).toEqual(['unknown', []]);
  });

  test('plans work that is under way: maintenance, and nothing is told', async () => {
    const { pass, take, told, view, setPage } = await setStage(read(page('operational')));
    setPage(
      address,
      page('under_maintenance', {
        scheduled_maintenances: [
          {
            id: 'm',
            name: 'Database upgrade',
            status: 'in_progress',
            scheduled_for: '2026-11-24T15:00:00Z',
            scheduled_until: '2026-11-24T17:00:00Z',
            incident_updates: [],
            components: [{ id: 'c', name: 'Calls' }],
          },
        ],
      }),
    );
    await pass(2 * minute);
    take(down, 'calls');
    await pass(10 * minute);
    expect([view('calls')?.verdict, told()]).toEqual(['maintenance', []]);
  });

  test('cannot be read because the network is gone: offline, and nothing is told', async () => {
    const { pass, told, view, setNetwork, setPage } = await setStage(read(page('operational')));
    setNetwork('silent', lost);
    setPage(address, undefined);
    await pass(10 * minute);
    expect([view('calls')?.reason?.code, told()]).toEqual(['offline', []]);
    setNetwork('answered');
    setPage(address, page('operational'));
    await pass(10 * minute);
    expect([view('calls')?.verdict, told(), Object.keys(usual)]).toEqual([
      'up',
      [],
      ['calls', 'pads', 'chat', 'mail'],
    ]);
  });
});
