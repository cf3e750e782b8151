/** Where a member can be in the window. Tray items, notifications and second launches of the app open routes. Pure. */
import * as v from 'valibot';
import { ServiceReference } from './coop/parts.ts';
import { InstanceId } from './echo/state.ts';
import { ItemId } from './feedback/answers-ipc.ts';
import { DraftSchema } from './feedback/state.ts';

export const RouteSchema = v.variant('page', [
  /** All services, or the details of one. */
  v.object({ page: v.literal('status'), serviceId: v.optional(ServiceReference) }),
  /** The echo test; the server `instanceId` is preselected. */
  v.object({ page: v.literal('calls'), instanceId: v.optional(InstanceId) }),
  v.object({
    page: v.literal('feedback'),
    /** The service that the feedback is about. */
    aboutServiceId: v.optional(ServiceReference),
    /** Text that another page has filled in. */
    begun: v.optional(v.pick(DraftSchema, ['text', 'destinationId'])),
    /** Expands the answers to one item; without an id, to every item with unread ones. */
    answers: v.optional(v.object({ itemId: v.optional(ItemId) })),
  }),
  v.object({ page: v.literal('announcements') }),
  v.object({ page: v.literal('backups') }),
  v.object({ page: v.literal('emergency') }),
  /** `moveTo` is a co-op passed to a second launch of the app; the member decides whether to move there. */
  v.object({ page: v.literal('settings'), moveTo: v.optional(v.string()) }),
  /** The first-run screen, with the co-op passed to a second launch. Only while there is no co-op. */
  v.object({ page: v.literal('join'), source: v.string() }),
]);
export type Route = Readonly<v.InferOutput<typeof RouteSchema>>;
export type PageName = Route['page'];

/** The routes of one page. */
export type RouteOf<Name extends PageName> = Extract<Route, { page: Name }>;
