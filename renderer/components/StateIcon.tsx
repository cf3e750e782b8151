import type { Verdict } from '../../shared/observation/observation.ts';
import type { IconLook } from './Icon.tsx';
import { Icon, shapes } from './Icon.tsx';

const padlock = 'M6.5 9.5h7v6h-7zM8 9.5V7a2 2 0 1 1 4 0v2.5';

export const stateLooks: Readonly<Record<Verdict, IconLook>> = {
  up: { path: shapes.tick, tone: 'good', strokeWidth: 2.4 },
  degraded: { path: shapes.exclamation, tone: 'minor', strokeWidth: 2.4 },
  down: { path: shapes.cross, tone: 'bad', strokeWidth: 2.4 },
  maintenance: { path: shapes.wrench, tone: 'planned', strokeWidth: 1.6 },
  unknown: { path: shapes.question, tone: 'unknown', strokeWidth: 2.4 },
  'no-access': { path: padlock, tone: 'unknown', strokeWidth: 1.8 },
  retired: { path: shapes.dash, tone: 'unknown', strokeWidth: 2.4 },
};

export function StateIcon({ verdict }: Readonly<{ verdict: Verdict }>) {
  return <Icon look={stateLooks[verdict]} data-verdict={verdict} />;
}
