/** Services with a built-in health check. */
export const presetNames = [
  'matrix-client',
  'synapse',
  'bbb-api',
  'greenlight',
  'passbolt',
  'hedgedoc',
  'codimd',
  'nextcloud',
  'discourse',
  'shortlinks',
] as const;
export type PresetName = (typeof presetNames)[number];
