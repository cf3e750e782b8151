/** The page's colours, as WCAG 2.2 wants them: text 4.5 to 1 (1.4.3), borders of controls 3 to 1 (1.4.11). */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync('renderer/styles/tokens.css', 'utf8');
const [usual = '', stronger = ''] = css.split('@media (prefers-contrast: more)');

const states = ['up', 'degraded', 'down', 'maintenance', 'unknown'];
const onSurfaces = (name: string, ...more: string[]) =>
  ['page', 'panel', 'rail', ...more].map((surface) => [name, surface] as const);
const texts = [
  ...['text', 'quiet'].flatMap((name) =>
    onSurfaces(name, 'tint', ...states.map((state) => `${state}-soft`)),
  ),
  ...['placeholder', 'accent', 'accent-hover'].flatMap((name) => onSurfaces(name, 'tint')),
  ...states.flatMap((state) => onSurfaces(state, `${state}-soft`)),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-down', 'down'],
] as const;

/** Relative luminance of `#rrggbb`, from 0 to 1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

type Pairs = readonly (readonly [string, string])[];

/** The pairs of a theme that have less contrast than they should. */
function tooWeak(theme: 0 | 1, rules: string, pairs: Pairs, least: number) {
  return pairs
    .map(([front, back]) => ({
      pair: `${front} on ${back}`,
      is: contrast(colourOf(front, rules)[theme], colourOf(back, rules)[theme]),
    }))
    .filter(({ is }) => is < least);
}

/** In light and in dark, by the last rule that gives it. */
function colourOf(name: string, rules: string): readonly [string, string] {
  const found = [...rules.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);/g)];
  const [, , light, dark] = found.findLast(([, one]) => one === name) ?? [];
  if (light === undefined || dark === undefined) throw new Error(`no colour --${name}`);
  return [light, dark];
}

test.each([
  ['light', 0, usual],
  ['dark', 1, usual],
  ['light with more contrast', 0, usual + stronger],
  ['dark with more contrast', 1, usual + stronger],
] as const)('text and borders can be told from what they stand on, %s', (_what, theme, rules) => {
  expect(tooWeak(theme, rules, texts, 4.5)).toEqual([]);
  expect(tooWeak(theme, rules, onSurfaces('control'), 3)).toEqual([]);
});
