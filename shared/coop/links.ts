/** Resolves links for the window, which refers to places in the document and never has a URL. Pure. */
import * as v from 'valibot';
import type { Contact } from './emergency.ts';
import { digitsOf } from './emergency.ts';
import type { CoopDocument } from './parse.ts';
import { Id, ServiceReference } from './parts.ts';

export const LinkSchema = v.union([
  v.object({ serviceId: ServiceReference, which: v.picklist(['page', 'instead', 'standby']) }),
  /** A contact on the emergency card, by index. */
  v.object({
    contact: v.pipe(v.number(), v.integer(), v.minValue(0)),
    which: v.picklist(['phone', 'email', 'page']),
  }),
  v.object({ roomId: Id, which: v.picklist(['page', 'phone']) }),
]);
export type Link = v.InferOutput<typeof LinkSchema>;

/** What a member may copy: a number or an address as the card shows it, or those of a room. */
export const CopySchema = v.union([
  v.object({
    contact: v.pipe(v.number(), v.integer(), v.minValue(0)),
    which: v.picklist(['phone', 'email']),
  }),
  v.object({ roomId: Id, which: v.picklist(['page', 'phone', 'pin']) }),
]);
export type Copy = v.InferOutput<typeof CopySchema>;

/** Undefined if the document has no such link. Its schema has validated all URLs. */
export function addressOf(document: CoopDocument, link: Link): string | undefined {
  if ('contact' in link) {
    const contact = document.emergency?.contacts[link.contact];
    return contact && contactAddress(contact, link.which);
  }
  if ('roomId' in link) {
    const room = document.rooms?.find(({ id }) => id === link.roomId);
    return link.which === 'page' ? room?.url : room?.phone && dialAddress(room.phone.number);
  }
  const serviceOf = (id: string | undefined) =>
    document.services.find((one) => one.service.id === id)?.service;
  const known = serviceOf(link.serviceId);
  switch (link.which) {
    case 'page':
      return known?.url;
    case 'instead':
      return known?.instead?.url;
    case 'standby':
      return serviceOf(known?.standby?.service)?.url;
  }
}

/** Undefined if the document has no such text. */
export function textOf(document: CoopDocument, copy: Copy): string | undefined {
  if ('contact' in copy) return document.emergency?.contacts[copy.contact]?.[copy.which];
  const room = document.rooms?.find(({ id }) => id === copy.roomId);
  if (copy.which === 'page') return room?.url;
  return copy.which === 'pin' ? room?.phone?.pin : room?.phone?.number;
}

/** With a room's number the only non-web links; the schema restricts them to phone numbers and e-mail addresses. */
function contactAddress(
  { phone, email, url }: Contact,
  which: 'phone' | 'email' | 'page',
): string | undefined {
  switch (which) {
    case 'phone':
      return phone && dialAddress(phone);
    case 'email':
      return email && `mailto:${email}`;
    case 'page':
      return url;
  }
}

/**
 * After the code of a country, a 0 in brackets is only for those who are in it: not in Italy, San Marino, the Vatican,
 * Côte d’Ivoire and Congo, whose numbers begin with it. North America dials `011` first.
 */
const trunkZero = /^(\(?(?:\+|00|011)[ ./-]?(?!(?:39|378|379|225|242)\D)\d{1,3}\)?[ ./-]*)\(0\)/;

function dialAddress(phone: string): string {
  const dialled = phone.replace(trunkZero, '$1');
  return `tel:${/^\(?\+/.test(dialled) ? '+' : ''}${digitsOf(dialled)}`;
}
