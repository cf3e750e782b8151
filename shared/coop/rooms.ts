/** The `rooms` section of the co-op document: where members meet for calls. */
import * as v from 'valibot';
import { shortList } from '../lists/short-list.ts';
import { digitsOf, Phone, withPlainSigns } from './emergency.ts';
import { Id, ServiceReference, Text } from './parts.ts';
import { says } from './remedy.ts';
import type { Chosen } from './texts.ts';
import { TextsOf } from './texts.ts';
import { PrivateAddress, WebAddress } from './web.ts';

/** `bigbluebutton`: usually a room of Greenlight. `other`: anything that a browser opens. */
export const roomKinds = ['bigbluebutton', 'jitsi', 'other'] as const;
export type RoomKind = (typeof roomKinds)[number];

/** Names, which are the same in every language. */
export const roomSoftware: Readonly<Record<Exclude<RoomKind, 'other'>, string>> = {
  bigbluebutton: 'BigBlueButton',
  jitsi: 'Jitsi',
};

export const RoomSchema = v.pipe(
  v.object({
    id: Id,
    name: TextsOf(80),
    kind: v.optional(v.picklist(roomKinds), 'other'),
    /** The page where members join, or a short link to it; absent if they can only call. */
    url: v.optional(WebAddress),
    /** Id of the service that the room needs: its state is shown, and what to use instead. */
    service: v.optional(ServiceReference),
    /** Id of the entry in `echo` that tests the room's server. */
    echo: v.optional(Id),
    /** Who can read the document can call: a PIN in it is no secret. */
    phone: v.optional(
      v.object({
        number: Phone,
        pin: v.optional(
          v.pipe(
            Text(20),
            v.regex(/^[0-9 \u00a0\u2000-\u2015\u202f-]+#?$/, says('pin')),
            v.check((pin) => digitsOf(pin) !== '', says('pin')),
            v.transform(withPlainSigns),
          ),
        ),
      }),
    ),
    /** A JSON file in which the co-op publishes who is in its rooms; see docs/coop-document.md. */
    presence: v.optional(PrivateAddress),
  }),
  v.check((one) => one.url !== undefined || one.phone !== undefined, says('url-or-phone')),
);
export type Room = Chosen<v.InferOutput<typeof RoomSchema>>;

export const RoomsSchema = v.pipe(shortList(RoomSchema, 40), v.minLength(1));
