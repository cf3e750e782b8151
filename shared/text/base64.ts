/** Base64 of addresses, without what browsers and Node have for it. Pure. */
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** What a digit stands for, in either of the two alphabets; -1 for anything else. */
export function base64Value(sign: string): number {
  return digits.indexOf({ '-': '+', _: '/' }[sign] ?? sign);
}

/** Printable ASCII without blanks; empty for anything else. With either of the two alphabets. */
export function asciiFromBase64(text: string): string {
  let bits = 0;
  let count = 0;
  let plain = '';
  for (const sign of text.replace(/=+$/, '')) {
    const digit = base64Value(sign);
    if (digit === -1) return '';
    bits = ((bits << 6) | digit) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    const code = (bits >> count) & 0xff;
    if (code < 0x21 || code > 0x7e) return '';
    plain += String.fromCharCode(code);
  }
  return plain;
}
