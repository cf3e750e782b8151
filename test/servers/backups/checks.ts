/**
 * Checks as in healthchecks.io (hc/api/models.py): a success ping makes a check “up”, a failure ping “down”; when the
 * next ping is overdue it is in “grace”, and after that “down”.
 */

export type CheckPlan = Readonly<{
  name: string;
  /** How often a ping is expected, and the grace time, in seconds. */
  timeoutS: number;
  graceS: number;
  tags?: string;
}>;

export type Checks = Readonly<{
  ping: (name: string, how?: 'success' | 'fail') => void;
  pause: (name: string) => void;
  /** The answer of `GET /api/v3/checks/` to a read-only key. */
  list: () => Readonly<{ checks: readonly object[] }>;
}>;

type Check = {
  readonly plan: CheckPlan;
  status: 'new' | 'up' | 'down' | 'paused';
  pings: number;
  pingedUtcMs?: number;
};

export function createChecks(plans: readonly CheckPlan[], nowUtcMs: () => number): Checks {
  const checks = new Map(
    plans.map((plan): [string, Check] => [plan.name, { plan, status: 'new', pings: 0 }]),
  );
  const named = (name: string): Check => {
    const check = checks.get(name);
    if (!check) throw new Error(`there is no check “${name}”`);
    return check;
  };
  return {
    ping: (name, how = 'success') => {
      const check = named(name);
      check.pings += 1;
      check.pingedUtcMs = nowUtcMs();
      check.status = how === 'fail' ? 'down' : 'up';
    },
    pause: (name) => {
      named(name).status = 'paused';
    },
    list: () => ({ checks: [...checks.values()].map((one) => told(one, nowUtcMs())) }),
  };
}

function told({ plan, status, pings, pingedUtcMs }: Check, nowUtcMs: number): object {
  const { name, timeoutS, graceS, tags = '' } = plan;
  const dueUtcMs = status === 'up' ? (pingedUtcMs ?? 0) + timeoutS * 1000 : undefined;
  const slug = name.toLowerCase().replace(/\W+/g, '-');
  return {
    name,
    slug,
    tags,
    desc: '',
    grace: graceS,
    n_pings: pings,
    status: dueUtcMs === undefined ? status : statusAt(dueUtcMs, graceS, nowUtcMs),
    started: false,
    last_ping: written(pingedUtcMs),
    next_ping: written(dueUtcMs),
    manual_resume: false,
    methods: '',
    subject: '',
    subject_fail: '',
    timeout: timeoutS,
    unique_key: Buffer.from(name).toString('hex').padEnd(40, '0').slice(0, 40),
  };
}

function statusAt(dueUtcMs: number, graceS: number, nowUtcMs: number): string {
  if (nowUtcMs >= dueUtcMs + graceS * 1000) return 'down';
  return nowUtcMs >= dueUtcMs ? 'grace' : 'up';
}

/** Python's ISO 8601: whole seconds, and an offset instead of Z. */
function written(atUtcMs: number | undefined): string | null {
  if (atUtcMs === undefined) return null;
  return new Date(atUtcMs).toISOString().replace(/\.\d{3}Z$/, '+00:00');
}
