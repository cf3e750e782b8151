import type { Quality } from '../../../shared/echo/verdict-view.ts';
import type { IconLook } from '../../components/Icon.tsx';
import { Icon, shapes } from '../../components/Icon.tsx';

const twoTicks = 'M2 11l3.5 3.5 6-8M9.5 13l1.5 1.5 7-8';
const warningSign = 'M3.5 15.5L10 4.5l6.5 11zM10 9v2.6M10 13.6v.1';

const looks: Readonly<Record<Quality | 'unknown', IconLook>> = {
  excellent: { path: twoTicks, tone: 'good', strokeWidth: 2.2 },
  good: { path: shapes.tick, tone: 'good', strokeWidth: 2.2 },
  fair: { path: shapes.exclamation, tone: 'minor', strokeWidth: 2.2 },
  poor: { path: warningSign, tone: 'bad', strokeWidth: 1.8 },
  failed: { path: shapes.cross, tone: 'bad', strokeWidth: 2.2 },
  unknown: { path: shapes.question, tone: 'unknown', strokeWidth: 2.2 },
};

export function lookOf(quality: Quality | undefined): IconLook {
  return looks[quality ?? 'unknown'];
}

export function QualityIcon({ quality }: Readonly<{ quality: Quality | undefined }>) {
  return <Icon look={lookOf(quality)} />;
}
