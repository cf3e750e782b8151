import type { Tone } from './tone.ts';
import styles from './Icon.module.css';

export type IconLook = Readonly<{
  /** In a view box of 20 by 20. */
  path: string;
  tone: Tone;
  strokeWidth: number;
}>;

/** Shapes that several icons share. Each state has its own, so that none depends on colour alone. */
export const shapes = {
  tick: 'M4 10.5l4 4 8-9',
  cross: 'M5 5l10 10M15 5L5 15',
  exclamation: 'M10 4v7.5M10 15.4v.1',
  question: 'M7.4 7.6a2.7 2.7 0 1 1 3.9 2.4c-.9.5-1.3 1-1.3 2M10 15.4v.1',
  wrench: 'M14.6 5.2a4 4 0 0 0-5.2 5l-4.6 4.6 1.6 1.6 4.6-4.6a4 4 0 0 0 5-5.2l-2.3 2.3-1.4-1.4z',
  dash: 'M5 10h10',
} as const;

type Props = Readonly<{ look: IconLook; 'data-verdict'?: string }>;

/** Decorative: the text beside it says the same. */
export function Icon({ look: { path, tone, strokeWidth }, ...data }: Props) {
  return (
    <svg
      {...data}
      className={styles.icon}
      data-tone={tone}
      viewBox="0 0 20 20"
      strokeWidth={strokeWidth}
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}
