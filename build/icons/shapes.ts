/** The icons as SVG. Each state has its own shape; colour is redundant. */
import type { OverallState } from '../../shared/status/summary.ts';

type Shape = Readonly<{ colour: string; outline: string; sign: string }>;

/** On a 24 x 24 grid. `sign` is white, or cut out where there is only one colour. */
const shapes: Readonly<Record<OverallState, Shape>> = {
  up: {
    colour: '#1a7f4b',
    outline: '<circle cx="12" cy="12" r="10.5"/>',
    sign: '<path d="M6.8 12.4l3.6 3.6 6.8-7.6" fill="none" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/>',
  },
  degraded: {
    colour: '#b35c00',
    outline:
      '<path d="M12 1.6a1.8 1.8 0 0 1 1.6.9l9.2 16.4a1.8 1.8 0 0 1-1.6 2.7H2.8a1.8 1.8 0 0 1-1.6-2.7L10.4 2.5a1.8 1.8 0 0 1 1.6-.9z"/>',
    sign: '<path d="M12 8.2v6" fill="none" stroke-width="2.6" stroke-linecap="round"/><circle cx="12" cy="17.9" r="1.5" stroke="none"/>',
  },
  down: {
    colour: '#c4262e',
    outline: '<path d="M7.7 1.5h8.6l6.2 6.2v8.6l-6.2 6.2H7.7l-6.2-6.2V7.7z"/>',
    sign: '<path d="M8 8l8 8M16 8l-8 8" fill="none" stroke-width="2.8" stroke-linecap="round"/>',
  },
  maintenance: {
    colour: '#2f5fb3',
    outline: '<rect x="1.5" y="1.5" width="21" height="21" rx="5"/>',
    sign: '<path d="M16.9 6.3a4.2 4.2 0 0 0-5.5 5.3l-5.3 5.3a1.5 1.5 0 0 0 2.1 2.1l5.3-5.3a4.2 4.2 0 0 0 5.3-5.5l-2.5 2.5-2-.6-.5-1.9z" stroke="none"/>',
  },
  unknown: {
    colour: '#6b7075',
    outline: '<path d="M12 1.5L22.5 12 12 22.5 1.5 12z"/>',
    sign: '<path d="M9.6 9.7a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.2.9-1.2 1.7" fill="none" stroke-width="2.1" stroke-linecap="round"/><circle cx="12" cy="16.6" r="1.35" stroke="none"/>',
  },
};

const frame = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24">${inside}</svg>`;

/** Coloured icon, legible on light and dark panels. */
export function stateSvg(state: OverallState): string {
  const { colour, outline, sign } = shapes[state];
  return frame(`<g fill="${colour}">${outline}</g><g fill="#fff" stroke="#fff">${sign}</g>`);
}

/** Template image, which macOS colours: black for the shape, transparent for the sign. */
export function templateSvg(state: OverallState): string {
  const { outline, sign } = shapes[state];
  return frame(
    `<mask id="m"><rect width="24" height="24" fill="#fff"/><g fill="#000" stroke="#000">${sign}</g></mask>` +
      `<g fill="#000" mask="url(#m)">${outline}</g>`,
  );
}

/** The app icon: a tray that holds three equal members. */
export const appSvg = frame(
  '<rect x="1" y="1" width="22" height="22" rx="6" fill="#1f6f5c"/>' +
    '<g fill="#fff"><circle cx="7.4" cy="9" r="2.2"/><circle cx="12" cy="9" r="2.2"/><circle cx="16.6" cy="9" r="2.2"/></g>' +
    '<path d="M5 13.5v3.2a1.8 1.8 0 0 0 1.8 1.8h10.4a1.8 1.8 0 0 0 1.8-1.8v-3.2" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round"/>',
);
