/**
 * A name with what is only seen of it otherwise, such as a state, for an `aria-label`: hidden words beside the others
 * would be joined to them with a blank before the comma, and spelled out like that in braille.
 */
export function saidTogether(...parts: readonly (string | undefined)[]): string {
  return parts.filter((one) => one !== undefined).join(', ');
}
