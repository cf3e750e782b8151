/** A document without findings, and changes to it that people make. */

export const http = (host: string, more: object = {}) => ({
  type: 'http',
  url: `https://${host}`,
  ...more,
});
export const site = { id: 'site', name: 'Site', probe: http('www.example.coop') };
export const well = {
  version: 1,
  name: 'Co-op',
  url: 'https://example.coop',
  witnesses: [
    { url: 'http://detectportal.firefox.com/success.txt', contains: 'success' },
    { host: '9.9.9.9', port: 53 },
  ],
  services: [site],
};
export type Document = Readonly<Record<string, unknown>>;
export const whole = (more: object): Document => ({ ...well, ...more });
export const service = (more: object): Document =>
  whole({ services: [site, { id: 'x', name: 'X', probe: http('x.example.coop'), ...more }] });
export const probe = (one: object) => service({ probe: one });
export const expecting = (one: object, more: object = {}) =>
  probe(http('x.example.coop', { expect: [one], ...more }));

/** The change, the resulting document, and the findings: paths and codes. */
export type Case = readonly [what: string, document: Document, found: readonly string[]];
