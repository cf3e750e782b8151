/** The XML of bbb-web's answers. A refusal has status 200 and says FAILED. */
import type { Reply } from '../http.ts';

export type Fields = Readonly<{
  [name: string]: string | number | boolean | Fields | readonly Fields[];
}>;

export function success(fields: Fields): Reply {
  return xml({ returncode: 'SUCCESS', ...fields });
}

export function failed(messageKey: string, message: string): Reply {
  return xml({ returncode: 'FAILED', messageKey, message });
}

export function json(body: object): Reply {
  return {
    headers: { 'content-type': 'application/json;charset=UTF-8' },
    body: JSON.stringify(body),
  };
}

function xml(fields: Fields): Reply {
  return {
    headers: { 'content-type': 'text/xml;charset=utf-8' },
    body: `<response>${elements(fields)}</response>`,
  };
}

function elements(fields: Fields): string {
  return Object.entries(fields)
    .flatMap(([name, value]) => (isList(value) ? value : [value]).map((one) => element(name, one)))
    .join('');
}

function isList(value: Fields[string]): value is readonly Fields[] {
  return Array.isArray(value);
}

function element(name: string, value: string | number | boolean | Fields): string {
  const inside = typeof value === 'object' ? elements(value) : escaped(String(value));
  return `<${name}>${inside}</${name}>`;
}

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
